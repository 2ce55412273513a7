import type { Block } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { cell, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { problemsFound } from '../problems/catalogue.js';
import type { Scope } from '../scope.js';
import type { Appendix } from './appendices.js';

/** The internal annex (`--internal`): who and what is behind the numbers of every problem found. */
export function laggardsAppendix(context: ReportContext, scope: Scope): readonly Appendix[] {
  if (context.audience !== 'internal') return [];
  const body = problemsFound(context, scope).flatMap(({ told, laggards }): Block[] => [
    { type: 'paragraph', content: [...told] },
    {
      type: 'table',
      title: '',
      columns: [{ title: '对象' }, { title: '情况' }, { title: '责任主体' }, { title: '时限或进度' }],
      rows: laggards.map(({ what, fault, units, due }) => [
        what,
        cell(fault),
        units ?? cell('未登记'),
        due ?? cell('未登记'),
      ]),
      notes: [],
    },
  ]);
  if (body.length === 0) return [];
  return [
    { title: '问题清单（仅供内部）', body: [...body, { type: 'paragraph', content: sentence`${asOfNote(context)}` }] },
  ];
}
