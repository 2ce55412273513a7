import type { Front } from '../document/report-document.js';
import { revisionName } from '../git/revision.js';
import type { Entry } from '../ledger/ledger.js';
import type { ReportContext } from './context.js';
import { samplesOfYear } from './selection.js';

/** The notice at the top of every product made from a ledger with errors. */
export const WITH_ERRORS = '【有误】台账还有必须修改的错误，以下数字可能不准，不得作为正式材料。';
const WITH_SAMPLES = '【示例】本文含示例数据（带 * 号），仅供演示，不得作为正式材料。';

/** The mark above the title of everything that is not for the public. */
const INTERNAL = '内部资料';

/** What a product's title page has of its own. */
interface FrontMore extends Partial<Pick<Front, 'notices' | 'signed' | 'ownSignature' | 'issuer' | 'to' | 'onePage'>> {
  /** Records it names although they do not count, such as what is 待确认. */
  readonly shown?: readonly Entry[];
}

/** The title page of any report. */
export function frontOf(
  context: ReportContext,
  title: string,
  { shown = [], notices = [], ...more }: FrontMore = {},
): Front {
  const sample = samplesShown(context, shown).length;
  return {
    title,
    mark: INTERNAL,
    issuer: context.ledger.workspace?.issuer ?? '【发文机关待补充】',
    ...more,
    date: context.today,
    asOf: context.asOf,
    sample,
    notices: [...noticesOf(context, sample), ...notices],
  };
}

/** The number of sample records behind a product: those counted in its year, and others it shows. */
export function samplesShown(context: ReportContext, shown: readonly Entry[]): readonly Entry[] {
  return [...new Set([...samplesOfYear(context), ...shown.filter(({ sample }) => sample)])];
}

/** The notices on sample data, on errors and on a past version. @param sample how many sample records are behind it */
export function noticesOf(context: Pick<ReportContext, 'errors' | 'revision'>, sample: number): readonly string[] {
  return [
    ...(sample > 0 ? [WITH_SAMPLES] : []),
    ...(context.errors > 0 ? [WITH_ERRORS] : []),
    ...(context.revision ? [`【版本】本文按台账的${revisionName(context.revision)}生成。`] : []),
  ];
}
