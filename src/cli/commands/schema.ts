import { formatsFrom } from '../../render/formats.js';
import { KINDS, type Kind } from '../../schema/kinds.js';
import type { Choice } from '../../text/choice.js';
import { EXIT } from '../errors.js';
import { parseChoice } from '../parse-choice.js';
import { KIND_CHOICES } from '../parse-kind.js';
import { present } from '../present.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly editor?: string | true;
}

/** The kinds, and the settings, which have a schema too. */
const DESCRIBED: readonly Choice<Kind | 'workspace'>[] = [...KIND_CHOICES, { name: 'workspace', chinese: '总设置' }];

const EDITOR_WAYS: readonly Choice<'vscode' | 'modeline'>[] = [{ name: 'vscode' }, { name: 'modeline' }];

export const schema: CommandSpec<Options> = {
  name: 'schema',
  chinese: '字典',
  also: ['数据字典'],
  argument: { flags: '[类别]', choices: () => DESCRIBED },
  group: '登记和校验',
  summary: '有哪些类别，每类有哪些字段；json 是 JSON Schema',
  atRevision: false,
  formats: () => formatsFrom('document', 'contract'),
  options: [{ flags: '--editor [方式]', text: '给编辑器写好字段说明：', choices: () => EDITOR_WAYS, usual: 'vscode' }],
  examples: ['yueyi schema', 'yueyi schema activities', 'yueyi 字典 活动 -o 活动.md', 'yueyi schema --editor'],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  if (options.editor !== undefined) {
    const way = options.editor === true ? 'vscode' : wayNamed(options.editor);
    const { writeEditorFiles } = await import('../write-editor-files.js');
    return writeEditorFiles(run, way);
  }
  const [typed] = args;
  const name = typed === undefined ? undefined : parseChoice(DESCRIBED, typed, `没有“${typed}”这个类别`).name;
  await present(run, {
    document: async () => {
      const { buildDictionary, buildKinds } = await import('../../reports/dictionary-document.js');
      return { body: name === undefined ? buildKinds() : buildDictionary(name) };
    },
    contract: async () => {
      const { standaloneSchema } = await import('../../schema/standalone-schema.js');
      return name === undefined ? KINDS.map((kind) => standaloneSchema(kind)) : standaloneSchema(name);
    },
  });
  return EXIT.fine;
}

function wayNamed(typed: string): 'vscode' | 'modeline' {
  const refused = `--editor 没有“${typed}”这种方式（类别写在 --editor 前面）`;
  return parseChoice(EDITOR_WAYS, typed, refused).name;
}
