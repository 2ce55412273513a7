import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENV, git } from '../support/git-folder.js';
import { baseLedger } from '../support/memory-reader.js';
import { REPOSITORY, runCli, temporaryFolder } from '../support/run-cli.js';
import { leftovers, stopped, stopsOf, treeOf } from '../support/stopped.js';
import { p, wordFile } from '../support/word-template.js';

const BIN = join(REPOSITORY, 'bin/yueyi.js');
const PROGRAM = { node: process.execPath, script: BIN };
/**
 * How many stops `npm test` tries of each command; `npm run test:stops` tries them all, and what readers say between.
 */
const ALL = process.env.YUEYI_STOPS === 'all';
const MOST = ALL ? Number.POSITIVE_INFINITY : 6;

const TYPED = {
  'data/people/new.yaml': '# 新来的\n- id: “孙三”\n- id: 周五\n',
  'data/activities/四月.yaml': '- id：2025-04-01-义诊 # 上午\n  title：义诊\n  date：2025年4月1日\n  types: [义诊]\n',
};

/** The small ledger with two files that can be mended. */
function ledger(): Record<string, string> {
  return { ...sound(), ...TYPED };
}

/** The small ledger without anything to mend. */
function sound(): Record<string, string> {
  return Object.fromEntries(Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]));
}

interface Case {
  readonly args: readonly string[];
  readonly make: () => string | Promise<string>;
}

const repository = (): string => {
  const folder = temporaryFolder(ledger());
  git(folder, ['init', '--quiet']);
  return folder;
};
const run = (folder: string, args: readonly string[]) => runCli(args, { cwd: folder, program: PROGRAM });

const CASES: Readonly<Record<string, Case>> = {
  'validate --fix': { args: ['validate', '--fix'], make: () => temporaryFolder(ledger()) },
  'import --write': {
    args: ['import', '活动.csv', '--as', '活动', '--write'],
    make: () => temporaryFolder({ ...sound(), '活动.csv': '名称,日期,类型\n甲,2026-03-01,义诊\n乙,2026-04-01,义诊\n' }),
  },
  'import --reconcile --write': {
    args: ['import', '签到.csv', '--reconcile', '--write'],
    make: () => temporaryFolder({ ...sound(), '签到.csv': '活动名称,签到时间,签到人数\n春分养生讲座,2025-03-20,8\n' }),
  },
  'report -o over an old file': {
    args: ['progress', '--year', '2025', '--force', '-o', '进展.txt'],
    make: () => temporaryFolder({ ...ledger(), '进展.txt': '旧的\n' }),
  },
  'check-doc -o over old comments': {
    args: ['check-doc', '文稿.txt', '--year', '2025', '--quiet', '-o', '批注.docx'],
    make: () => temporaryFolder({ ...ledger(), '文稿.txt': '收到锦旗157面。\n', '批注.docx': '旧的\n' }),
  },
  'fill --all into a folder': {
    args: ['fill', '协议', '--all', '--year', '2025', '--force', '-o', '协议/'],
    make: () => {
      const folder = temporaryFolder({ ...ledger(), '协议/乙社区.docx': '旧的\n' });
      mkdirSync(join(folder, 'data/templates'));
      writeFileSync(join(folder, 'data/templates/协议.docx'), wordFile(p('{编号}：{牵头支部}')));
      return folder;
    },
  },
  'init of a new folder': { args: ['init', '台账'], make: () => temporaryFolder() },
  'init of an empty folder': { args: ['init', '.'], make: () => temporaryFolder() },
  'schema --editor': {
    args: ['schema', '--editor'],
    make: () => temporaryFolder({ ...ledger(), '.vscode/settings.json': '{ "editor.rulers": [80] }\n' }),
  },
  freeze: { args: ['freeze', '2025'], make: () => temporaryFolder(sound()) },
  'hook install': { args: ['hook', 'install'], make: repository },
  'hook uninstall': {
    args: ['hook', 'uninstall'],
    make: async () => {
      const folder = repository();
      await run(folder, ['hook', 'install']);
      return folder;
    },
  },
  'add of a record to a file': {
    args: ['add', '活动', '--set', '名称=谷雨义诊', '日期=2025-03-20', '类型=义诊'],
    make: () => temporaryFolder(sound()),
  },
  'add of a record in a new file': {
    args: ['add', '活动', '--set', '名称=谷雨义诊', '日期=2025-04-20', '类型=义诊'],
    make: () => temporaryFolder(sound()),
  },
  'rename in several files': {
    args: ['rename', '乙社区', '丙社区', '--kind', '结对'],
    make: () => temporaryFolder(sound()),
  },
  'remove of the only record of a file': {
    args: ['remove', '赵六'],
    make: () => temporaryFolder({ ...sound(), 'data/people/赵六.yaml': '- id: 赵六\n' }),
  },
  'fmt of several files': {
    args: ['fmt'],
    make: () =>
      temporaryFolder({
        ...sound(),
        'data/people/赵六.yaml': '-   id: "赵六"\r\n',
        'data/people/钱七.yaml': '- {id: 钱七}\n',
      }),
  },
  'year open': {
    args: ['year', 'open', '2026'],
    make: () => temporaryFolder(sound()),
  },
  undo: {
    args: ['undo'],
    make: async () => {
      const folder = temporaryFolder(sound());
      await run(folder, ['rename', '乙社区', '丙社区', '--kind', '结对']);
      return folder;
    },
  },
};

describe('a command killed at any call leaves every file whole, and works the next time', () => {
  test.each(Object.entries(CASES))('%s', async (_, { args, make }) => {
    const done = await make();
    const before = treeOf(done);
    const calls = await stopped(done, null, () => run(done, args));
    const after = treeOf(done);
    expect(calls.length).toBeGreaterThan(2);
    expect(leftovers(done).all).toEqual([]);
    for (const stop of stopsOf(calls, MOST)) {
      const folder = await make();
      await stopped(folder, stop, () => run(folder, args));
      const where = `${calls[stop.call]} ${stop.call} ${stop.moment}`;
      for (const [path, shown] of Object.entries(treeOf(folder)).filter(([path]) => !path.includes('.yueyi')))
        expect([before[path], after[path]], `${where}: ${path}`).toContain(shown);
      for (const path of Object.keys(before)) if (path in after) expect(treeOf(folder), where).toHaveProperty([path]);
      expect(leftovers(folder).seenByGit, where).toEqual([]);
      if (ALL) expect([0, 1, 2]).toContain((await run(folder, ['validate'])).code);
      await stopped(folder, null, () => run(folder, args));
      expect(treeOf(folder), where).toEqual(after);
      expect(leftovers(folder).all, where).toEqual([]);
    }
  });
});

test('what is left of a run killed before its first file, or behind its last, is taken away', async () => {
  for (const { args, make } of [CASES['init of an empty folder'], CASES['validate --fix']] as Case[]) {
    const done = await make();
    const calls = await stopped(done, null, () => run(done, args));
    const after = treeOf(done);
    const renames = [...calls.keys()].filter((call) => calls[call] === 'renameSync');
    for (const call of [calls.indexOf('mkdirSync'), renames.at(-1) ?? -1]) {
      const folder = await make();
      await stopped(folder, { call, moment: 'after' }, () => run(folder, args));
      expect(leftovers(folder).all).toHaveLength(1);
      await run(folder, args);
      expect(treeOf(folder)).toEqual(after);
    }
  }
});

test('products of which a killed run has written only some are all written by the next one', async () => {
  const { args, make } = CASES['fill --all into a folder'] as Case;
  const done = await make();
  const calls = await stopped(done, null, () => run(done, args));
  const after = treeOf(done);
  for (const call of [...calls.keys()].filter((each) => calls[each] === 'renameSync')) {
    const folder = await make();
    await stopped(folder, { call, moment: 'after' }, () => run(folder, args));
    expect(await run(folder, args), `renameSync ${call}`).toMatchObject({ code: 0 });
    expect(treeOf(folder)).toEqual(after);
  }
});

test('an init that was killed can be run again with another name', async () => {
  const trial = temporaryFolder();
  const calls = await stopped(trial, null, () => run(trial, ['init', '.', '--hospital', '错医院']));
  const renames = [...calls.keys()].filter((call) => calls[call] === 'renameSync');
  const folder = temporaryFolder();
  const stop = { call: renames.at(-3) ?? 0, moment: 'after' } as const;
  await stopped(folder, stop, () => run(folder, ['init', '.', '--hospital', '错医院']));
  expect(await run(folder, ['init', '.', '--hospital', '示范医院'])).toMatchObject({ code: 0 });
  expect(Object.values(treeOf(folder)).join('')).not.toContain('错医院');
});

describe.runIf(process.platform !== 'win32')('real processes', () => {
  const node = (cwd: string, args: readonly string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, args, { cwd, env: { ...ENV, ...env }, encoding: 'utf8' });

  test('that are killed by the system are completed or undone by the next one', () => {
    const done = temporaryFolder(ledger());
    node(done, [BIN, 'validate', '--fix']);
    const after = treeOf(done);
    const stops = ALL ? Array.from({ length: 90 }, (_, at) => at) : [8, 21, 27, 34];
    for (const at of stops) {
      const folder = temporaryFolder(ledger());
      const env = { KILL_FOLDER: folder, KILL_AT: String(at), KILL_WHEN: at % 2 === 0 ? 'before' : 'after' };
      const preload = join(REPOSITORY, 'test/support/kill-at.cjs');
      const { signal } = node(folder, ['--require', preload, BIN, 'validate', '--fix'], env);
      if (!ALL) expect(signal, String(at)).toBe('SIGKILL');
      node(folder, [BIN, 'validate', '--fix']);
      expect(treeOf(folder), String(at)).toEqual(after);
      expect(leftovers(folder).all).toEqual([]);
    }
  });

  test('that add records to one file at the same time both do', async () => {
    const folder = temporaryFolder(sound());
    const added = ['立夏', '小满', '芒种'].map(
      (title) =>
        new Promise((resolve) => {
          const args = ['add', '活动', '--set', `名称=${title}讲解`, '日期=2025-03-20', '类型=义诊'];
          spawn(process.execPath, [BIN, ...args], { cwd: folder, env: ENV, stdio: 'ignore' }).on('close', resolve);
        }),
    );
    expect(await Promise.all(added)).toEqual([0, 0, 0]);
    const text = readFileSync(join(folder, 'data/activities/2025-03.yaml'), 'utf8');
    for (const title of ['立夏', '小满', '芒种']) expect(text).toContain(`title: ${title}讲解`);
    expect(leftovers(folder).all).toEqual([]);
  });

  test('that write at the same time, and a user who edits meanwhile, lose nothing', async () => {
    const folder = temporaryFolder(ledger());
    const typed = join(folder, 'data/people/new.yaml');
    const ended = (args: readonly string[]): Promise<number | null> =>
      new Promise((resolve) => {
        spawn(process.execPath, [BIN, ...args], { cwd: folder, env: ENV, stdio: 'ignore' }).on('close', resolve);
      });
    const fixes = Array.from({ length: 3 }, () => ended(['validate', '--fix']));
    const reports = Array.from({ length: 2 }, () => ended(['schema', 'people', '--format', 'json', '-o', '字典.json']));
    let records = 0;
    const typing = setInterval(() => {
      records += 1;
      appendFileSync(typed, `- id: 补记${records}\n`);
    }, 20);
    const codes = await Promise.all([...fixes, ...reports]);
    clearInterval(typing);
    for (const code of codes) expect([0, 1, 2]).toContain(code);
    expect(codes.slice(3)).toEqual([0, 0]);
    expect((await run(folder, ['validate', '--fix'])).code).toBe(0);
    const lines = ['# 新来的', '- id: 孙三', '- id: 周五'];
    const added = Array.from({ length: records }, (_, at) => `- id: 补记${at + 1}`);
    expect(readFileSync(typed, 'utf8').trimEnd().split('\n')).toEqual([...lines, ...added]);
    const { stdout } = await run(folder, ['schema', 'people', '--format', 'json']);
    expect(readFileSync(join(folder, '字典.json'), 'utf8')).toBe(stdout);
    expect(leftovers(folder).all).toEqual([]);
  });
});
