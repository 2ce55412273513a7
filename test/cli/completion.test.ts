import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMPLETED } from '../../src/cli/commands/command.js';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { isId } from '../../src/cli/completion/offered-word.js';
import { optionsOf } from '../../src/cli/options.js';
import { schemaOf } from '../../src/schema/dictionary.js';
import { KINDS } from '../../src/schema/kinds.js';
import { baseRepository, git } from '../support/git-folder.js';
import { REPOSITORY, runCli, SHAOXING, temporaryFolder, writeFiles } from '../support/run-cli.js';

/** What is offered for the last of these words: the words alone, or with their meanings. */
async function offered(words: readonly string[], cwd = SHAOXING, before: readonly string[] = []): Promise<string[]> {
  const { stdout, stderr, code } = await runCli(['__complete', ...before, '--', ...words], { cwd });
  expect([stderr, code]).toEqual(['', 0]);
  return stdout.split('\n').slice(0, -1);
}
const words = async (typed: readonly string[], cwd?: string): Promise<string[]> =>
  (await offered(typed, cwd)).map((line) => line.split('\t')[0] ?? '');

describe('completion offers', () => {
  test('commands with what they do, all of them from the one table', async () => {
    const lines = await offered(['']);
    for (const { name, chinese, summary } of COMMANDS) expect(lines).toContain(`${name}\t${chinese}：${summary}`);
    expect(lines.some((line) => line.startsWith('__complete'))).toBe(false);
    expect(await words(['val'])).toEqual(['validate']);
    expect(await words(['help', 'val'])).toEqual(['validate']);
    expect(await words(['总'])).toEqual(['总结']);
    expect(await words(['帮助', '校'])).toEqual(['校验']);
  });

  test('options of a command and those of all, without those given already', async () => {
    const options = await words(['todo', '--year', '2025', '--']);
    expect(options).toEqual(expect.arrayContaining(['--branch', '--as-of', '--data', '--no-sample', '--help']));
    expect(options).not.toContain('--year');
    expect(await words(['todo', '--br'])).toEqual(['--branch']);
    expect(await words(['--da'])).toEqual(['--data']);
  });

  test.each([
    [
      ['validate', '--format', ''],
      ['text', 'json', 'github', 'gitlab', 'sarif'],
    ],
    [
      ['validate', '--format=g'],
      ['--format=github', '--format=gitlab'],
    ],
    [
      ['validate', '--lang', ''],
      ['zh', 'en'],
    ],
    [
      ['hook', ''],
      ['install', 'uninstall', 'run'],
    ],
    [['completion', 'z'], ['zsh']],
    [['总结', '--format', 'm'], ['markdown']],
    [['进展', '--by', '支'], ['支部']],
    [['hook', '装'], ['装上']],
    [['校验', '--lang=英'], ['--lang=英文']],
    [['show', '--kind', '结对协'], ['结对协议']],
    [['字典', '总设'], ['总设置']],
    [['validate', ''], [':files']],
    [['validate', 'data/a.yaml', ''], [':files']],
    [['report', '-o', ''], [':files']],
    [['--data', ''], [':folders']],
    [['report', '--year', ''], []],
    [['schema', 'people', ''], []],
    [['nonsense', ''], []],
  ])('closed lists and files: %j', async (typed, expected) => {
    expect(await words(typed)).toEqual(expected);
  });

  test('kinds, by folder or by Chinese title', async () => {
    expect(await words(['list', ''])).toEqual([...KINDS]);
    expect(await offered(['schema', 'act'])).toEqual(['activities\t活动']);
    expect(await offered(['list', '活'])).toEqual(['活动\tactivities']);
  });

  test.each([
    [['todo', '--branch', 'al'], 'all'],
    [['report', '--pairing', '全'], '全部'],
    [['todo', '--branch', '内科第二'], '内科第二党支部'],
    [['report', '--branch=内科第二'], '--branch=内科第二党支部'],
    [['todo', '--branch', '科第二党'], '内科第二党支部'],
    [['report', '--pairing', '东'], '东湖'],
    [['report', '--program', '越医'], '越医有爱'],
    [['show', '东'], '东湖'],
    [['show', '--kind', '结对', '东'], '东湖'],
    [['--no-sample', 'show', '东'], '东湖'],
    [['why', 'unknown-ref'], 'unknown-reference'],
    [['list', 'activities', '--where', '类'], '类型='],
    [['list', 'activities', '--where', 'typ'], 'types='],
    [['list', '活动', '--where', '类型=义'], '类型=义诊'],
    [['list', '活动', '--where', '类型=义诊|巡'], '类型=义诊|巡讲'],
    [['list', '活动', '--where', '类型=义诊', '牵头=内科第二'], '牵头=内科第二党支部'],
    [['list', 'tasks', '--where', '榜单.类型!=工作要'], '榜单.类型!=工作要点'],
    [['list', '活动', '--columns', '日期,类'], '日期,类型'],
    [['list', '活动', '--sort', '-受益'], '-受益群众'],
    [['explain', '2021-医德'], '2021-医德考评'],
    [['explain', 'acti'], 'activities@'],
    [['explain', 'activities@'], 'activities@year='],
    [['explain', 'activities@year=2025,p'], 'activities@year=2025,program='],
    [['explain', 'activities@year=2025,pairing=东'], 'activities@year=2025,pairing=东湖'],
    [['explain', 'percent@target=2025-义'], 'percent@target=2025-义诊'],
  ])('records and fields of the ledger: %j', async (typed, expected) => {
    expect(await words(typed)).toContain(expected);
  });

  test('records come with their kind and title', async () => {
    expect((await offered(['show', '东湖'])).join('\n')).toMatch(/^东湖\t结对/m);
  });

  test('dimensions are offered in the order ids have them, and once', async () => {
    const next = await words(['explain', 'activities@program=越医有爱,']);
    expect(next).not.toContain('activities@program=越医有爱,year=');
    expect(next).not.toContain('activities@program=越医有爱,program=');
    expect(next).toContain('activities@program=越医有爱,pairing=');
  });

  test('revisions of git', async () => {
    const folder = baseRepository();
    git(folder, ['tag', '定稿-2025']);
    expect(await words(['why-changed', '--since', ''], folder)).toEqual(['HEAD', 'main', '定稿-2025']);
    expect(await words(['progress', '--rev', '定'], folder)).toEqual(['定稿-2025']);
  });

  test('a new word, for shells that cannot pass an empty one', async () => {
    expect(await offered(['hook'], SHAOXING, ['--next'])).toEqual(['install\t装上', 'uninstall\t取下', 'run\t校验']);
  });
});

describe('completion never fails', () => {
  test.each([[['show', '']], [['todo', '--branch', '']], [['explain', '']], [['progress', '--rev', '']]])(
    'without a ledger or a repository: %j',
    async (typed) => {
      expect(await offered(typed, temporaryFolder())).toEqual([]);
    },
  );

  test('broken files and names with control characters are left out', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'data/workspace.yaml': '[',
      'data/branches/a.yaml': '- id: 甲支部\n- 1\n',
      'data/branches/c.yaml': '- id: "丙\\e[31m"\n',
      'data/branches/b.yaml': '- id: [',
    });
    expect(await words(['todo', '--branch', ''], folder)).toEqual(['all', '甲支部']);
  });

  test('without words, or without the dashes', async () => {
    expect((await runCli(['__complete'])).code).toBe(0);
    expect((await runCli(['__complete', '--'])).stdout).toContain('validate\t');
  });
});

describe('the table of commands', () => {
  /** Free text, numbers and days: nothing can be offered for them. */
  const FREE = ['词', '字段=值', '名称', '年', '期间', '日期', '金额', '文字', '理由', '编号', '文号', '期限'];
  const known: readonly string[] = [...Object.values(COMPLETED), ...FREE];
  const placeholders = COMMANDS.flatMap((spec) =>
    [...(spec.argument ? [spec.argument] : []), ...optionsOf(spec)]
      .filter(({ flags, choices }) => !choices && /[<[]/.test(flags))
      .map(({ flags }) => `${spec.name} ${flags}`),
  );

  test.each(placeholders)('%s can be completed, or is free', (flags) => {
    const [, placeholder = ''] = /[<[]([^>\].]+)/.exec(flags) ?? [];
    const hint = 'give it choices, name the placeholder in COMPLETED, or here under FREE';
    expect(known.includes(placeholder) || placeholder.split('或').some((word) => known.includes(word)), hint).toBe(
      true,
    );
  });

  const closed = COMMANDS.flatMap((spec) =>
    optionsOf(spec).flatMap(({ flags, choices }) => (choices ? [[spec.name, flags, choices] as const] : [])),
  );

  test.each(closed)(
    '%s %s: its words are offered and stand in the help, in both languages',
    async (name, flags, all) => {
      const option = flags.split(' ')[0] ?? '';
      expect(await words([name, option, ''])).toEqual(all().map((choice) => choice.name));
      // The help may break a line anywhere between Chinese characters.
      const help = (await runCli([name, '--help'])).stdout.replace(/\n +/g, '');
      for (const { name: word, chinese } of all()) {
        expect(help).toContain(word);
        if (chinese === undefined) continue;
        expect(help).toContain(chinese);
        expect(await words([name, option, chinese])).toContain(chinese);
      }
    },
  );
});

describe('the scripts', () => {
  const bin = (): string => {
    const folder = temporaryFolder();
    symlinkSync(join(REPOSITORY, 'bin/yueyi.js'), join(folder, 'yueyi'));
    return folder;
  };
  const env = (): Record<string, string> => ({
    PATH: [bin(), process.env.PATH].join(delimiter),
    LC_ALL: 'C.UTF-8',
    YUEYI_TODAY: '2025-06-30',
  });
  const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

  test.each(['bash', 'zsh', 'powershell'])('%s: printed whole, with how to switch it on', async (shell) => {
    const { stdout, code } = await runCli(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain(`yueyi completion ${shell}`);
    expect(stdout).toContain('__complete');
  });

  test('an unknown shell is refused with the known ones', async () => {
    const { code, stderr } = await runCli(['completion', 'fish']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('bash、zsh 或 powershell')]);
  });

  test.skipIf(!has('bash')).each([
    ['yueyi val', 'validate'],
    ['yueyi todo --branch 内科第二', '内科第二党支部'],
    ['yueyi  report   --branch=内科第二', '内科第二党支部'],
    ['yueyi explain activities@year=2025,pairing=东', '东湖'],
    ['yueyi explain acti', 'activities@'],
    ['yueyi validate data/peo', 'data/people'],
    ['yueyi hook ', 'install'],
  ])('bash completes “%s”', (line, expected) => {
    // As bash calls it: the line, and where the cursor stands.
    const script = `eval "$(yueyi completion bash)"; COMP_LINE="$1"; COMP_POINT=\${#COMP_LINE}; _yueyi_completion yueyi; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const said = execFileSync('bash', ['--norc', '-c', script, 'bash', line], {
      cwd: SHAOXING,
      env: env(),
      encoding: 'utf8',
    });
    expect(said.trim().split('\n')).toContain(expected);
  });

  test.skipIf(!has('bash'))('bash sees only what stands before the cursor', () => {
    const script = `eval "$(yueyi completion bash)"; COMP_LINE='yueyi 校 val'; COMP_POINT=6; _yueyi_completion yueyi; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const said = execFileSync('bash', ['--norc', '-c', script], { cwd: SHAOXING, env: env(), encoding: 'utf8' });
    expect(said.split('\n')).toContain('init');
  });

  /** Ids that would run something, speak the scripts' own words, or hide. */
  const HOSTILE = [
    '`touch 坏`',
    '$(touch 坏)',
    "甲'; touch 坏; '",
    '甲;touch 坏',
    '甲|touch',
    '甲&touch',
    ':files',
    ':folders',
    '甲\tb',
    '甲\nb',
    '甲 乙',
    '~root',
    '-甲’',
    '甲\u3164',
    '甲\u200b',
    '甲*',
    '甲>坏',
    '!!',
    '"',
    '\\',
  ];
  const hostileLedger = (): string => {
    const ids = ['甲支部', ...HOSTILE].map((id) => `- id: ${JSON.stringify(id)}\n`).join('');
    return temporaryFolder({ 'data/workspace.yaml': 'hospital: 某医院\n', 'data/branches/a.yaml': ids });
  };

  test('only what an id may be is offered', async () => {
    const pattern = new RegExp(schemaOf('common').$defs?.id?.pattern ?? '', 'u');
    for (const id of HOSTILE.filter((each) => !/[\u3164\u200b]/.test(each)))
      expect(isId(id), id).toBe(pattern.test(id));
    expect(await words(['todo', '--branch', ''], hostileLedger())).toEqual(['all', '甲支部']);
  });

  test.skipIf(!has('bash'))('bash runs nothing that an id holds', () => {
    const script = `eval "$(yueyi completion bash)"; COMP_LINE='yueyi todo --branch '; COMP_POINT=\${#COMP_LINE}; _yueyi_completion yueyi; for word in "\${COMPREPLY[@]}"; do eval "echo $word"; done`;
    const folder = hostileLedger();
    const said = execFileSync('bash', ['--norc', '-c', script], { cwd: folder, env: env(), encoding: 'utf8' });
    expect([said, readdirSync(folder)]).toEqual(['all\n甲支部\n', ['data']]);
  });

  test.skipIf(!has('bash'))('bash puts every word in quotes that is not made of harmless characters alone', () => {
    const script = `eval "$(yueyi completion bash)"; _yueyi_quote "$1"; eval "printf %s $REPLY"`;
    for (const word of [...HOSTILE.filter((each) => !each.includes('~')), '类型=义诊|巡讲', '~root', '东湖']) {
      const folder = temporaryFolder();
      const said = execFileSync('bash', ['--norc', '-c', script, 'bash', word], {
        cwd: folder,
        env: env(),
        encoding: 'utf8',
      });
      expect([said, readdirSync(folder)], word).toEqual([word, []]);
    }
  });

  test.skipIf(!has('zsh'))('zsh offers what an id may be, and reads no id as its own word', () => {
    const script = `compdef() { : }; eval "$(yueyi completion zsh)"; _files() { print -r -- 文件 }; compadd() { print -rl -- "\${values[@]}" "\${open[@]}" }; words=(yueyi todo --branch ''); CURRENT=4; PREFIX=''; _yueyi; true`;
    const folder = hostileLedger();
    const said = execFileSync('zsh', ['-f', '-c', script], { cwd: folder, env: env(), encoding: 'utf8' });
    expect([said.trim(), readdirSync(folder)]).toEqual(['all\n甲支部', ['data']]);
  });

  test.skipIf(!has('pwsh'))('PowerShell takes each word as one', () => {
    const script = `yueyi completion powershell | Out-String | Invoke-Expression; $line = 'yueyi list 活动 --where 类型=义诊'; (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText`;
    const said = execFileSync('pwsh', ['-NoProfile', '-Command', script], {
      cwd: SHAOXING,
      env: env(),
      encoding: 'utf8',
    });
    expect(said).toContain('类型=义诊');
  });

  test.skipIf(!has('zsh'))('zsh reads its script', () => {
    const script = 'eval "$(yueyi completion zsh)"; (( $+functions[_yueyi] )) && print 好';
    const said = execFileSync('zsh', ['-f', '-c', script], { cwd: SHAOXING, env: env(), encoding: 'utf8' });
    expect(said).toContain('好');
  });
});
