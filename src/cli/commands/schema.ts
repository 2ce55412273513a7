import { isKind, KINDS } from '../../schema/kinds.js';
import { nearest } from '../../text/nearest.js';
import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import type { Run } from './command.js';

interface Options {
  readonly format: string;
  readonly editor?: string | true;
}

/** Runs `yueyi schema` and returns the exit code. */
export async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  checkFormat(options.format, ['text', 'json']);
  if (options.editor !== undefined) {
    const { writeEditorFiles } = await import('../write-editor-files.js');
    return writeEditorFiles(run, options.editor);
  }
  const [kind] = args;
  if (kind !== undefined && kind !== 'workspace' && !isKind(kind)) {
    const [near] = nearest(kind, KINDS);
    throw new CannotRun(`没有“${kind}”这个类别`, near ? `是不是 ${near}？` : `可用的类别：${KINDS.join('、')}。`);
  }
  if (options.format === 'json') {
    const { standaloneSchema } = await import('../../schema/standalone-schema.js');
    const product = kind === undefined ? KINDS.map((name) => standaloneSchema(name)) : standaloneSchema(kind);
    deliver(run, `${JSON.stringify(product, null, 2)}\n`);
    return EXIT.fine;
  }
  const { buildDictionary, buildKinds } = await import('../../reports/dictionary-document.js');
  const { renderBlocks } = await import('../../render/terminal.js');
  const blocks = kind === undefined ? buildKinds() : buildDictionary(kind);
  deliver(run, renderBlocks(blocks, productLook(run)));
  return EXIT.fine;
}
