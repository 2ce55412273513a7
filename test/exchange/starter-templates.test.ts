import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { starterTemplates } from '../../src/exchange/starter/starter-templates.js';
import { inTimeZones, officeParts, xmlFaults } from '../support/office-file.js';
import { REPOSITORY, runCli } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';
import { wordText } from '../support/word-template.js';

const cwd = sampleYear();
const EXPECTED = join(REPOSITORY, 'test/fixtures/filled');

beforeAll(async () => {
  mkdirSync(join(cwd, 'data/templates'), { recursive: true });
  for (const [name, file] of Object.entries(await starterTemplates()))
    writeFileSync(join(cwd, 'data/templates', `${name}.docx`), file);
});

async function filled(template: string, record: string): Promise<string> {
  const { stderr, code } = await runCli(['fill', template, record, '-o', '成.docx'], { cwd });
  expect([stderr, code]).toEqual(['已写入 成.docx\n', 0]);
  const file = readFileSync(join(cwd, '成.docx'));
  for (const [name, part] of officeParts(file)) if (/\.(?:xml|rels)$/.test(name)) expect(xmlFaults(part)).toEqual([]);
  return wordText(file);
}

describe('filled, the templates of a new ledger read', () => {
  test.each([
    ['结对协议书', '东湖'],
    ['联席会议纪要', '示例-2025-03-19-东湖联席会议'],
    ['活动登记表', '示例-2025-03-15-北海春分颈肩痛义诊'],
  ])('%s as it should', async (template, record) => {
    const text = `${await filled(template, record)}\n`;
    const path = join(EXPECTED, `${template}.txt`);
    if (process.env.UPDATE === '1') writeFileSync(path, text);
    expect(existsSync(path), 'written with UPDATE=1 only').toBe(true);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });
});

describe('the agreement', () => {
  test('is signed by the lead branch and the partner’s Party branch, and not by those that assist', async () => {
    const text = await filled('结对协议书', '东湖');
    expect(text.match(/绍兴市中医院内科第二党支部/g)).toHaveLength(2);
    expect(text.match(/东湖街道社区卫生服务中心党支部/g)).toHaveLength(2);
    expect(text).not.toContain('医技第一党支部');
  });

  test('never calls a 卫生院 a 社区卫生服务中心, and invents no term', async () => {
    const text = await filled('结对协议书', '富盛');
    expect(text).toContain('富盛镇卫生院党支部');
    expect(text).not.toContain('社区卫生服务中心');
    expect(text).toContain('有效期为＿＿＿＿年');
  });
});

test('they are the same bytes in every time zone', async () => {
  const made = await inTimeZones(async () =>
    Object.values(await starterTemplates()).map((file) => Buffer.from(file).toString('base64')),
  );
  expect(made[1]).toEqual(made[0]);
  expect(made[2]).toEqual(made[0]);
});

test('a new ledger has them, and they can be filled at once', async () => {
  const home = join(cwd, '新');
  expect((await runCli(['init', home, '--hospital', '示范医院'], { cwd })).code).toBe(0);
  for (const [name, file] of Object.entries(await starterTemplates()))
    expect(readFileSync(join(home, 'data/templates', `${name}.docx`)).equals(file)).toBe(true);
  const { stderr, code } = await runCli(['fill', '结对协议书', '东湖'], { cwd: home });
  expect([code, stderr]).toEqual([2, '没有“东湖”这个结对。\n台账里还没有登记结对。\n']);
});
