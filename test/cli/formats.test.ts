import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../diagnostics/formats-read-back.js';
import { baseLedger } from '../support/memory-reader.js';
import { runCli, temporaryFolder } from '../support/run-cli.js';

const WRONG = '- id: 2025-03-15-义诊\n  title: 春季义诊\n  date: 2025-03-15\n  types: [义诊]\n  lead: 骨科二支部\n';

/** A repository with a ledger in a subfolder; one reference in it leads nowhere. */
function repository(git = true): string {
  const files = { ...baseLedger(), 'activities/三月 义诊.yaml': WRONG };
  const below = Object.entries(files).map(([path, text]) => [`台账/data/${path}`, text] as const);
  const top = temporaryFolder(Object.fromEntries(below));
  if (git) mkdirSync(join(top, '.git'));
  return top;
}

async function validate(cwd: string, format: string, ...args: string[]) {
  const { stdout, code } = await runCli(['validate', '--format', format, ...args], { cwd });
  expect(code).toBe(1);
  return stdout;
}

describe('formats for programs that know a repository', () => {
  test.each(['台账', '台账/data', '台账/data/people'])('name files from its top, run in %s', async (folder) => {
    const cwd = join(repository(), folder);
    const file = '台账/data/activities/三月 义诊.yaml';
    expect(readCommand((await validate(cwd, 'github')).trimEnd()).properties).toMatchObject({
      file,
      line: '5',
      col: '9',
    });
    expect(JSON.parse(await validate(cwd, 'gitlab'))).toMatchObject([{ location: { path: file } }]);
    const [result] = JSON.parse(await validate(cwd, 'sarif')).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(encodeURI(file));
  });

  test('without a repository the folder around the data is the top', async () => {
    const cwd = join(repository(false), '台账/data/people');
    expect(JSON.parse(await validate(cwd, 'gitlab'))).toMatchObject([
      { location: { path: 'data/activities/三月 义诊.yaml' } },
    ]);
  });

  test('paths as arguments and --lang en hold for them too', async () => {
    const cwd = join(repository(), '台账');
    const line = await validate(cwd, 'github', '--lang', 'en', 'data/activities');
    expect(readCommand(line.trimEnd()).message).toMatch(/^There is no “骨科二支部”/);
    const { stdout, code } = await runCli(['validate', '--format', 'gitlab', 'data/people'], { cwd });
    expect([stdout, code]).toEqual(['[]\n', 0]);
  });

  test('an unknown format is refused with the known ones', async () => {
    const { stderr, code } = await runCli(['validate', '--format', 'junit']);
    expect(code).toBe(2);
    expect(stderr).toContain('text（文字）、json、github、gitlab 或 sarif');
  });
});
