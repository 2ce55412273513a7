import { formatsFrom } from '../../render/formats.js';
import { EXIT } from '../errors.js';
import { present } from '../present.js';
import type { CommandSpec, Run } from './command.js';

export const diff: CommandSpec<object> = {
  name: 'diff',
  chinese: '改动',
  also: ['对比'],
  argument: { flags: '[版本]', text: '与 git 的哪个版本比，默认上次提交的（HEAD）' },
  group: '登记和校验',
  summary: '与上次提交相比，改了哪些记录、哪些字段',
  formats: () => formatsFrom('document', 'contract'),
  options: [],
  examples: ['yueyi diff', 'yueyi 改动 HEAD~3', 'yueyi diff 定稿-2025 --rev main --format json'],
  run,
};

async function run(run: Run<object>): Promise<number> {
  const { compareVersions } = await import('../compare-versions.js');
  const differences = await compareVersions(run, run.args[0] ?? 'HEAD');
  const { differencesBody, differencesContract } = await import('../../reports/changes/differences-document.js');
  await present(run, {
    document: () => ({ body: differencesBody(differences) }),
    contract: () => differencesContract(differences),
  });
  return EXIT.fine;
}
