import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../errors.js';
import { languageOf } from '../language.js';
import type { CommandSpec, Run } from './command.js';

export const why: CommandSpec<object> = {
  name: 'why',
  chinese: '规则',
  also: ['说明'],
  argument: { flags: '[代码]' },
  group: '登记和校验',
  summary: '校验规则的说明：为什么、对错样例、怎样放宽',
  opensLedger: false,
  options: [],
  examples: ['yueyi why', 'yueyi why missing-evidence', 'yueyi why facts-sum --lang en'],
  run,
};

async function run(run: Run<object>): Promise<number> {
  const language = languageOf(run.options);
  const { whyText } = await import('../why/pages.js');
  await deliver(run, await whyText(run.args[0], language, productLook(run).width));
  return EXIT.fine;
}
