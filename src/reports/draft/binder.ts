import type { Figure } from '../../document/figure.js';
import { parseFigureId } from '../../figures/figure-id.js';
import { figuresOfYear } from '../../figures/figures-of-year.js';
import type { NamedFigure } from '../../ledger/figure-mentions.js';
import { bareName } from '../../ledger/number-claims.js';
import type { ReportContext } from '../context.js';
import { type FactCandidate, factCandidates, factsBeside, hasUnit, namedBeside } from './candidates.js';
import { type DraftScope, isSameMonths, isWhole } from './draft-scope.js';
import type { OwnPhrases } from './own-phrases.js';
import { bare, type PlacedNumber, unitClass } from './placed-number.js';
import { targetFigure } from './target-role.js';

/** What a number is bound to: one figure; or none, with those it may be of. */
export interface Binding {
  readonly figure?: Figure;
  readonly candidates: readonly Figure[];
}

const NONE: Binding = { candidates: [] };

/**
 * Words that make a number another one than the figure of the whole: of a state, a change, a plan, a share. What has such a
 * word in its own name may be meant with it.
 */
const QUALIFIED =
  /完成(?!市级|省级)|结题|结项|销号|逾期|推进|未|新增|增加|减少|增长|下降|上升|(?<!评)比(?!赛|武|例)|[再超仍剩另拟]|余下|首批|先期|第一时间|第[一二三四五六七八九十\d]|平均|人均|每|计划|目标|将(?=开展|组织|完成|举办|有|新)|力争|应(?=当|覆盖|完成|派|到|改)|预计|争取|部分|分别|占|兄弟|外院|(?<!各|各党)支部(?!书记)|科室|^全[国省市区县]/g;

/** Finds the one figure that each number of a draft gives. It never guesses: where two are left, none is. */
export class Binder {
  private readonly facts: readonly FactCandidate[];
  private readonly named: readonly NamedFigure[];
  /** The fact that each number was bound to: 其中 speaks of a part of the one before. */
  private readonly boundFacts = new Map<PlacedNumber, FactCandidate>();
  private readonly boundTargets = new Map<PlacedNumber, string>();

  constructor(
    private readonly context: ReportContext,
    private readonly scope: DraftScope,
    private readonly phrases: OwnPhrases,
  ) {
    this.facts = factCandidates(context);
    this.named = figuresOfYear(context.ledger, context.year);
  }

  bind(number: PlacedNumber): Binding {
    const own = this.phrases.inSentence(number);
    // The same sentence stands in a branch's summary, and in last year's.
    if (own) return this.scope.isUnderOther() ? NONE : this.remember(number, own);
    const found = new Map<string, Figure>();
    for (const figure of [...this.ofClause(number), ...this.ofFacts(number), ...this.ofNames(number)])
      found.set(figure.id, figure);
    const candidates = [...found.values()];
    const [only] = candidates;
    return only && candidates.length === 1 ? this.remember(number, only) : { candidates };
  }

  private remember(number: PlacedNumber, figure: Figure): Binding {
    const fact = this.facts.find((each) => each.figure.id === figure.id);
    if (fact) this.boundFacts.set(number, fact);
    const target = /@(?:.*,)?target=([^,]+)/.exec(figure.id)?.[1];
    if (target !== undefined) this.boundTargets.set(number, target);
    return { figure, candidates: [figure] };
  }

  /** The figure of the same clause in our own products, unless the draft speaks of a part there. */
  private ofClause(number: PlacedNumber): readonly Figure[] {
    const figure = this.phrases.inClause(number);
    if (!figure || !this.scope.isOfPeriod(this.scope.monthsOf(number))) return [];
    const isNamed = this.scope.ownersOf(number).every((owner) => figure.id.includes(owner));
    return isNamed && saysDimensions(figure, number.clause) ? [figure] : [];
  }

  private ofFacts(number: PlacedNumber): readonly Figure[] {
    const words = wordsOf(number);
    const part = number.ahead.startsWith('其中');
    const parts = part ? this.partsNamed(number, words) : [];
    const beside = parts.length > 0 ? parts : this.beside(number, words, part);
    return beside.filter((candidate) => this.isOfWhole(number, candidate, words)).map(({ figure }) => figure);
  }

  private beside(number: PlacedNumber, words: string, part: boolean): readonly FactCandidate[] {
    const found = factsBeside(number, words, this.facts);
    if (!part) return found;
    const whole = this.wholeOf(number);
    return whole ? found.filter((candidate) => isPartOf(candidate, whole)) : found.filter(saysPart);
  }

  /** 其中高知3名: the part of the number before whose name has the word beyond the whole's own name. */
  private partsNamed(number: PlacedNumber, words: string): readonly FactCandidate[] {
    const whole = this.wholeOf(number);
    if (!whole) return [];
    return this.facts.filter(
      (candidate) =>
        isPartOf(candidate, whole) &&
        hasUnit(number, candidate) &&
        ownWords(candidate, whole).some((own) => words.includes(own)),
    );
  }

  private wholeOf({ earlier }: PlacedNumber): FactCandidate | undefined {
    const wholes = earlier.flatMap((each) => this.boundFacts.get(each) ?? []);
    return wholes.at(-1);
  }

  /** Whether a number speaks of what the fact is of: its months, the whole hospital, no state and no plan. */
  private isOfWhole(number: PlacedNumber, { words, months }: FactCandidate, beside: string): boolean {
    const said = this.scope.monthsOf(number);
    const inTime = isWhole(said) || (months !== undefined && isSameMonths(said, months.from, months.until));
    const has = (word: string): boolean => words.some((each) => each.includes(word));
    return (
      inTime &&
      !(isModified(words, beside) && !number.leads) &&
      this.scope.ownersOf(number).every((owner) => has(bare(owner))) &&
      (beside.match(QUALIFIED) ?? []).every((word) => has(word) || isWithin(word, beside, words))
    );
  }

  private ofNames(number: PlacedNumber): readonly Figure[] {
    if (!isWhole(this.scope.monthsOf(number)) || this.scope.ownersOf(number).length > 0) return [];
    if (number.ahead.startsWith('其中')) return [];
    const target = targetFigure(this.context, number, this.named, this.targetBefore(number));
    if (target !== null) return target;
    const found = namedBeside(number, number.ahead, this.named).map(({ id }) => this.context.figures.byId(id));
    return found.filter((figure) => figure !== undefined);
  }

  /** The target that the sentence speaks of: 义诊目标100场，开展97场. */
  private targetBefore({ earlier }: PlacedNumber): string | undefined {
    const last = earlier.at(-1);
    return last && this.boundTargets.get(last);
  }
}

/** The words that say what a number is of: its own, or its clause's where no other number of the unit is in it. */
function wordsOf(number: PlacedNumber): string {
  const { contested, leads, ahead, behind, clause, previous } = number;
  if (isEmptyClause(number)) return previous + clause;
  if (!contested) return clause;
  return leads ? behind : ahead;
}

/** 共计127100元 speaks on of what the clause before gives in another unit. */
function isEmptyClause({ ahead, behind, clause, unit, earlier }: PlacedNumber): boolean {
  const last = earlier.at(-1);
  const isAlone = bareName(ahead) === '' && behind === '' && clause.indexOf('◆') === clause.lastIndexOf('◆');
  return isAlone && last !== undefined && unitClass(last.unit) !== unitClass(unit);
}

const isPartOf = ({ fact }: FactCandidate, whole: FactCandidate): boolean =>
  fact.value.of === whole.fact.id || (whole.fact.value.parts?.includes(fact.id) ?? false);

/** A cue that itself says 其中. */
const saysPart = ({ words }: FactCandidate): boolean => words.some((word) => word.startsWith('其中'));

/** What of a part's words is not its whole's: 高知 of 吸收预备党员中的高知. */
function ownWords({ words }: FactCandidate, whole: FactCandidate): readonly string[] {
  const taken = whole.words.flatMap((word) => [word, ...tails(word)]);
  return words.flatMap((word) => {
    const shared = taken.filter((each) => word.includes(each)).sort((a, b) => b.length - a.length)[0] ?? '';
    const own = (shared === '' ? word : word.replace(shared, '')).replace(/^其中|中的?|的/g, '');
    return own.length >= 2 ? [own] : [];
  });
}

/** Whether something else is named by the fact's words: 参加培训的入党积极分子 are not all of them. */
function isModified(words: readonly string[], beside: string): boolean {
  const before = words.flatMap((word) => beside.split(word).slice(0, -1));
  return before.length > 0 && before.every((each) => /(?<!全年|全院|我院|医院|年度)的.{0,2}$/.test(each));
}

/** Whether a clause names what a figure is narrowed to: 服务群众◆人次 does not name the action of which it is. */
function saysDimensions({ id }: Figure, clause: string): boolean {
  const { year, period, month, program, ...narrow } = parseFigureId(id)?.dimensions ?? {};
  const all = Object.values(narrow).length > 0 ? Object.values(narrow) : [program];
  return all.every((value) => value === undefined || clause.includes(bare(value.replace(/^\d{4}-|-\d{4}$/g, ''))));
}

/** The ends of a word from two characters on: 预备党员, 备党员, 党员. */
function tails(word: string): string[] {
  return Array.from({ length: Math.max(word.length - 2, 0) }, (_, index) => word.slice(index + 1)).filter(
    (tail) => tail.length >= 2,
  );
}

/** Whether a qualifying word in the words only belongs to one of the fact's. */
function isWithin(word: string, beside: string, words: readonly string[]): boolean {
  return !words.reduce((rest, each) => rest.replaceAll(each, '◇'), beside).includes(word);
}
