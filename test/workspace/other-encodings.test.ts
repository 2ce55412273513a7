import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { runCli, temporaryFolder } from '../support/run-cli.js';

/** A ledger without findings, with one more file in any bytes. */
async function validated(path: string, bytes: Uint8Array, args: readonly string[] = []): Promise<string> {
  const base = Object.fromEntries(Object.entries(baseLedger()).map(([name, text]) => [`data/${name}`, text]));
  const cwd = temporaryFolder({ ...base, 'data/imports/说明.txt': '从各支部收来的表。\n' });
  writeFileSync(join(cwd, path), bytes);
  return (await runCli(['validate', ...args], { cwd })).stdout;
}

/** `王,13800001111,…` as lines, in GB18030: 王 is CD F5. */
const inGb18030 = (lines: number): Uint8Array =>
  Buffer.concat(
    Array.from({ length: lines }, () =>
      Buffer.concat([Buffer.from([0xcd, 0xf5]), Buffer.from(`,${'138'}00001111,11010519491231002X\n`)]),
    ),
  );
const TEXT = `王,${'138'}00001111\n`;
const inUtf16 = Buffer.from(TEXT, 'utf16le');

describe('a sheet of sign-ins in imports/', () => {
  test('has one finding for each kind of number, with their count', async () => {
    const json = await validated('data/imports/签到.csv', inGb18030(2000), ['--format', 'json']);
    const { diagnostics } = JSON.parse(json) as { diagnostics: readonly { code: string; message: string }[] };
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['private-number', '这里像是手机号：138******11；这个文件里共 2000 处'],
      ['private-number', '这里像是身份证号：110*************2X；这个文件里共 2000 处'],
    ]);
  });

  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
    ['GB18030', inGb18030(1)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), inUtf16])],
    ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(inUtf16).swap16()])],
    ['UTF-16 without its mark', inUtf16],
    ['a damaged encoding', Buffer.concat([inGb18030(1), Buffer.from([0xff])])],
  ])('is searched in %s, and its line is shown', async (_, bytes) => {
    const shown = await validated('data/imports/签到.csv', bytes);
    expect(shown).toContain('data/imports/签到.csv:1:3 必须修改 private-number\n');
    expect(shown).toContain('  1 | 王,138******11');
  });
});

test('a damaged character is shown where it stands', async () => {
  const bytes = Buffer.concat([Buffer.from('- id: 孙三\n- id: 李四王五'), Buffer.from([0xff, 0x0a])]);
  const shown = await validated('data/people/新.yaml', bytes);
  expect(shown).toContain('data/people/新.yaml:2:11 必须修改 file-encoding');
  expect(shown).toContain('  2 | - id: 李四王五\ufffd\n');
});
