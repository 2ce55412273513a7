import { formatsFrom } from '../../render/formats.js';
import { escapeControls } from '../../text/escape.js';
import { EXIT } from '../errors.js';
import { present } from '../present.js';
import type { CommandSpec, Run } from './command.js';

export const backup: CommandSpec<object> = {
  name: 'backup',
  chinese: '备份',
  group: '登记和校验',
  summary: '把整本台账存成一个压缩包，给没有 git 的人用',
  formats: () => formatsFrom('files'),
  atRevision: false,
  options: [],
  examples: ['yueyi backup -o 备份-2025-06-30.zip'],
  run,
};

/** Every file of the ledger, whole, whether it has errors or not; what cannot be read is told. */
async function run(run: Run<object>): Promise<number> {
  const [{ dataFolder }, { FolderReader }, { ReadError }] = await Promise.all([
    import('../open-ledger.js'),
    import('../../files/folder-reader.js'),
    import('../../files/reader.js'),
  ]);
  const { world, options } = run;
  const reader = new FolderReader(await dataFolder(world, options), world.workingDirectory);
  const files = new Map<string, Uint8Array>();
  const missing: string[] = [];
  for (const { path } of reader.list()) {
    try {
      files.set(`data/${path}`, reader.read(path));
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      missing.push(`${reader.display(path)}（${error.reason}）`);
    }
  }
  await present(run, { files: () => files });
  if (missing.length === 0) return EXIT.fine;
  world.stderr.write(`这些没有放进去，要另外存：${missing.map(escapeControls).join('、')}\n`);
  return EXIT.no;
}
