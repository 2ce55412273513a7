/** src/ → dist/: one small CommonJS file for the start, and a chunk for each `await import()`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';
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
    minify: true,
    write: false,
    legalComments: 'none',
    define: { YUEYI_VERSION: JSON.stringify(version) },
    // js-yaml's ES module build runs three times slower on Node 20 than its CommonJS one.
    alias: { 'js-yaml': `${root}/node_modules/js-yaml/dist/js-yaml.cjs.js` },
    // CommonJS dependencies ask for Node's modules with require().
    banner: { js: '' },
  });
  // esbuild splits ES modules only; each chunk is then turned into CommonJS by itself.
  for (const file of result.outputFiles) {
    const { code } = await transform(file.text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: true,
      supported: { 'dynamic-import': false },
    });
    writeFileSync(file.path, code);
  }
}
