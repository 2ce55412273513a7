import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { KINDS } from '../../src/schema/kinds.js';
import { baseLedger } from '../support/memory-reader.js';
import { runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';

type Mapping = Readonly<Record<string, readonly string[]>>;

/** A repository with the small ledger in a folder of it. */
function repository(data = 'data'): string {
  const files = Object.entries(baseLedger()).map(([path, text]) => [`${data}/${path}`, text]);
  const top = temporaryFolder(Object.fromEntries(files));
  mkdirSync(join(top, '.git'));
  return top;
}

const settings = (top: string): { 'yaml.schemas': Mapping } =>
  JSON.parse(readFileSync(join(top, '.vscode/settings.json'), 'utf8'));

describe('schema --editor', () => {
  test('writes a schema for every kind and says which files each is for', async () => {
    const top = repository();
    const { code, stdout } = await runCli(['schema', '--editor'], { cwd: join(top, 'data/people') });
    expect(code).toBe(0);
    expect(stdout).toContain('../../.vscode/');
    const names = [...KINDS, 'workspace'];
    expect(readdirSync(join(top, '.vscode/yueyi-schemas')).sort()).toEqual(names.map((name) => `${name}.json`).sort());
    const mapping = settings(top)['yaml.schemas'];
    expect(Object.keys(mapping)).toEqual(names.map((name) => `./.vscode/yueyi-schemas/${name}.json`));
    expect(mapping['./.vscode/yueyi-schemas/people.json']).toEqual([
      'data/people/**/*.yaml',
      'data/sample/people/**/*.yaml',
    ]);
    expect(mapping['./.vscode/yueyi-schemas/workspace.json']).toEqual(['data/workspace.yaml']);
  });

  test('the schemas accept the files of a ledger as they are, and describe the fields in Chinese', async () => {
    const top = repository();
    await runCli(['schema', '--editor'], { cwd: top });
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const [path, text] of Object.entries(baseLedger())) {
      const name = path === 'workspace.yaml' ? 'workspace' : (path.split('/')[0] ?? '');
      const schema = JSON.parse(readFileSync(join(top, `.vscode/yueyi-schemas/${name}.json`), 'utf8'));
      const validate = ajv.compile(schema);
      expect(validate(parse(text)), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true);
      expect(validate([{ nam: 1 }])).toBe(false);
      expect(schema.title).toMatch(/\p{Script=Han}/u);
    }
  });

  test('keeps the settings that are there, and changes nothing the second time', async () => {
    const top = repository();
    const old = '{\n  // 字号\n  "editor.fontSize": 16,\n}\n';
    writeFiles(top, { '.vscode/settings.json': old });
    await runCli(['schema', '--editor'], { cwd: top });
    const first = readFileSync(join(top, '.vscode/settings.json'), 'utf8');
    expect(first).toContain('  // 字号\n  "editor.fontSize": 16,\n}\n');
    await runCli(['schema', '--editor'], { cwd: top });
    expect(readFileSync(join(top, '.vscode/settings.json'), 'utf8')).toBe(first);
  });

  test('unreadable settings are left unchanged with advice, and nothing else is written', async () => {
    const top = repository();
    writeFiles(top, { '.vscode/settings.json': '{ "yaml.schemas": { // 注\n } }' });
    const { code, stderr } = await runCli(['schema', '--editor'], { cwd: top });
    expect(code).toBe(2);
    expect(stderr).toContain('里有注释');
    expect(readdirSync(join(top, '.vscode'))).toEqual(['settings.json']);
  });

  test('two ledgers of a repository share the schemas; a Chinese folder is mapped as the language server sees it', async () => {
    const top = repository('甲院/data');
    writeFiles(
      top,
      Object.fromEntries(Object.entries(baseLedger()).map(([path, text]) => [`乙院 (新)/data/${path}`, text])),
    );
    await runCli(['schema', '--editor'], { cwd: join(top, '甲院') });
    await runCli(['schema', '--editor'], { cwd: join(top, '乙院 (新)') });
    const patterns = settings(top)['yaml.schemas']['./.vscode/yueyi-schemas/people.json'] ?? [];
    expect(patterns).toContain('%E7%94%B2%E9%99%A2/data/people/**/*.yaml');
    expect(patterns).toContain('%E4%B9%99%E9%99%A2%20%28%E6%96%B0%29/data/people/**/*.yaml');
    expect(patterns).toContain('甲院/data/people/**/*.yaml');
  });

  test('modelines are printed on request, and lead to the schemas', async () => {
    const top = repository('台账/data');
    const { code, stdout } = await runCli(['schema', '--editor', 'modeline'], { cwd: join(top, '台账') });
    expect(code).toBe(0);
    const line = '# yaml-language-server: $schema=../../../.vscode/yueyi-schemas/people.json';
    expect(stdout).toContain(`台账/data/people/\n  ${line}\n`);
    expect(readdirSync(join(top, '.vscode'))).toEqual(['yueyi-schemas']);
    writeFiles(top, { '台账/data/people/people.yaml': `${line}\n- id: 王芳\n` });
    const { stdout: found } = await runCli(['validate', 'data/people'], { cwd: join(top, '台账') });
    expect(found).not.toContain('data/people/people.yaml:1');
  });

  test('an unknown way, or a missing ledger, is refused', async () => {
    const { code, stderr } = await runCli(['schema', '--editor', 'vim'], { cwd: repository() });
    expect([code, stderr]).toEqual([2, expect.stringContaining('可用：vscode 或 modeline。')]);
    expect(await runCli(['schema', '--editor'], { cwd: temporaryFolder() })).toMatchObject({ code: 2 });
  });
});
