import type { InBoth } from '../diagnostics/diagnostic.js';
import { addTo } from '../ledger/add-to.js';
import { fieldsOf, type Ledger } from '../ledger/ledger.js';
import { type Named, namesIn } from '../ledger/names.js';
import { KINDS, referenceFields } from '../schema/kinds.js';
import { defineRule, placeOf } from './rule.js';

/** Kinds whose ids are unique names. People are left out: 张建 and 张建荣 are two. */
const KIND_TARGETS = ['departments', 'organizations', 'branches'] as const;
/** Numerals distinguish names: 骨科第一党支部, 骨科第二党支部. */
const DISTINGUISHING = /[〇零一二三四五六七八九十百\d甲乙丙丁戊第东南西北]/;
/** The shortest and the longest name compared. */
const [SHORTEST, LONGEST] = [3, 40];

const OTHER: InBoth = { zh: '相近的名称在这里', en: 'The near name is here' };

/** A record or item, and the one of its names that is meant. */
interface Called {
  readonly id: string;
  readonly name: string;
}

const inChinese = ({ id, name }: Called): string => (id === name ? `“${id}”` : `“${id}”的别名“${name}”`);
const inEnglish = ({ id, name }: Called): string => (id === name ? `“${id}”` : `“${name}”, an alias of “${id}”,`);

/**
 * Two names of a kind are so near that they may mean one thing: one has a character or two more (坝头村, 坝头山村;
 * 党建办, 党建办公室), or an item of a programme begins as another ends (越医康养, 康养家园).
 */
export const nearDuplicate = defineRule<{ own: Called; other: Called }>({
  code: 'near-duplicate',
  severity: 'warning',
  zh: {
    title: '名称相近，可能是同一个',
    why: '一家单位登记成两条，活动会分在两处。',
    message: ({ own, other }) => `${inChinese(own)}与${inChinese(other)}${own.name === other.name ? '相同' : '相近'}`,
    fix: () => '是同一个就只留一条，另一种叫法写进 aliases；确是两个，在其中一条的 distinctFrom 里写另一个的编号。',
  },
  en: {
    title: 'Near names that may mean one thing',
    why: 'With two records for one thing its activities are counted in two places.',
    message: ({ own, other }) =>
      `${inEnglish(own)} is ${own.name === other.name ? 'the same as' : 'near to'} ${inEnglish(other)}`,
    fix: () =>
      'If they are one, keep one record, with the other name in aliases (别名); if they are two, write the other’s id into distinctFrom (易混名称) of one.',
  },
  pass: `
    # data/organizations/2025.yaml
    - { id: 坝头村, category: 村, aliases: [坝头山村] }`,
  fail: `
    # data/organizations/2025.yaml
    - { id: 坝头村, category: 村 }
    - { id: 坝头山村, category: 村 }`,
  check({ ledger }, report) {
    for (const target of [...KIND_TARGETS, ...LISTS]) {
      for (const { first, second, name, near } of pairsIn(ledger, target)) {
        if (first.distinctFrom.includes(second.id) || second.distinctFrom.includes(first.id)) continue;
        // 友谊社区 and 友谊社区跑团: a community and a team.
        if (categoryOf(first) !== categoryOf(second)) continue;
        const related = [{ at: placeOf(first.owner, `${first.pointer}/id`), message: OTHER }];
        const args = { own: { id: second.id, name }, other: { id: first.id, name: near } };
        report(second.owner, `${second.pointer}/id`, args, { related });
      }
    }
  },
});

const categoryOf = ({ owner }: Named): unknown => fieldsOf(owner.value).category;

/** Lists of programmes that records refer into: actions, linkages, strategies. */
const LISTS: readonly string[] = [
  ...new Set(
    KINDS.flatMap((kind) => referenceFields(kind).flatMap(({ to }) => to)).filter((to) => to.startsWith('programs/')),
  ),
];

interface Pair {
  readonly first: Named;
  readonly second: Named;
  readonly name: string;
  readonly near: string;
}

/** The pairs with near names, the one registered later second. */
function pairsIn(ledger: Ledger, target: string): Pair[] {
  const all = namesIn(ledger, target).filter(({ owner }) => owner.valid);
  const order = new Map(all.map((each, index) => [each, index]));
  const byName = new Map<string, Named[]>();
  for (const each of all) {
    for (const name of namesOf(each)) addTo(byName, name, each);
  }
  const pairs = new Map<string, Pair>();
  const add = (a: Named, b: Named, name: string, near: string): void => {
    // The same item in two programmes, or two records of one id, are no near names.
    if (a.id === b.id || (target.includes('/') && a.owner !== b.owner)) return;
    const turned = (order.get(a) ?? 0) < (order.get(b) ?? 0);
    const [first, second] = turned ? [a, b] : [b, a];
    const key = `${order.get(first)} ${order.get(second)}`;
    if (!pairs.has(key))
      pairs.set(key, turned ? { first, second, name: near, near: name } : { first, second, name, near });
  };
  for (const [name, owners] of byName) {
    for (const near of [name, ...shortened(name), ...(target.includes('/') ? overlapping(name, byName.keys()) : [])]) {
      for (const other of byName.get(near) ?? []) for (const each of owners) add(each, other, name, near);
    }
  }
  return [...pairs.values()];
}

function namesOf({ id, others }: Named): ReadonlySet<string> {
  return new Set([id, ...others]);
}

/** A name without one character or two adjacent ones that distinguish nothing; the first one is kept (内科, 心内科). */
function shortened(name: string): string[] {
  if (name.length > LONGEST) return [];
  const found: string[] = [];
  for (let at = 1; at < name.length; at += 1) {
    for (const count of [1, 2]) {
      const dropped = name.slice(at, at + count);
      if (dropped.length < count || DISTINGUISHING.test(dropped) || name.length - count < SHORTEST) continue;
      found.push(name.slice(0, at) + name.slice(at + count));
    }
  }
  return found;
}

/** Names whose beginning is this one's end, half of it or more. */
function overlapping(name: string, names: Iterable<string>): string[] {
  return [...names].filter((other) => {
    const half = Math.ceil(Math.min(name.length, other.length) / 2);
    return half > 1 && other !== name && name.length < 7 && other.length < 7 && other.startsWith(name.slice(-half));
  });
}
