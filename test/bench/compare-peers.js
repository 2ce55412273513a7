import { join } from 'node:path';
import { measure, peakMemory } from './measure.js';
import { installPeers, PEER_GOALS, peerSubjects, versionOf, writeForPeers, writeListSchema } from './peers.js';
import { clearCache, yueyi } from './subjects.js';
import { met, print, row } from './table.js';

/** Few pairs: the slowest takes half a minute for each. */
const PAIRS = 3;

/**
 * Other validators, in pairs with us. They check the activities alone against the same schema; we check the whole
 * ledger, with its references.
 * @param {string} folder @param {(name: string) => string} dataOf @param {string[]} ledgers
 */
export async function comparePeers(folder, dataOf, ledgers) {
  const peers = join(folder, 'peers');
  if (!installPeers(peers)) {
    print('\nOther validators are left out: npm could not install them.');
    return;
  }
  const schema = join(folder, 'activities.schema.json');
  writeListSchema(schema);
  print('\n| validator, ledger | median ms | × yueyi, cold | goal | peak MiB |\n| --- | ---: | ---: | :--- | ---: |');
  for (const ledger of ledgers) {
    const copy = join(folder, 'for-peers', ledger);
    writeForPeers(dataOf(ledger), copy);
    const own = yueyi('validate', ['validate', '--data', dataOf(ledger)], { before: clearCache });
    for (const peer of peerSubjects(peers, schema, copy)) {
      const { median, ratio } = measure(peer, own, PAIRS);
      const goal = ledger === '100k' ? PEER_GOALS[peer.name] : undefined;
      const name = `${peer.name} ${versionOf(peers, peer.name)}, ${ledger}`;
      row(name, median, ratio, goal === undefined ? '' : met('≥', goal, ratio), await peakMemory(peer));
    }
  }
}
