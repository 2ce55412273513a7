import type { InBoth } from '../diagnostics/diagnostic.js';
import { addTo } from '../ledger/add-to.js';
import { figureMentions } from '../ledger/figure-mentions.js';
import { type Entry, fieldsOf, itemsOf, type Ledger } from '../ledger/ledger.js';
import { defineRule, placeOf } from './rule.js';

const FIRST: InBoth = { zh: '先印出的在这里', en: 'It is printed here first' };

/** Where a section prints a fact. */
interface Printed {
  readonly id: string;
  readonly entry: Entry<'narratives' | 'outlines'>;
  readonly pointer: string;
}

/** A section of a year's summary prints a fact twice: in two narratives, or in a narrative and in a list of facts. */
export const repeatedFact = defineRule<{ id: string; section: string }>({
  code: 'repeated-fact',
  severity: 'warning',
  zh: {
    title: '一节里同一个数印两遍',
    why: '同一节里重复的数读来像是两件事。',
    message: ({ id, section }) => `“${section}”一节里“${id}”印了不止一遍`,
    fix: () => '留一处：叙述里写了，就不再列进 facts；两段叙述都写了，删去一处。',
  },
  en: {
    title: 'A fact printed twice in a section',
    why: 'A number that comes twice in one section reads like two things.',
    message: ({ id, section }) => `The section “${section}” prints “${id}” more than once`,
    fix: () => 'Keep one: what a narrative says is not listed in facts (文件数据) again.',
  },
  pass: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 157, unit: 面 }
    # data/narratives/2021.yaml
    - id: 2021-叙述
      year: 2021
      section: 医德
      text: "收到锦旗{2021-锦旗}。"`,
  fail: `
    # data/facts/2021.yaml
    - { id: 2021-锦旗, year: 2021, label: 锦旗, value: 157, unit: 面 }
    # data/narratives/2021.yaml
    - id: 2021-叙述
      year: 2021
      section: 医德
      text: "收到锦旗{2021-锦旗}。"
    - id: 2021-又一段
      year: 2021
      section: 医德
      text: "锦旗有{2021-锦旗}。"`,
  check({ ledger }, report) {
    for (const [section, printed] of bySection(ledger)) {
      const first = new Map<string, Printed>();
      for (const each of printed) {
        if (!ledger.has('facts', each.id)) continue;
        const before = first.get(each.id);
        if (!before) first.set(each.id, each);
        else {
          const related = [{ at: placeOf(before.entry, before.pointer), message: FIRST }];
          report(each.entry, each.pointer, { id: each.id, section: section.split('\n')[1] ?? '' }, { related });
        }
      }
    }
  },
});

/** What each section of each year or part of one prints, by `<period>\n<section>`: its blocks in their order, then its other narratives. */
function bySection(ledger: Ledger): ReadonlyMap<string, readonly Printed[]> {
  const sections = new Map<string, Printed[]>();
  const placed = new Set<string>();
  const add = (key: string, narrative: Entry<'narratives'>): void => {
    for (const id of figureMentions(narrative.value.text))
      addTo(sections, key, { id, entry: narrative, pointer: '/text' });
  };
  for (const outline of ledger.all('outlines')) {
    const { year, period = year, opening = [] } = outline.value;
    // What a bulletin prints the year's summary prints too, in its own section.
    const place = (id: string) => outline.value.period === undefined && placed.add(id);
    for (const id of opening) place(id);
    for (const { id: section, item, pointer } of itemsOf(outline.value, 'sections')) {
      const key = `${period}\n${section}`;
      for (const [index, { narrative: id, facts = [] }] of blocksOf(item).entries()) {
        const narrative = ledger.get('narratives', id);
        if (narrative) {
          place(narrative.id);
          add(key, narrative);
        }
        for (const [at, fact] of facts.entries())
          addTo(sections, key, { id: fact, entry: outline, pointer: `${pointer}/blocks/${index}/facts/${at}` });
      }
    }
  }
  for (const narrative of ledger.all('narratives'))
    if (!placed.has(narrative.id)) add(`${narrative.value.year}\n${narrative.value.section}`, narrative);
  return sections;
}

interface Block {
  readonly narrative?: string;
  readonly facts?: readonly string[];
}

/** A section's blocks: outlines are valid here, but their sections are read as items. */
const blocksOf = (section: object): readonly Block[] => (fieldsOf(section).blocks ?? []) as readonly Block[];
