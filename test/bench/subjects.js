import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { root } from './measure.js';

const ENVIRONMENT = { YUEYI_TODAY: '2025-12-31' };

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Partial<import('./measure.js').Subject>} rest
 * @returns {import('./measure.js').Subject}
 */
export function yueyi(name, args, { env, ...rest } = {}) {
  return { name: `yueyi ${name}`, args: [`${root}bin/yueyi.js`, ...args], env: { ...ENVIRONMENT, ...env }, ...rest };
}

/**
 * Two commands that write into a typical ledger, which is as before at each run.
 * @param {string} data @param {string} copy
 * @returns {import('./measure.js').Subject[]}
 */
export function writers(data, copy) {
  const prepare = () => {
    rmSync(copy, { recursive: true, force: true });
    cpSync(data, copy, { recursive: true });
  };
  const [first = ''] = readdirSync(join(data, 'activities')).sort();
  const text = readFileSync(join(data, 'activities', first), 'utf8');
  // The first one was called off.
  const [, id = ''] = [...text.matchAll(/^- id: (.*)$/gm)].map(([, found = '']) => found);
  const set = ['名称=立夏义诊', '日期=2025-05-05', '类型=义诊', '结对=东湖'];
  return [
    yueyi('add --set，典型台账', ['add', '活动', '--set', ...set, '--data', copy], { prepare }),
    yueyi('step，典型台账', ['step', id, '签到', '--data', copy], { prepare }),
  ];
}

/** The rows of a sheet that is imported: more than a hospital writes in five years. */
const ROWS = 5000;

/**
 * A preview of the import of a workbook of new activities: everything is read, compared and checked, nothing written.
 * @param {string} data @param {string} file where the workbook is written
 * @returns {Promise<import('./measure.js').Subject>}
 */
export async function importer(data, file) {
  const heads = [
    '序号',
    '活动名称',
    '活动时间',
    '活动类型',
    '结对单位',
    '地点',
    '服务群众（人次）',
    '志愿者人数',
    '已开展',
  ];
  const pairings = ['东湖', '府山', '北海', '城南'];
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const day = `2025年${4 + Math.floor((index * 9) / ROWS)}月${1 + (index % 28)}日`;
    const pairing = pairings[index % pairings.length] ?? '';
    return [
      index + 1,
      `第${index}场健康义诊`,
      day,
      '义诊、讲座',
      pairing,
      '社区广场',
      `约${20 + (index % 80)}人`,
      5,
      '是',
    ];
  });
  writeFileSync(file, await writeXlsx({ sheets: [{ name: '活动', rows: [heads, ...rows] }] }));
  return yueyi(`import，${ROWS} 行`, ['import', file, '--as', '活动', '--data', data]);
}

/**
 * Copies a ledger with one error: a number in the middle of its activities is replaced by a word.
 * @param {string} data
 * @param {string} copy
 */
export function writeWithError(data, copy) {
  cpSync(data, copy, { recursive: true });
  const names = readdirSync(join(copy, 'activities')).sort();
  const path = join(copy, 'activities', names[names.length >> 1] ?? '');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^ {2}volunteers: \d+$/m, '  volunteers: 三'));
}
