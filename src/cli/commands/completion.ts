import type { Choice } from '../../text/choice.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../errors.js';
import { parseChoice } from '../parse-choice.js';
import type { CommandSpec, Run } from './command.js';

const SHELLS: readonly Choice<'bash' | 'zsh' | 'powershell'>[] = [
  { name: 'bash' },
  { name: 'zsh' },
  { name: 'powershell' },
];

export const completion: CommandSpec<object> = {
  name: 'completion',
  chinese: '补全',
  argument: { flags: '<外壳>', choices: () => SHELLS },
  group: '登记和校验',
  summary: '按 Tab 补出命令、选项、类别和编号',
  opensLedger: false,
  atRevision: false,
  options: [],
  examples: [
    'eval "$(yueyi completion bash)"',
    'eval "$(yueyi completion zsh)"',
    'yueyi completion powershell | Out-String | Invoke-Expression',
  ],
  run,
};

async function run(run: Run<object>): Promise<number> {
  const [typed = ''] = run.args;
  const { name } = parseChoice(SHELLS, typed, `不会为“${typed}”补全命令`);
  const { SCRIPTS } = await import('../completion/scripts.js');
  await deliver(run, SCRIPTS[name]);
  return EXIT.fine;
}
