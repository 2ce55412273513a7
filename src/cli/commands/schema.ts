import { isKind, KINDS } from '../../schema/kinds.js';
import { nearest } from '../../text/nearest.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { checkFormat } from '../report-options.js';
import type { CommandSpec, Run } from './command.js';

interface Options {
  readonly format: string;
}

export const schema: CommandSpec = {
  name: 'schema',
  args: '[类别]',
  group: '登记和校验',
  summary: '数据字典：有哪些类别，每类有哪些字段',
  options: [{ flags: '--format <格式>', text: 'text（默认）或 json（JSON Schema）' }],
  examples: ['yueyi schema', 'yueyi schema activities', 'yueyi schema activities --format json'],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { args, options } = run;
  checkFormat(options.format, ['text', 'json']);
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
