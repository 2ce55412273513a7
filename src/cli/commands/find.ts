import { FORMATS } from '../../render/formats.js';
import { EXIT } from '../errors.js';
import type { CommandSpec, Run } from './command.js';

export const find: CommandSpec<object> = {
  name: 'find',
  chinese: '查找',
  argument: { flags: '<词...>' },
  group: '查看和上报',
  summary: '哪些记录的字段或注释里有这些词，在哪个文件哪一行',
  // Places are lines as editors open them, in no table.
  formats: () => FORMATS.filter(({ name }) => name === 'text' || name === 'json'),
  options: [],
  examples: ['yueyi find 膏方', 'yueyi find 膏方 --format json', 'yueyi 查找 东湖 义诊      # 两个词都有的'],
  run,
};

/** @returns 1 where no record holds the words */
async function run(run: Run<object>): Promise<number> {
  const [{ openLedger }, { findWords }, { foundContract, foundText }, { productLook }] = await Promise.all([
    import('../open-ledger.js'),
    import('../../workspace/find-words.js'),
    import('../found-text.js'),
    import('../context.js'),
  ]);
  const words = run.args.map((word) => word.trim()).filter((word) => word !== '');
  const opened = await openLedger(run);
  const found = words.length === 0 ? [] : findWords(opened.reader, opened.ledger, words);
  run.timing.mark('统计');
  if (run.options.format === 'json') {
    const { present } = await import('../present.js');
    await present(run, { contract: () => foundContract(found, words) });
  } else {
    const { deliver } = await import('../deliver.js');
    await deliver(run, foundText(found, words, productLook(run).width));
  }
  return found.length > 0 ? EXIT.fine : EXIT.no;
}
