import { resolve } from 'node:path';
import { isFree } from '../files/find-data.js';
import { guardOf, realPath } from '../files/real-path.js';
import { WriteError } from '../files/write-error.js';
import { tidy, writeTogether } from '../files/writer.js';
import { newLedger } from '../workspace/new-ledger.js';
import type { World } from './context.js';
import { CannotRun } from './errors.js';

/** Writes a new ledger into a folder that the user typed, whole or not at all. @throws CannotRun */
export async function makeLedger(
  { workingDirectory }: World,
  folder: string,
  { hospital, issuer }: { readonly hospital: string; readonly issuer: string },
): Promise<void> {
  try {
    const home = realPath(resolve(workingDirectory, folder));
    refuseTaken(home, folder);
    const { starterTemplates } = await import('../exchange/starter/starter-templates.js');
    const templates = Object.entries(await starterTemplates());
    const files: (readonly [string, string | Uint8Array])[] = [
      ...templates.map(([name, file]) => [`data/templates/${name}.docx`, file] as const),
      // Its settings come last: without them the folder is no ledger.
      ...Object.entries(newLedger(hospital, issuer)),
    ];
    writeTogether(
      home,
      files.map(([path, content]) => ({ path, content, expected: null })),
    );
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw new CannotRun(`建不了“${folder}”：${error.reason}`, '换一个位置，或检查文件夹的权限。');
  }
}

/** Requires an empty folder, after removing the files of a killed run. @throws CannotRun */
function refuseTaken(home: string, typed: string): void {
  if (guardOf(home, () => false) !== null)
    throw new CannotRun(`“${typed}”在另一本台账或 git 的文件夹里`, '换一个位置，或检查路径。');
  tidy(home);
  if (!isFree(home)) throw new CannotRun(`“${typed}”已经存在，里面有内容`, '换一个文件夹名；已有的内容不会被改动。');
}
