import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { baseRepository, git } from '../support/git-folder.js';
import { REPOSITORY, runCli, writeFiles } from '../support/run-cli.js';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

const hooks = parse(readFileSync(join(REPOSITORY, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
const hook = (id: string): Hook => hooks.find((each) => each.id === id) ?? expect.fail(`there is no ${id}`);

describe('.pre-commit-hooks.yaml', () => {
  test('offers the check of a commit and the check of everything, as programs of this package', () => {
    const { bin } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as { bin: object };
    expect(hooks.map(({ id }) => id)).toEqual(['yueyi-validate', 'yueyi-validate-all']);
    for (const { entry, language, pass_filenames } of hooks) {
      expect(Object.keys(bin)).toContain(entry.split(' ')[0]);
      expect([language, pass_filenames]).toEqual(['node', false]);
    }
  });

  test.each(hooks)('$id runs for files of a ledger wherever it lies, and for no others', ({ files }) => {
    // The framework searches in the path, as re.search does.
    const pattern = new RegExp(files);
    for (const path of ['data/people/a.yaml', '甲院/data/evidence/照片.jpg', '台账/people/甲.yaml'])
      expect(path).toMatch(pattern);
    for (const path of ['README.md', 'src/data.ts', 'mydata/a.txt']) expect(path).not.toMatch(pattern);
  });

  test.each(['yueyi-validate', 'yueyi-validate-all'])('the entry of %s finds what is wrong', async (id) => {
    const cwd = baseRepository();
    writeFiles(cwd, { 'data/people/新.yaml': '- id: 张三\n  duty: 书记\n' });
    git(cwd, ['add', '--all']);
    const { code, stdout } = await runCli(hook(id).entry.split(' ').slice(1), { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('data/people/新.yaml:2:3 必须修改 unknown-field');
  });
});
