// Copied to dist/: runs the bundle's files with V8's own compiled form of them beside it (`code-cache.js`), which halves
// the time of a start. Where that is missing, or made by another version of Node, V8 compiles as ever.
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');

// Node 20 hurries to optimize code that a short run will not use again: a quarter of its time. With a larger budget
// only long runs reach the optimizer, and lose nothing. Later versions wait by themselves.
if (Number.parseInt(process.versions.node, 10) < 22)
  require('node:v8').setFlagsFromString('--interrupt-budget=1000000');

/** What chunks export, by their name. @type {Map<string, any>} */
const loaded = new Map();
/** The functions of a file's chunks. @type {Map<string, Record<string, (load: Function, require: NodeRequire) => any>>} */
const files = new Map();
/** What was compiled, by file: for the build, which writes its compiled form. @type {Map<string, import('node:vm').Script>} */
exports.scripts = new Map();

/** Runs a chunk once (`link.js`), and returns what it exports. @param {string} chunk @param {string} [file] beside this one */
exports.load = function load(chunk, file = chunk) {
  if (!loaded.has(chunk)) loaded.set(chunk, exports.chunksOf(file)[chunk]?.(load, require));
  return loaded.get(chunk);
};

/** @param {string} file */
exports.chunksOf = function chunksOf(file) {
  const known = files.get(file);
  if (known) return known;
  const filename = `${__dirname}/${file}`;
  const cachedData = compiled(file);
  const script = new Script(readFileSync(filename, 'utf8'), { filename, ...(cachedData ? { cachedData } : {}) });
  exports.scripts.set(file, script);
  const chunks = script.runInThisContext();
  files.set(file, chunks);
  return chunks;
};

/** Where a file's compiled form stands: no other machine's is tried. @param {string} file */
exports.cacheOf = (file) => `${__dirname}/${file}.${process.version}-${process.platform}-${process.arch}.cache`;

/** @param {string} file */
function compiled(file) {
  try {
    return readFileSync(exports.cacheOf(file));
  } catch {
    return undefined;
  }
}
