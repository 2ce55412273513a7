/** @param {string} text */
export const print = (text) => process.stdout.write(`${text}\n`);

/**
 * A line of the table; an unknown value is a dash.
 * @param {string} name
 * @param {number} median
 * @param {number} ratio
 * @param {string} goal
 * @param {number} memory
 */
export function row(name, median, ratio, goal, memory) {
  print(`| ${name} | ${shown(median, 0)} | ${shown(ratio, 2)} | ${goal} | ${shown(memory, 0)} |`);
}

/** A goal and whether it is met. @param {'≤' | '≥'} sign @param {number} goal @param {number} value */
export function met(sign, goal, value) {
  if (Number.isNaN(value)) return `${sign} ${goal}：不知道`;
  return `${sign} ${goal}：${(sign === '≤' ? value <= goal : value >= goal) ? '达到' : '没有达到'}`;
}

/** @param {number} value @param {number} decimals */
const shown = (value, decimals) => (Number.isNaN(value) ? '—' : value.toFixed(decimals));
