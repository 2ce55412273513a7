// Copied to dist/: runs the bundle's files with V8's own compiled form of them beside it (`code-cache.js`), which halves
// the time of a start. Where that is missing, or made by another version of Node, V8 compiles as ever.
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');

// Node 20 hurries to optimize code that a short run will not use again: a quarter of its time. With a larger budget
// only long runs reach the optimizer, and lose nothing. Later versions wait by themselves.
if (Number.parseInt(process.versions.node, 10) < 22)
  require('node:v8').setFlagsFromString('--interrupt-budget=1000000');

/** @type {Map<string, { exports: any }>} */
const loaded = new Map();
/** What was compiled, by file: for the build, which writes its compiled form. @type {Map<string, import('node:vm').Script>} */
exports.scripts = new Map();

/** @param {string} file beside this one @returns {any} */
exports.load = function load(file) {
  const known = loaded.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const filename = `${__dirname}/${file}`;
  const cachedData = compiled(file);
  const script = new Script(`(function(exports,require,module){${readFileSync(filename, 'utf8')}\n})`, {
    filename,
    ...(cachedData ? { cachedData } : {}),
  });
  exports.scripts.set(file, script);
  const find = (/** @type {string} */ id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  script.runInThisContext()(module.exports, find, module);
  return module.exports;
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
