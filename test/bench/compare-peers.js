import { join } from 'node:path';
import { titleOf } from './ledger.js';
import { measure, peakMemory } from './measure.js';
import { installPeers, PEER_GOALS, peerSubjects, versionOf, writeForPeers, writeListSchema } from './peers.js';
import { yueyi } from './subjects.js';
import { met, print, row } from './table.js';

/** The number of pairs is small, because the slowest takes half a minute for each. */
const PAIRS = 3;
const SCHEMA = 'activities.schema.json';

/**
 * Times other validators in pairs with yueyi. They check only the activities, by the same schema; yueyi checks the whole
 * ledger, with its references.
 * @param {string} folder @param {(name: string) => string} dataOf @param {string[]} ledgers
 */
export async function comparePeers(folder, dataOf, ledgers) {
  if (!installPeers(folder)) {
    print('\n没有比较其他工具：npm 装不上。');
    return;
  }
  writeListSchema(join(folder, SCHEMA));
  print(
    '\n| 其他工具，只查活动、不查引用 | 毫秒 | 是 yueyi（全本）的几倍 | 目标 | 内存峰值（MiB） |\n| --- | ---: | ---: | :--- | ---: |',
  );
  for (const ledger of ledgers) {
    const files = `for-peers/${ledger}`;
    writeForPeers(dataOf(ledger), join(folder, files));
    const own = yueyi('validate', ['validate', '--data', dataOf(ledger)]);
    for (const peer of peerSubjects(folder, SCHEMA, files)) {
      const name = `${peer.name} ${versionOf(folder, peer.name)}，${titleOf(ledger)}`;
      try {
        const { median, ratio } = measure(peer, own, PAIRS);
        const goal = ledger === '100k' ? PEER_GOALS[peer.name] : undefined;
        row(name, median, ratio, goal === undefined ? '' : met('≥', goal, ratio), await peakMemory(peer));
      } catch (error) {
        row(name, Number.NaN, Number.NaN, `没有运行成：${String(error).split('\n')[0]?.slice(0, 80)}`, Number.NaN);
      }
    }
  }
}
