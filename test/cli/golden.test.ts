import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/text/width.js';
import { type CliResult, REPOSITORY, runCli, SHAOXING } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

/**
 * Whole command lines on the hospital's own ledger, each with its stdout, stderr and exit code in test/golden/<name>/.
 * A new one is a line here. After a change of wording: UPDATE=1 npx vitest run --config test/vitest.config.ts test/cli/golden,
 * then read what git shows.
 */
const COMMAND_LINES: Readonly<Record<string, string>> = {
  overview: '',
  help: '--help',
  'help-init': 'init --help',
  'help-schema': 'schema --help',
  'help-validate': 'validate --help',
  'help-progress': 'progress --help',
  'help-report': 'help report',
  'help-todo': 'todo --help',
  'help-list': 'list --help',
  'help-show': 'show --help',
  'help-explain': 'explain --help',
  'progress-2021': 'progress --year 2021',
  'progress-2025': 'progress --year 2025',
  'progress-2025-ascii': 'progress --year 2025 --as-of 2025-06-30 --ascii',
  'progress-2026': 'progress --year 2026',
  'report-2021': 'report --year 2021',
  'report-2025': 'report --year 2025',
  'report-2026': 'report --year 2026',
  'report-program': 'report --year 2025 --program 越医有爱',
  'report-branch': 'report --year 2025 --branch 内科第二党支部',
  'report-pairing': 'report --year 2025 --pairing 东湖',
  'report-public': 'report --year 2021 --public',
  'report-internal': 'report --year 2025 --as-of 2025-06-30 --internal',
  'todo-2025': 'todo --year 2025 --as-of 2025-07-07',
  'todo-branch': 'todo --year 2025 --as-of 2025-12-08 --branch 内科第二',
  'todo-several-branches': 'todo --branch 骨科',
  'todo-unknown-branch': 'todo --branch 骨科第四党支部',
  'todo-2021': 'todo --year 2021 --ascii',
  'report-2025-ids': 'report --year 2025 --ids',
  'list-pairings': 'list 结对 --columns 编号,牵头支部,协助支部,牵头支部.类别 --sort 牵头支部',
  'list-tasks': 'list tasks --where 榜单.类型=工作要点 状态=未启动 --ascii',
  'show-branch': 'show 骨科第二党支部',
  'show-ambiguous': 'show 骨科',
  'explain-target': 'explain percent@target=2025-督查',
  'explain-fact': 'explain 2021-医德考评',
  'help-hook': 'hook --help',
  'help-completion': 'completion --help',
  'help-why-changed': 'why-changed --help',
  'why-changed-day': 'why-changed --year 2025 --since 2025-03-31 --as-of 2025-06-30',
  'why-changed-nothing': 'why-changed --year 2021 --since 2021-12-30',
  schema: 'schema',
  'schema-pairings': 'schema pairings',
  'schema-workspace': 'schema workspace',
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
const SAMPLE_LINES: Readonly<Record<string, string>> = {
  'sample-overview': '',
  'sample-progress': 'progress --year 2025',
  'sample-progress-target': 'progress --year 2025 --by target --as-of 2025-09-30',
  'sample-progress-action': 'progress --year 2025 --by action',
  'sample-progress-branch': 'progress --year 2025 --by branch',
  'sample-progress-partner': 'progress --year 2025 --by partner',
  'sample-progress-linkage': 'progress --year 2025 --by linkage',
  'sample-progress-month': 'progress --year 2025 --by month --as-of 2025-09-30',
  'sample-progress-board': 'progress --year 2025 --by board',
  'sample-progress-inspection': 'progress --year 2025 --by inspection',
  'sample-report': 'report --year 2025',
  'sample-report-midyear': 'report --year 2025 --as-of 2025-06-30 --program 越医有爱',
  'sample-report-internal': 'report --year 2025 --internal',
  'sample-report-public': 'report --year 2025 --public',
  'sample-report-program': 'report --year 2025 --program 越医有爱',
  'sample-report-branch': 'report --year 2025 --branch 内科第一党支部',
  'sample-report-pairing': 'report --year 2025 --pairing 富盛 --format markdown',
  'sample-todo': 'todo --year 2025',
  'sample-todo-branch': 'todo --year 2025 --branch 急诊',
  'sample-list': 'list 活动 --year 2025 --where 状态=待确认|已取消 --columns 日期,名称,牵头,状态 --sort -日期',
  'sample-list-csv': 'list 协议 --format csv',
  'sample-show': 'show 富盛 --kind 结对 --year 2025',
  'sample-explain': 'explain beneficiaries@year=2025,pairing=富盛',
  'sample-explain-week': 'explain done@target=2025-督查,cell=2025-W24',
  'sample-why-changed': 'why-changed --year 2025 --since 2025-11-30 --as-of 2025-12-07',
};

const SAMPLE_YEAR = sampleYear();
const RUNS = [
  ...Object.entries(COMMAND_LINES).map(([name, line]) => [name, line, SHAOXING] as const),
  ...Object.entries(SAMPLE_LINES).map(([name, line]) => [name, line, SAMPLE_YEAR] as const),
];

const FOLDER = join(REPOSITORY, 'test/golden');
const UPDATE = (process.env.UPDATE ?? '') !== '';
const PARTS = ['stdout', 'stderr', 'exit'] as const;

describe.each(RUNS)('%s', (name, line, cwd) => {
  test(`yueyi ${line}`, async () => {
    const found = textsOf(
      await runCli(
        line.split(' ').filter((word) => word !== ''),
        { cwd },
      ),
    );
    if (UPDATE) write(name, found);
    expect(found).toEqual(read(name));
  });

  test('is never wider than 80 columns and uncoloured', () => {
    // Markdown and CSV are for machines to lay out.
    const widest = line.includes('--format') ? Number.POSITIVE_INFINITY : 80;
    const { stdout = '', stderr = '' } = read(name);
    for (const each of `${stdout}\n${stderr}`.split('\n')) expect(displayWidth(each), each).toBeLessThanOrEqual(widest);
    expect(stdout + stderr).not.toContain('\u001b');
  });

  test('has no space at the end of a line, ends in one line feed', () => {
    const { stdout = '', stderr = '' } = read(name);
    for (const text of [stdout, stderr]) {
      expect(text).not.toMatch(/[ \u3000\t]\n/);
      expect(text).toMatch(/^$|[^\n]\n$/);
    }
  });
});

test('no golden is left without its command line', () => {
  if (UPDATE) for (const name of stray()) rmSync(join(FOLDER, name), { recursive: true });
  expect(stray()).toEqual([]);
});

function stray(): string[] {
  return readdirSync(FOLDER).filter((name) => !RUNS.some(([known]) => known === name));
}

function textsOf({ stdout, stderr, code }: CliResult): Record<string, string> {
  return { stdout, stderr, exit: `${code}\n` };
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
      if (!existsSync(file))
        throw new Error(
          `test/golden/${name}/${part}.txt is missing: look at what the command prints, then run with UPDATE=1`,
        );
      return [part, readFileSync(file, 'utf8')];
    }),
  );
}
