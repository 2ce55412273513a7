/** Bundles src/ into dist/: one small CommonJS file for the start, and a chunk for each `await import()`. */
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { link } from './link.js';
import { root } from './paths.js';

export async function bundleProgram() {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  const result = await build({
    entryPoints: { main: `${root}/src/cli/main.ts` },
    outdir: `${root}/dist`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The rest is done when the chunks are linked, which reads them line by line.
    minifySyntax: true,
    charset: 'utf8',
    write: false,
    legalComments: 'none',
    define: { YUEYI_VERSION: JSON.stringify(version) },
    // js-yaml's ES module build runs three times slower on Node 20 than its CommonJS one.
    alias: { 'js-yaml': `${root}/node_modules/js-yaml/dist/js-yaml.cjs.js` },
    metafile: true,
    plugins: [withoutUnused, correctedPrompts, joined],
  });
  const files = await link(result, USUAL);
  for (const { name, code } of files) writeFileSync(`${root}/dist/${name}`, code);
  copyFileSync(`${root}/src/build/loader.cjs`, `${root}/dist/loader.js`);
  writeFileSync(`${root}/dist/LICENSES.txt`, licensesOf(Object.keys(result.metafile.inputs)));
  removeOldChunks(['loader.js', ...files.map(({ name }) => name)]);
}

/** Deletes the chunks of earlier builds, last, so that a program starting meanwhile still finds its own. Chunks are named by content.
 * @param {readonly string[]} written */
function removeOldChunks(written) {
  for (const name of readdirSync(`${root}/dist`)) {
    if (/\.(?:js|cache)$/.test(name) && !written.includes(name)) rmSync(`${root}/dist/${name}`);
  }
}

/**
 * Replaces modules that packages load but the program does not use, to save time at the start: commander loads child_process for
 * subcommands that are separate programs, chalk the terminal to detect colours, which are options here, @inquirer/prompts a text
 * editor with tables of every encoding.
 * @type {import('esbuild').Plugin}
 */
const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules.commander/.test(importer) ? { path: 'child_process', namespace: 'unused' } : undefined,
    );
    onResolve({ filter: /^@inquirer\/editor$/ }, () => ({ path: 'editor', namespace: 'unused' }));
    onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'supports-color', namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * What @inquirer/core gets wrong with Chinese, by file: [as it is, as it must be]. It counts characters, not columns, and breaks
 * lines at blanks, where Node's readline does neither, so that the cursor would leave a question longer than the terminal is
 * wide. And readline puts several characters that come at once, as an input method sends them, at the end of the line instead
 * of at the cursor, unless completion is on.
 * @type {Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>}
 */
const CORRECTIONS = {
  'utils.js': [['{ trim: false, hard: true }', '{ trim: false, hard: true, wordWrap: false }']],
  'screen-manager.js': [
    ['rawPromptLine.length % width === 0', 'this.rl._getDisplayPos(rawPromptLine).cols === 0'],
    ['Math.floor(rawPromptLine.length / width)', 'this.rl._getDisplayPos(rawPromptLine).rows'],
  ],
  'create-prompt.js': [
    [
      'const screen = new ScreenManager(rl);',
      "Object.defineProperty(rl, 'isCompletionEnabled', { get: () => true, set() {} });\nconst screen = new ScreenManager(rl);",
    ],
  ],
};

/** @type {import('esbuild').Plugin} */
const correctedPrompts = {
  name: 'corrected-prompts',
  setup({ onLoad }) {
    onLoad({ filter: /@inquirer.core.dist.esm.lib.[\w-]+\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      for (const [from, to] of CORRECTIONS[basename(path)] ?? []) {
        if (!contents.includes(from)) throw new Error(`${path} has no “${from}”: look whether it is still wrong`);
        contents = contents.replace(from, to);
      }
      return { contents };
    });
  },
};

/** The usual commands, each by its entry sources: the start, `validate`, findings, `progress`, `report`. */
const USUAL = [
  ['cli/main.ts'],
  ['cli/open-ledger.ts', 'diagnostics/formats/screen.ts'],
  ['schema/describe.ts', 'workspace/locations.ts', 'workspace/diagnose.ts', 'diagnostics/formats/text.ts'],
  ['cli/open-report.ts', 'reports/progress/progress-document.ts', 'render/terminal.ts'],
  ['cli/open-report.ts', 'reports/annual/annual-document.ts', 'render/terminal.ts'],
];

/**
 * Modules that nearly every command needs. They are put into two chunks, because each further file slows down the
 * start.
 */
const COMMON = ['cli/main.ts', 'cli/open-ledger.ts', 'cli/deliver.ts'];

/**
 * esbuild makes a chunk for each set of `import()`s that share a module: dozens of small files. Where all of them import
 * the same modules first, those come as one.
 * @type {import('esbuild').Plugin}
 */
const joined = {
  name: 'joined',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ path, kind, importer, resolveDir }) =>
      kind === 'dynamic-import' && !importer.includes('node_modules')
        ? { path: resolve(resolveDir, path.replace(/\.js$/, '.ts')), namespace: 'lazy' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => {
      const first = COMMON.map((file) => `import ${JSON.stringify(`${root}/src/${file}`)};\n`);
      return { contents: `${first.join('')}export * from ${JSON.stringify(path)};`, resolveDir: root };
    });
  },
};

/** Writes the licence texts of the bundled packages, which must be distributed with them.
 * @param {readonly string[]} inputs */
function licensesOf(inputs) {
  const packages = new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  return [...packages]
    .sort()
    .map((name) => {
      const folder = `${root}/node_modules/${name}`;
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      return `${name}\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '(no licence file)'}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
