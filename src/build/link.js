import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { transform } from 'esbuild';

/**
 * One of esbuild's files: the source that an `import()` asks for where it is one of these, the chunks it needs at once,
 * and its text as a function that runs it and returns what it exports.
 * @typedef {{ name: string, entry: string, needs: string[], text: (fileOf: (chunk: string) => string) => string }} Chunk
 */

/**
 * What is read of esbuild's result.
 * @typedef {{ imports: readonly { path: string, kind: string }[], exports: readonly string[], entryPoint?: string }} Facts
 * @typedef {{ outputFiles: readonly { path: string, text: string }[], metafile: { outputs: Record<string, Facts> } }} Built
 */

/**
 * esbuild's ES modules → files for `loader.cjs`, each an object of functions, one for a chunk. (For CommonJS esbuild makes
 * a getter of every name on both sides, which takes a start longer than what is in them. Values do as well: nothing
 * exported is assigned again, and no two chunks need each other.) What the same usual commands need comes as one file,
 * because opening many takes longer than reading one.
 * @param {Built} result of esbuild, with its metafile and nothing written
 * @param {readonly (readonly string[])[]} usual for each usual command the sources it begins from, one after the other
 * @returns {Promise<{ name: string, code: string }[]>}
 */
export async function link({ outputFiles, metafile }, usual) {
  const facts = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const chunks = outputFiles.map(({ path, text }) => chunkOf(basename(path), text, facts.get(basename(path))));
  const files = filesOf(chunks, usual);
  const fileOf = new Map([...files].flatMap(([file, members]) => members.map(({ name }) => [name, file])));
  return Promise.all(
    [...files].map(async ([name, members]) => {
      const functions = members.map((chunk) => `${quoted(chunk.name)}: ${chunk.text((id) => fileOf.get(id) ?? id)}`);
      return { name, code: await minified(`{${functions.join(',\n')}}`) };
    }),
  );
}

const NAMED = /^import \{([^}]*)\} from "([^"]+)";$/gm;
const WHOLE = /^import (?:\* as )?([\w$]+) from "([^"]+)";$/gm;
const BARE = /^import "([^"]+)";$/gm;
const EXPORTED = /^export \{([^}]*)\};$/gm;
const LAZY = /\bimport\("([^"]+)"\)/g;

/**
 * @param {string} name @param {string} text as esbuild prints it: each import and the export begin a line of their own
 * @param {Facts | undefined} facts what esbuild says of it
 * @returns {Chunk}
 */
function chunkOf(name, text, facts) {
  /** @type {{ names: string, from: string }[]} */
  const imports = [];
  /** @type {string[]} */
  const bare = [];
  /** @type {string[]} */
  const exported = [];
  const body = text
    .replace(NAMED, (_, names, from) => found(imports, { names: `{${pairs(names).map(taken)}}`, from }))
    .replace(WHOLE, (_, names, from) => found(imports, { names, from }))
    // Our modules declare, and do nothing else: one from which nothing is taken need not run.
    .replace(BARE, (_, from) => found(bare, from))
    .replace(EXPORTED, (_, names) => found(exported, ...pairs(names).map(given)));
  const lazy = [...body.matchAll(LAZY)].map(([, from = '']) => from);
  const all = new Set([...imports.map(({ from }) => from), ...bare, ...lazy].map((path) => basename(path)));
  // What a CommonJS package requires stays as it is.
  const known = new Set(facts?.imports.flatMap(({ path, kind }) => (kind === 'require-call' ? [] : basename(path))));
  if (all.size !== known.size || exported.length !== facts?.exports.length)
    throw new Error(`${name}: not all of its imports and exports were found`);
  return {
    name,
    entry: facts.entryPoint?.replace(/^lazy:/, '') ?? '',
    needs: imports.map(({ from }) => basename(from)),
    text(fileOf) {
      const load = (/** @type {string} */ path) =>
        path.startsWith('./')
          ? `__load(${quoted(basename(path))}, ${quoted(fileOf(basename(path)))})`
          : `require(${quoted(path)})`;
      const heads = imports.map(({ names, from }) => `var ${names} = ${load(from)};`);
      const rest = body.replace(LAZY, (_, path) => `Promise.resolve().then(() => ${load(path)})`);
      return `(__load, require) => {"use strict";\n${heads.join('\n')}\n${rest}\nreturn {${exported}};}`;
    },
  };
}

/** Collects matches and replaces them by nothing. @template T @param {T[]} list @param {T[]} items */
function found(list, ...items) {
  list.push(...items);
  return '';
}

/** @typedef {readonly [from: string, to: string]} Pair */

/** `a as b, c`. @param {string} names @returns {Pair[]} */
function pairs(names) {
  const each = names.split(',').flatMap((name) => name.trim() || []);
  return each.map((name) => {
    const [from = '', to = from] = name.split(' as ');
    return [from, to];
  });
}

const taken = (/** @type {Pair} */ [from, to]) => `${from}: ${to}`;
const given = (/** @type {Pair} */ [from, to]) => `${to}: ${from}`;
const quoted = (/** @type {string} */ text) => JSON.stringify(text);

/**
 * Groups chunks into files: those that the same usual commands need. A chunk that none of them needs is a file of its own,
 * and so is the one that bin/ loads by its name.
 * @param {readonly Chunk[]} chunks @param {readonly (readonly string[])[]} usual @returns {Map<string, Chunk[]>}
 */
function filesOf(chunks, usual) {
  const needed = usual.map((entries) => reached(chunks, entries));
  /** @type {Map<string, Chunk[]>} */
  const groups = new Map();
  for (const chunk of chunks) {
    const by = needed.map((names) => (names.has(chunk.name) ? 'x' : '-')).join('');
    const group = chunk.name !== 'main.js' && by.includes('x') ? by : chunk.name;
    groups.set(group, [...(groups.get(group) ?? []), chunk]);
  }
  return new Map([...groups.values()].map((members) => [fileName(members), members]));
}

/** The chunks that these sources need. @param {readonly Chunk[]} chunks @param {readonly string[]} entries */
function reached(chunks, entries) {
  const names = new Set(
    entries.map((end) => {
      const chunk = chunks.find(({ entry }) => entry.endsWith(`/${end}`));
      if (!chunk) throw new Error(`USUAL in bundle.js: no import() asks for ${end}; has it been renamed?`);
      return chunk.name;
    }),
  );
  // A set grows while it is walked.
  for (const name of names)
    for (const need of chunks.find((chunk) => chunk.name === name)?.needs ?? []) names.add(need);
  return names;
}

/** A file name by content, as esbuild's chunks have. @param {readonly Chunk[]} members */
function fileName(members) {
  const [only] = members;
  if (only && members.length === 1) return only.name;
  const names = members.map(({ name }) => name).join();
  return `joint-${createHash('sha256').update(names).digest('hex').slice(0, 8).toUpperCase()}.js`;
}

/** @param {string} object */
async function minified(object) {
  const options = { platform: 'node', target: 'node20', minify: true, charset: 'utf8' };
  const { code } = await transform(`chunks = ${object};`, /** @type {import('esbuild').TransformOptions} */ (options));
  return `(${code.slice(code.indexOf('=') + 1, code.lastIndexOf('}') + 1)})\n`;
}
