import { dirname, join, relative, resolve } from 'node:path';
import { setMember } from '../edit/json-setting.js';
import { displayPath, withSlashes } from '../files/display-path.js';
import { repositoryAbove } from '../files/find-repository.js';
import type { Change } from '../files/plan.js';
import { readBytes } from '../files/read-bytes.js';
import { ReadError } from '../files/reader.js';
import { guardOf, realPath } from '../files/real-path.js';
import { WriteError } from '../files/write-error.js';
import { tidy, writeTogether } from '../files/writer.js';
import { isReserved } from '../workspace/layout.js';
import type { Run } from './commands/command.js';
import { EDITOR_FOLDER, MAPPING, mapping, modelines, SETTINGS, schemaFiles } from './editor-files.js';
import { CannotRun, EXIT } from './errors.js';
import { dataFolder } from './open-ledger.js';

const REFUSED = {
  'not-json': '读不懂，里面的写法有误',
  'no-object': '不是一组设置',
  comments: '的 yaml.schemas 里有注释，改写会丢掉它',
} as const;

/** Writes the schemas for editors and the mapping to the files they apply to. @throws CannotRun */
export async function writeEditorFiles(run: Run<object>, way: 'vscode' | 'modeline'): Promise<number> {
  const { world } = run;
  const folder = resolve(world.workingDirectory, await dataFolder(world, run.options));
  const top = repositoryAbove(folder) ?? dirname(folder);
  const data = withSlashes(relative(top, folder)) || '.';
  try {
    write(top, way === 'modeline' ? null : data);
  } catch (error) {
    if (!(error instanceof WriteError || error instanceof ReadError)) throw error;
    throw new CannotRun(`写不了“${error.path}”：${error.reason}`, '检查文件夹的权限。');
  }
  world.stdout.write(way === 'modeline' ? modelineText(data) : settingsText(top, world.workingDirectory));
  return EXIT.fine;
}

/**
 * Writes the schemas and, for a data folder, the settings that name it: all of them or none, and only what has changed.
 */
function write(top: string, data: string | null): void {
  const home = realPath(join(top, EDITOR_FOLDER));
  if (guardOf(home, isReserved) !== null)
    throw new CannotRun(`${EDITOR_FOLDER} 是一个链接，通到台账或 git 的文件夹里`, '把链接换成普通的文件夹。');
  tidy(home);
  const texts = new Map(schemaFiles());
  if (data !== null) {
    const old = readBytes(join(home, SETTINGS));
    texts.set(SETTINGS, settings(old === null ? '' : Buffer.from(old).toString(), data));
  }
  const changes = [...texts].map(([path, text]): Change => {
    const expected = readBytes(join(home, path));
    return { path, content: text, expected };
  });
  writeTogether(
    home,
    changes.filter(({ content, expected }) => expected === null || content !== Buffer.from(expected).toString()),
  );
}

function settings(old: string, data: string): string {
  const change = setMember(old, MAPPING, (known) => mapping(data, known));
  if (change.text === undefined) {
    throw new CannotRun(
      `${EDITOR_FOLDER}/${SETTINGS} ${REFUSED[change.refused]}，没有改动它`,
      `改好后再试；或者先删去其中的 ${MAPPING}，让 yueyi 重新写上。`,
    );
  }
  return change.text;
}

function settingsText(top: string, workingDirectory: string): string {
  return [
    `已写好编辑器用的字段说明：${displayPath(workingDirectory, top, EDITOR_FOLDER)}/`,
    '用 VS Code 打开它所在的文件夹，装上 YAML 扩展（redhat.vscode-yaml），',
    '编辑台账时就有字段名、选项和中文说明。',
    'yueyi 更新以后，再运行一次 yueyi schema --editor。',
    '',
  ].join('\n');
}

function modelineText(data: string): string {
  const lines = modelines(data).map(({ files, line }) => `${files}\n  ${line}`);
  return `把这一行写在文件的第一行；文件在更深的文件夹里，每深一层在路径前多加一个 ../\n${lines.join('\n')}\n`;
}
