import { describe, expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { runCli, temporaryFolder } from '../support/run-cli.js';

const inData = (files: Readonly<Record<string, string>>): string =>
  temporaryFolder(
    Object.fromEntries(Object.entries({ ...baseLedger(), ...files }).map(([path, text]) => [`data/${path}`, text])),
  );

const excused =
  '- id: 2025-04-01-讲座\n  title: 讲座\n  date: 2025-04-01\n  types: [讲座]\n  excuse:\n    - code: missing-approval\n      reason: 疫情期间线上举办，院长口头同意\n      by: 党政综合办\n      date: 2025-04-02\n  events:\n    - on: 2025-04-01\n      step: 已开展\n';

describe('validate --lang', () => {
  const wrong = {
    'activities/new.yaml':
      '- id: 2025-04-01-义诊\n  title: 义诊\n  date: 2025-04-01\n  types: [义诊]\n  lead: 甲党支部\n',
  };

  test('en: message, hint, frame words and summary are English', async () => {
    const { stdout, code } = await runCli(['validate', '--lang', 'en'], { cwd: inData(wrong) });
    expect(code).toBe(1);
    expect(stdout).toContain('data/activities/new.yaml:5:9 error unknown-reference');
    expect(stdout).toContain('There is no “甲党支部” in branches (党支部) or departments (科室)');
    expect(stdout).toContain('→ Do you mean “甲支部”?');
    expect(stdout).toMatch(/Checked 16 files and \d+ records: 1 error, 0 warnings\.\n$/);
  });

  test('en: the JSON has English messages in the same shape', async () => {
    const { stdout } = await runCli(['--lang', 'en', 'validate', '--format', 'json'], { cwd: inData(wrong) });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string; hint: string }[] };
    expect(diagnostics).toMatchObject([{ hint: 'Do you mean “甲支部”?' }]);
  });

  test('zh is the default; another is refused with the choices', async () => {
    const { stdout } = await runCli(['validate', '--lang', 'zh'], { cwd: inData(wrong) });
    expect(stdout).toBe((await runCli(['validate'], { cwd: inData(wrong) })).stdout);
    const { stderr, code } = await runCli(['validate', '--lang', '法文'], { cwd: inData({}) });
    expect(code).toBe(2);
    expect(stderr).toContain('zh（中文）或 en（英文）');
  });

  test('a refused report prints its errors in the language chosen', async () => {
    const { stderr, code } = await runCli(['progress', '--lang', 'en'], { cwd: inData(wrong) });
    expect(code).toBe(1);
    expect(stderr).toContain('error unknown-reference');
    expect(stderr).toContain('Errors in the ledger: 1.');
    expect(stderr.replace(/“[^”]*”|\([^)]*\)|.*\|.*/g, '')).not.toMatch(/\p{sc=Han}/u);
  });
});

describe('what is excused', () => {
  test('is counted in one line, and listed with its reason where asked for', async () => {
    const cwd = inData({ 'activities/new.yaml': excused });
    const short = await runCli(['validate'], { cwd });
    expect(short.stdout).toMatch(/没有发现问题。\n另有 1 处已说明理由的例外。\n$/);
    const long = await runCli(['validate', '--excused'], { cwd });
    expect(long.stdout).toContain('data/activities/new.yaml:4:10 已说明理由 missing-approval');
    expect(long.stdout).toContain('理由：疫情期间线上举办，院长口头同意（党政综合办，2025-04-02）');
    expect([short.code, long.code]).toEqual([0, 0]);
    expect((await runCli(['validate', '--excused', '--strict'], { cwd })).code).toBe(0);
  });

  test('paths narrow it, --quiet leaves the count out, JSON keeps its shape', async () => {
    const cwd = inData({ 'activities/new.yaml': excused });
    expect((await runCli(['validate', 'data/people'], { cwd })).stdout).not.toContain('例外');
    expect((await runCli(['validate', '--quiet'], { cwd })).stdout).toBe('');
    const { summary } = JSON.parse((await runCli(['validate', '--format', 'json', '--excused'], { cwd })).stdout) as {
      summary: object;
    };
    expect(Object.keys(summary)).toEqual(['files', 'records', 'errors', 'warnings']);
  });
});

describe('private numbers', () => {
  const number = '13800001111';

  test.each(['text', 'json'])('are nowhere whole in %s', async (format) => {
    const cwd = inData({
      'people/new.yaml': `- id: 孙三\n  note: 电话${number}\n`,
      'tasks/new.yaml': `- id: 甲\n  board: 2025-要点\n  title: 乙\n  publicLines:\n    - service: 丙\n      phone: "${number}"\n`,
    });
    const { stdout, code } = await runCli(['validate', '--format', format], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('138******11');
    expect(stdout).toContain('bad-format');
    expect(stdout).not.toContain(number);
  });

  test('name their record and field where they have one, also in a record that fails its schema', async () => {
    const cwd = inData({ 'people/new.yaml': `# ${number}\n- id: 孙三\n  notes: 电话${number}\n` });
    const { stdout } = await runCli(['validate', '--format', 'json'], { cwd });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: object[] };
    expect(diagnostics).toMatchObject([
      { code: 'private-number', line: 1, column: 3, endColumn: 14, path: null, record: null },
      { code: 'unknown-field', line: 3 },
      { code: 'private-number', line: 3, column: 12, path: '/0/notes', record: '孙三' },
    ]);
  });

  test('are found in files that cannot be read as YAML, and in the settings', async () => {
    const workspace = `${baseLedger()['workspace.yaml']}# 管理员${number}\n`;
    const cwd = inData({ 'people/new.yaml': `- id: [${number}\n`, 'workspace.yaml': workspace });
    const { stdout } = await runCli(['validate'], { cwd });
    expect(stdout).toContain('data/people/new.yaml:1:8 必须修改 private-number');
    expect(stdout).toContain('data/workspace.yaml:4:6 必须修改 private-number');
    expect(stdout).not.toContain(number);
  });
});

describe('why', () => {
  test('every code has a page that is not wider than the screen, in both languages', async () => {
    const { stdout } = await runCli(['why']);
    const codes = [...stdout.matchAll(/^ {2}([a-z-]+) /gm)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(70);
    for (const code of codes) {
      for (const lang of ['zh', 'en']) {
        const page = await runCli(['why', code, '--lang', lang]);
        expect(page.code).toBe(0);
        expect(page.stdout.startsWith(`${code}  `)).toBe(true);
      }
    }
  });

  test('needs no ledger', async () => {
    expect((await runCli(['why', 'facts-sum'], { cwd: temporaryFolder() })).code).toBe(0);
  });
});
