import { expect, test } from 'vitest';
import { runCli, temporaryFolder } from '../support/run-cli.js';

/** A file's name that turns the line round, a key and an id that are somebody's number, a title with an escape. */
const LEDGER = {
  'data/workspace.yaml': 'hospital: 某医院\n',
  'data/people/人\u202e员\u009b13611112222.yaml':
    '- id: "13900002222"\n  "13700003333": 甲\n- id: 王芳\n  note: 微信号 nobody_2025\n',
};

test.each(['text', 'json', 'github', 'gitlab', 'sarif'])(
  'validate as %s shows no number whole and steers no screen',
  async (format) => {
    const { stdout, stderr } = await runCli(['validate', '--format', format], { cwd: temporaryFolder(LEDGER) });
    const said = stdout.replace(/(?:%[\dA-F]{2})+/g, decodeURIComponent) + stderr;
    expect(said).toContain('private-number');
    expect(said).not.toMatch(/13611112222|13900002222|13700003333|nobody_2025/);
    expect(said).not.toMatch(/[\u202e\u009b]/);
  },
);

test.each([
  ['show', '王芳'],
  ['show', '王芳', '--format', 'json'],
  ['list', 'people'],
  ['list', 'people', '--columns', '编号,备注', '--format', 'csv'],
  ['list', 'people', '--format', 'json'],
])('yueyi %s shows no number whole', async (...args) => {
  const ledger = { ...LEDGER, 'data/people/甲.yaml': '- id: 李四\n  name: 李四13611112222\n' };
  const { stdout } = await runCli([...args, '--force'], { cwd: temporaryFolder(ledger) });
  expect(stdout).not.toBe('');
  expect(stdout).not.toMatch(/13611112222|13900002222|nobody_2025|[\u202e\u009b]/);
});

test.each(['text', 'markdown', 'json'])('show as %s knows a number by the name of its field', async (format) => {
  const evidence = { archiveNumber: `${'138'}12345678`, archivePlace: '档案室' };
  const task = {
    id: '甲-1',
    board: '甲',
    title: '整理',
    events: [{ on: '2025-03-01', step: '已完成', evidence: [evidence] }],
  };
  const cwd = temporaryFolder({
    'data/workspace.yaml': 'hospital: 某医院\n',
    'data/tasks/甲.yaml': `- ${JSON.stringify(task)}\n`,
  });
  const { stdout } = await runCli(['show', '甲-1', '--force', '--format', format], { cwd });
  expect(stdout).toContain(evidence.archiveNumber);
});
