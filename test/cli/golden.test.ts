import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { baseLedger } from '../support/memory-reader.js';
import { type CliResult, REPOSITORY, runCli, SHAOXING, temporaryFolder } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

/**
 * Whole command lines on the hospital's own ledger, each with its stdout, stderr and exit code in test/golden/<name>/.
 * A new one is a line here; of a long product a golden holds the part that it is about. After a change of wording:
 * UPDATE=1 npx vitest run --config test/vitest.config.ts test/cli/golden, then read what git shows.
 */
type Golden = string | readonly [line: string, part: Part];

/** Lines of stdout: from one that begins so, to before the next that begins so, at most so many. */
interface Part {
  readonly from?: string;
  readonly until?: string;
  readonly lines?: number;
}

/** Applications and sign-ins held against the small ledger. */
const RECONCILE = 'import ../imports/钉钉3月.csv ../imports/签到3月.csv --data ../base/data';

const COMMAND_LINES: Readonly<Record<string, Golden>> = {
  overview: '',
  help: '--help',
  'help-init': 'init --help',
  'help-add': 'add --help',
  'help-copy': 'copy --help',
  'help-set': 'set --help',
  'help-step': 'step --help',
  'help-rename': 'rename --help',
  'help-remove': 'remove --help',
  'help-undo': 'undo --help',
  'help-fmt': 'fmt --help',
  'help-year': 'year --help',
  'year-open-2022': 'year open 2022 --dry-run',
  'year-open-2026': ['year open 2026 --dry-run', { from: '新增目标“2026-督查', until: '新增目标“2026-一' }],
  'help-find': 'find --help',
  find: 'find 胡松峰',
  'help-schema': 'schema --help',
  'help-validate': 'validate --help',
  'help-progress': 'progress --help',
  'help-report': 'help report',
  'help-todo': 'todo --help',
  'help-list': 'list --help',
  'help-show': 'show --help',
  'help-explain': 'explain --help',
  'progress-2021': 'progress --year 2021',
  'progress-2025': ['progress --year 2025', { until: '结对一览' }],
  'progress-2025-ascii': 'progress --year 2025 --as-of 2025-06-30 --ascii',
  'progress-2026': 'progress --year 2026',
  'report-2021': ['report --year 2021', { until: '五、' }],
  'report-2021-end': ['report --year 2021', { from: '五、', until: '附件：' }],
  'report-2021-annex': ['report --year 2021', { from: '附件：' }],
  'report-2025': 'report --year 2025',
  'report-2026': 'report --year 2026',
  'report-program': 'report --year 2025 --program 越医有爱',
  'report-branch': 'report --year 2025 --branch 内科第二党支部',
  'report-pairing': 'report --year 2025 --pairing 东湖',
  'report-public': ['report --year 2021 --public', { from: '三、', until: '四、' }],
  'todo-2025': 'todo --year 2025 --as-of 2025-07-07',
  'todo-branch': 'todo --year 2025 --as-of 2025-12-08 --branch 内科第二',
  'todo-several-branches': 'todo --branch 骨科',
  'todo-unknown-branch': 'todo --branch 骨科第四党支部',
  'calendar-june': 'calendar 2025-06',
  'help-calendar': 'calendar --help',
  'todo-2021': 'todo --year 2021 --ascii',
  'report-2025-ids': 'report --year 2025 --ids',
  'list-pairings': 'list 结对 --columns 编号,牵头支部,协助支部,牵头支部.类别 --sort 牵头支部',
  'list-tasks': 'list tasks --where 榜单.类型=工作要点 状态=进展未登记 --ascii',
  'show-branch': 'show 骨科第二党支部',
  'show-ambiguous': 'show 骨科',
  'explain-target': 'explain percent@target=2025-督查',
  'explain-fact': 'explain 2021-医德考评',
  'help-fill': 'fill --help',
  'fill-tags': 'fill --tags 结对',
  'fill-unknown-template': 'fill 结队协议书 东湖',
  'help-hook': 'hook --help',
  'help-freeze': 'freeze --help',
  'help-completion': 'completion --help',
  'help-import': 'import --help',
  'import-reconcile': `${RECONCILE} --reconcile`,
  'import-applications': 'import ../imports/钉钉3月.csv --data ../base/data',
  'help-why-changed': 'why-changed --help',
  'help-check-doc': 'check-doc --help',
  'check-doc': 'check-doc ../drafts/改过的文稿.txt --year 2021',
  'why-changed-day': 'why-changed --year 2025 --since 2025-03-31 --as-of 2025-06-30',
  'why-changed-nothing': 'why-changed --year 2021 --since 2021-11-30 --as-of 2021-12-30',
  schema: 'schema',
  'schema-pairings': 'schema pairings',
  'schema-workspace': ['schema workspace', { lines: 60 }],
  'validate-ok': 'validate',
  'validate-excused': 'validate --excused',
  'validate-english': 'validate --lang en',
  'help-why': 'why --help',
  why: 'why',
  'why-rule': 'why missing-evidence',
  'why-locked-rule': 'why facts-sum --lang en',
  'why-unknown': 'why fact-sum',
  'unknown-kind': 'schema pairing',
  'unknown-option': 'report --yaer 2025',
  'bad-year': 'report --year 二〇二五',
  'no-such-data': 'validate --data nowhere',
};

/** The same on the illustrative year: every table, the whole report and what stands beside them. */
const SAMPLE_LINES: Readonly<Record<string, Golden>> = {
  'sample-overview': '',
  'sample-progress': ['progress --year 2025', { until: '榜单和清单' }],
  'sample-progress-pairings': ['progress --year 2025', { from: '结对一览', until: '各项行动' }],
  'sample-progress-branches': ['progress --year 2025', { from: '各项行动' }],
  'sample-progress-target': 'progress --year 2025 --by target --as-of 2025-09-30',
  'sample-progress-action': 'progress --year 2025 --by action',
  'sample-progress-branch': ['progress --year 2025 --by branch', { lines: 60 }],
  'sample-progress-partner': 'progress --year 2025 --by partner',
  'sample-progress-linkage': 'progress --year 2025 --by linkage',
  'sample-progress-month': 'progress --year 2025 --by month --as-of 2025-09-30',
  'sample-progress-board': ['progress --year 2025 --by board', { lines: 60 }],
  'sample-progress-inspection': 'progress --year 2025 --by inspection',
  'sample-report': ['report --year 2025', { until: '附件1' }],
  'sample-report-pairings': ['report --year 2025', { from: '附件1', until: '附件2' }],
  'sample-report-activities': ['report --year 2025 --attach 全部', { from: '附件2', lines: 50 }],
  'sample-report-boards': ['report --year 2025', { from: '附件2', lines: 40 }],
  'sample-report-projects': ['report --year 2025', { from: '一书记一项目', lines: 40 }],
  'sample-report-midyear': ['report --year 2025 --as-of 2025-06-30 --program 越医有爱', { until: '附件' }],
  'sample-report-internal': ['report --year 2025 --internal', { from: '附件3', lines: 55 }],
  'sample-report-public': ['report --year 2025 --public', { until: '附件1' }],
  'sample-report-public-boards': ['report --year 2025 --public', { from: '附件2', lines: 40 }],
  'sample-report-program': ['report --year 2025 --program 越医有爱', { until: '附件' }],
  'sample-report-branch': ['report --year 2025 --branch 内科第一党支部', { lines: 70 }],
  'sample-report-pairing': 'report --year 2025 --pairing 富盛 --format markdown',
  'sample-report-pairing-evaluated': ['report --period 2025-H2 --pairing 东湖', { from: '四、', until: '六、' }],
  'sample-bulletin-march': 'report --period 2025-03',
  'sample-bulletin-june': 'report --period 2025-06',
  'sample-bulletin-quarter': 'report --period 2025-Q2',
  'sample-bulletin-half': 'report --period 2025-H1',
  'sample-bulletin-internal': ['report --period 2025-03 --internal', { from: '附件1', until: '附件2' }],
  'sample-calendar': ['calendar 2025-09 --as-of 2025-09-15', { until: '│ 9月9日' }],
  'sample-todo': ['todo --as-of 2025-09-15', { until: '以后' }],
  'sample-todo-summary': ['todo --as-of 2025-09-15', { from: '汇总' }],
  'sample-todo-branch': 'todo --year 2025 --branch 急诊',
  'sample-list': 'list 活动 --year 2025 --where 状态=待确认|已取消 --columns 日期,名称,牵头,状态 --sort -日期',
  'sample-list-csv': 'list 协议 --format csv',
  'sample-show': ['show 富盛 --kind 结对 --year 2025', { lines: 60 }],
  'sample-explain': 'explain beneficiaries@year=2025,pairing=富盛',
  'sample-explain-week': 'explain done@target=2025-督查,cell=2025-W24',
  'sample-why-changed': ['why-changed --year 2025 --since 2025-11-30 --as-of 2025-12-07', { lines: 70 }],
};

/** Changes of the small ledger, each in a copy of its own; what stands before ` && ` is done first. */
const CHANGE_LINES: Readonly<Record<string, string>> = {
  add: 'add 活动 --set 名称=立夏义诊 日期=2025-05-05 类型=义诊、健康体检 结对=ysq 牵头=甲 受益群众=约80',
  'add-dry-run': 'add 督查 --set 日期=2025-06-03 方式=实地查看 --dry-run',
  'add-missing': 'add 活动 --set 名称=立夏义诊',
  'add-ambiguous': 'add 活动 --set 名称=立夏义诊 日期=2025-05-05 类型=义诊 牵头=支部',
  'add-refused': 'add 活动 --set 编号=2025-03-15-乙社区义诊 名称=立夏义诊 日期=2025-05-05 类型=义诊',
  copy: 'copy 春季健康义诊 --on 2025-04-12 --set 名称=谷雨义诊',
  'copy-dry-run': 'copy 春分养生 --on 2025-06-21 --dry-run',
  'copy-undated': 'copy 春季健康义诊',
  'copy-ambiguous': 'copy 2025-03 --on 2025-04-12',
  'copy-refused': 'copy 春季健康义诊 --on 2025-04-12 --set 编号=2025-03-20-节气讲座',
  set: 'set 春季健康义诊 地点=社区广场 类型+=健康体检 联建内容= 备注=雨天：改在室内',
  'set-dry-run': 'set 春季健康义诊 春分养生 备注=雨天 --dry-run',
  'set-unchanged': 'set 春季健康义诊 类型=义诊',
  'set-ambiguous': 'set 2025-03 备注=雨天',
  'set-refused': 'set 春季健康义诊 日期=2025-03-16',
  step: 'step 春分养生 已开展 受益群众=30',
  'step-dry-run': 'step 春分养生 改期 --on 2025-03-18 改到=2025-03-21 --dry-run',
  'step-unknown': 'step 春分养生 开展',
  'step-ambiguous': 'step 2025-03 取消 --on 2025-03-10',
  'step-refused': 'step 春季健康义诊 取消 --on 2025-03-16',
  rename: 'rename 乙社区 乙街道 --kind 结对',
  'rename-dry-run': 'rename 2025-03-20-节气讲座 2025-03-20-春分讲座 --dry-run',
  'rename-ambiguous': 'rename 2025-03 2025-03-义诊',
  'rename-refused': 'rename 乙社区 丙镇 --kind 结对',
  remove: 'remove 2025-03-20-节气讲座',
  'remove-dry-run': 'remove 春分养生 --dry-run',
  'remove-ambiguous': 'remove 2025-03',
  'remove-refused': 'remove 乙社区 --kind 结对',
  undo: 'set 春季健康义诊 地点=社区广场 --quiet && undo',
  'undo-dry-run': 'remove 春分养生 --quiet && undo --dry-run',
  'undo-nothing': 'undo',
  'find-nothing': 'find 胡松峰',
};

const SAMPLE_YEAR = sampleYear();
const RUNS = [
  ...Object.entries(COMMAND_LINES).map(([name, golden]) => ({ name, cwd: SHAOXING, ...partOf(golden) })),
  ...Object.entries(SAMPLE_LINES).map(([name, golden]) => ({ name, cwd: SAMPLE_YEAR, ...partOf(golden) })),
  ...Object.entries(CHANGE_LINES).map(([name, golden]) => ({ name, cwd: null, ...partOf(golden) })),
];

const FOLDER = join(REPOSITORY, 'test/golden');
const UPDATE = (process.env.UPDATE ?? '') !== '';
const HOW =
  'look at what the command prints, then run UPDATE=1 npx vitest run --config test/vitest.config.ts test/cli/golden';
const PARTS = ['stdout', 'stderr', 'exit'] as const;
/** More than this is read by nobody. */
const LONGEST = 10_000;

describe.each(RUNS)('$name', ({ name, line, part, cwd }) => {
  test(`yueyi ${line}`, async () => {
    const { stdout, stderr, code } = await runOnce(line, cwd);
    const found = { stdout: cut(stdout, part), stderr, exit: `${code}\n` };
    const long = `test/golden/${name} is too long to be read: give it the part that it is about, as others here have`;
    expect(Buffer.byteLength(found.stdout), long).toBeLessThan(LONGEST);
    if (UPDATE) write(name, found);
    expect(found, `test/golden/${name} is not what is printed: ${HOW}`).toEqual(read(name));
  });

  test('is never wider than 80 columns and uncoloured', async () => {
    // Markdown and CSV are for machines to lay out.
    const widest = line.includes('--format') ? Number.POSITIVE_INFINITY : 80;
    const { stdout, stderr } = await runOnce(line, cwd);
    for (const each of `${stdout}\n${stderr}`.split('\n')) expect(displayWidth(each), each).toBeLessThanOrEqual(widest);
    expect(stdout + stderr).not.toContain('\u001b');
  });

  test('has no space at the end of a line, ends in one line feed', async () => {
    const { stdout, stderr } = await runOnce(line, cwd);
    for (const text of [stdout, stderr]) {
      expect(text).not.toMatch(/[ \u3000\t]\n/);
      expect(text).toMatch(/^$|[^\n]\n$/);
    }
  });
});

test('no golden is left without its command line', () => {
  if (UPDATE) for (const name of stray()) rmSync(join(FOLDER, name), { recursive: true });
  expect(stray(), 'remove them, or run with UPDATE=1').toEqual([]);
});

function stray(): string[] {
  return readdirSync(FOLDER).filter((name) => !RUNS.some((run) => run.name === name));
}

function partOf(golden: Golden): { line: string; part: Part } {
  return typeof golden === 'string' ? { line: golden, part: {} } : { line: golden[0], part: golden[1] };
}

const results = new Map<string, Promise<CliResult>>();

/** What a command line prints, run once for all that is asked of it. @param cwd null for a copy of the small ledger */
function runOnce(line: string, cwd: string | null): Promise<CliResult> {
  const key = `${cwd}\n${line}`;
  const result = results.get(key) ?? (cwd === null ? runChange(line) : runLine(line, cwd));
  results.set(key, result);
  return result;
}

const runLine = (line: string, cwd: string): Promise<CliResult> => runCli(line.split(' ').filter(Boolean), { cwd });

/** @throws where what is done first fails */
async function runChange(line: string): Promise<CliResult> {
  const files = Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]);
  const cwd = temporaryFolder(Object.fromEntries(files) as Record<string, string>);
  const lines = line.split(' && ');
  for (const first of lines.slice(0, -1)) {
    const { code, stderr } = await runLine(first, cwd);
    if (code !== 0) throw new Error(`yueyi ${first} ended with ${code}: ${stderr}`);
  }
  const result = await runLine(lines.at(-1) ?? '', cwd);
  // The time of a write is the clock's.
  return { ...result, stdout: result.stdout.replace(/\d{4}-\d\d-\d\d \d\d:\d\d (?=的 yueyi)/, '2026-11-22 12:00 ') };
}

/** @throws where no line begins with what a part begins or ends with */
function cut(text: string, { from, until, lines }: Part): string {
  const all = text.split('\n').slice(0, -1);
  const start = from === undefined ? 0 : indexOf(all, from, 0);
  const end = until === undefined ? all.length : indexOf(all, until, start + 1);
  return all
    .slice(start, Math.min(end, start + (lines ?? all.length)))
    .map((line) => `${line}\n`)
    .join('');
}

function indexOf(lines: readonly string[], beginning: string, start: number): number {
  const index = lines.findIndex((line, at) => at >= start && line.startsWith(beginning));
  if (index < 0) throw new Error(`no line begins with “${beginning}”: name another part in golden.test.ts`);
  return index;
}

function write(name: string, texts: Record<string, string>): void {
  mkdirSync(join(FOLDER, name), { recursive: true });
  for (const part of PARTS) writeFileSync(join(FOLDER, name, `${part}.txt`), texts[part] ?? '');
}

/** @throws where a golden is missing: it is written with UPDATE=1 only, never by the way. */
function read(name: string): Record<string, string> {
  return Object.fromEntries(
    PARTS.map((part) => {
      const file = join(FOLDER, name, `${part}.txt`);
      if (!existsSync(file)) throw new Error(`test/golden/${name}/${part}.txt is missing: ${HOW}`);
      return [part, readFileSync(file, 'utf8')];
    }),
  );
}
