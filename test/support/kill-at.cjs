// Loaded before the program (`node --require`): kills the process, as the system would, before or after one of the calls
// by which it changes something below a folder. KILL_FOLDER names the folder, KILL_AT the call, KILL_WHEN the moment.
/** @type {any} */
const fs = require('node:fs');

const { KILL_FOLDER = '', KILL_AT = '0', KILL_WHEN } = process.env;
let left = Number(KILL_AT);

for (const name of ['fsyncSync', 'linkSync', 'mkdirSync', 'renameSync', 'rmdirSync', 'unlinkSync', 'writeSync']) {
  const call = /** @type {(...args: unknown[]) => unknown} */ (fs[name]);
  fs[name] = (/** @type {unknown[]} */ ...args) => {
    const isOurs = typeof args[0] === 'number' || `${args[0]}/`.startsWith(`${KILL_FOLDER}/`);
    const isStop = isOurs && left-- === 0;
    if (isStop && KILL_WHEN === 'before') process.kill(process.pid, 'SIGKILL');
    const result = call(...args);
    if (isStop) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}
