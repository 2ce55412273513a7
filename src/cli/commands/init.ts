import { CannotRun, EXIT } from '../errors.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly hospital?: string;
  readonly issuer?: string;
}

export const init: CommandSpec<Options> = {
  name: 'init',
  chinese: '新建',
  argument: { flags: '<文件夹>' },
  group: '登记和校验',
  summary: '新建一本台账',
  opensLedger: false,
  atRevision: false,
  options: [
    { flags: '--hospital <名称>', text: '医院全称，以后可在 data/ 里改（默认“本院”）' },
    { flags: '--issuer <名称>', text: '材料的落款单位（默认“中共…委员会”）' },
  ],
  examples: ['yueyi init 台账 --hospital 绍兴市中医院'],
  run,
};

async function run({ world, args, options }: Run<Options>): Promise<number> {
  const [folder = ''] = args;
  const { hospital = '本院' } = options;
  const issuer = options.issuer ?? `中共${hospital}委员会`;
  const { isValid } = await import('../../schema/check.js');
  if (!isValid('organizations', { id: hospital, category: '医院' })) {
    throw new CannotRun(`医院名称“${hospital}”不能用`, '只用文字和数字，60 字以内，例如 --hospital 绍兴市中医院。');
  }
  if (!isValid('workspace', { hospital, issuer, timeZone: 'Asia/Shanghai' })) {
    throw new CannotRun(
      `落款单位“${issuer}”不能用`,
      '写一行文字，首尾不留空格，例如 --issuer 中共绍兴市中医院委员会。',
    );
  }
  const { makeLedger } = await import('../make-ledger.js');
  await makeLedger(world, folder, { hospital, issuer });
  world.stdout.write(
    `已在 ${folder} 建好台账。接下来：\n  cd ${folder}\n  yueyi validate\n各类记录的样子和 Word 模板在 ${folder}/data/templates/ 里。\n`,
  );
  return EXIT.fine;
}
