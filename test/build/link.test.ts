import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { expect, it } from 'vitest';
import { link } from '../../src/build/link.js';
import { REPOSITORY } from '../support/run-cli.js';

const dist = join(REPOSITORY, 'dist');

it('every chunk of the program runs, and has a value for everything it exports', () => {
  const { load, chunksOf } = createRequire(import.meta.url)(join(dist, 'loader.js'));
  const files = readdirSync(dist).filter((name) => name.endsWith('.js') && name !== 'loader.js');
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    for (const chunk of Object.keys(chunksOf(file))) {
      for (const [name, value] of Object.entries(load(chunk, file))) expect(value, `${chunk} ${name}`).toBeDefined();
    }
  }
});

const output = (imports: readonly { path: string; kind: string }[], exports: readonly string[]) => ({
  imports,
  exports,
});

/** What esbuild would hand over for two modules, the one importing of the other. */
const RESULT = {
  outputFiles: [
    {
      path: '/dist/main.js',
      text: 'import {\n  one as first\n} from "./chunk-A.js";\nimport { sep } from "node:path";\n\nvar two = first + 1;\nexport {\n  two,\n  sep as slash\n};\n',
    },
    { path: '/dist/chunk-A.js', text: 'var one = 1;\nexport {\n  one\n};\n' },
  ],
  metafile: {
    outputs: {
      'dist/main.js': output(
        [
          { path: 'dist/chunk-A.js', kind: 'import-statement' },
          { path: 'node:path', kind: 'import-statement' },
        ],
        ['two', 'slash'],
      ),
      'dist/chunk-A.js': output([], ['one']),
    },
  },
};

it('takes names from other chunks and from Node', async () => {
  const files = await link(RESULT, []);
  expect(files.map(({ name }) => name)).toEqual(['main.js', 'chunk-A.js']);
  const [main, chunk] = files.map(({ code }) => runInThisContext(code));
  const load = (name: string) => chunk[name](load, require);
  const require = createRequire(import.meta.url);
  expect(main['main.js'](load, require)).toEqual({ two: 2, slash: require('node:path').sep });
});

it('refuses a text in which it has not found what esbuild says of it', async () => {
  const { outputs } = RESULT.metafile;
  const more = { ...outputs, 'dist/chunk-A.js': output([], ['one', 'another']) };
  await expect(link({ ...RESULT, metafile: { outputs: more } }, [])).rejects.toThrow('chunk-A.js');
});
