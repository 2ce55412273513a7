import type { Block, Cell } from '../../document/report-document.js';
import { OCCASION_MEASURE } from '../../figures/rows/occasion-rows.js';
import {
  OCCASION_STATES,
  type Occasion,
  occasionsOf,
  type SeasonalAction,
  seasonalActions,
} from '../../figures/todo/occasions.js';
import type { ReportContext } from '../context.js';
import { amount, day, number, record, sentence, text } from '../inlines.js';
import { unitNames } from '../names.js';
import { asOfNote } from '../notes.js';

/** How far the actions that follow the solar terms have come with the period's, and which days they do not have yet. */
export function occasionBlocks(context: ReportContext): readonly Block[] {
  const { figures, period } = context;
  const actions = seasonalActions(figures, period).map((seasonal) => ({
    seasonal,
    missing: occasionsOf(figures, seasonal, period).filter(({ state }) => state === '空白' || state === '待安排'),
  }));
  if (actions.length === 0) return [];
  const rows = actions.map(({ seasonal }) => coverageRow(context, seasonal));
  return [
    { type: 'heading', id: 'occasions', level: 1, number: '', title: '节气、节日' },
    {
      type: 'table',
      title: '',
      columns: [
        { title: '行动' },
        ...['节气、节日', ...OCCASION_STATES].map((title) => ({ title, align: 'right' as const })),
      ],
      rows,
      notes: [
        sentence`${asOfNote(context)}前后${amount(figures.policy('termDays'))}内有这项行动的活动，或者有活动注明这个节气、节日，就算有；空白是已经过去的，待安排是还没有到的。`,
      ],
    },
    ...actions.flatMap(({ seasonal, missing }) => missingBlock(context, seasonal, missing)),
  ];
}

function coverageRow({ figures, period }: ReportContext, { program, action }: SeasonalAction): readonly Cell[] {
  const dimensions = { ...period.dimensions, program: program.id, action: action.id };
  const figure = (state?: string) => [number(figures.get(OCCASION_MEASURE, { ...dimensions, state }))];
  return [[record(program, action.name ?? action.id)], figure(), ...OCCASION_STATES.map((state) => figure(state))];
}

/** The days without an activity, by name: 还没有活动的：夏至（6月21日）、…. */
function missingBlock(
  context: ReportContext,
  { program, action }: SeasonalAction,
  missing: readonly Occasion[],
): readonly Block[] {
  if (missing.length === 0) return [];
  const days = missing.flatMap(
    ({ name, date }, index) => sentence`${index === 0 ? '' : '、'}${name}（${day(date, true)}）`,
  );
  const lead = action.lead ? sentence`（牵头：${unitNames(context, action.lead)}）` : [];
  return [
    {
      type: 'paragraph',
      content: [record(program, action.name ?? action.id), ...lead, text('还没有活动的：'), ...days, text('。')],
    },
  ];
}
