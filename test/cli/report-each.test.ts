import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { report } from '../../src/cli/commands/report.js';
import { productFormat } from '../../src/render/formats.js';
import { runCli, writeFiles } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

const PAIRINGS = ['东湖', '迪荡', '陶堰', '府山', '北海', '东浦', '马山', '斗门', '城南', '稽山', '富盛'];
const ALL = ['report', '2025', '--pairing', 'all'];
const FORMATS = (report.formats?.() ?? []).map((format) => [format.name, format] as const);
const cwd = sampleYear();

test.each(FORMATS)(
  'a %s file for each pairing, called by it, the same as for that pairing alone',
  async (name, format) => {
    const folder = `评估-${name}`;
    const { stdout, stderr, code } = await runCli([...ALL, '--format', name, '-o', `${folder}/`], { cwd });
    expect([stdout, stderr, code]).toEqual(['', `已写入 ${folder}/：11份\n`, 0]);
    const ending = format.endings[0] ?? '';
    expect(readdirSync(join(cwd, folder)).sort()).toEqual(PAIRINGS.map((id) => `${id}${ending}`).sort());
    const alone = ['report', '2025', '--pairing', '东湖', '--format', name, '-o', `${name}-一份${ending}`];
    expect((await runCli(alone, { cwd })).code).toBe(0);
    const read = (path: string) => readFileSync(join(cwd, path));
    expect(read(`${folder}/东湖${ending}`).equals(read(`${name}-一份${ending}`))).toBe(true);
  },
);

test.each(FORMATS)('%s without -o: one after another, or refused where they cannot be joined', async (name) => {
  const { stdout, stderr, code } = await runCli([...ALL, '--format', name], { cwd });
  if (productFormat(name).join === undefined)
    expect([stdout, code, stderr]).toEqual(['', 2, expect.stringContaining('-o 文件夹/')]);
  else {
    expect([stderr, code]).toEqual(['', 0]);
    const at = ['东湖街道', '迪荡街道', '富盛镇'].map((partner) => stdout.indexOf(`绍兴市中医院与${partner}`));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(Math.min(...at)).toBeGreaterThan(-1);
  }
});

test.each(FORMATS)('%s: where one file cannot be written none is', async (name, format) => {
  const folder = `满-${name}`;
  writeFiles(cwd, { [`${folder}/富盛${format.endings[0]}/x`]: '' });
  const { stdout, code } = await runCli([...ALL, '--format', name, '-o', `${folder}/`], { cwd });
  expect([stdout, code]).toEqual(['', 2]);
  expect(readdirSync(join(cwd, folder))).toEqual([`富盛${format.endings[0]}`]);
  expect(existsSync(join(cwd, folder, `东湖${format.endings[0]}`))).toBe(false);
});
