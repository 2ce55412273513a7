import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lineDiff } from '../../src/edit/line-diff.js';
import { Random } from '../support/random.js';

const folder = mkdtempSync(join(tmpdir(), 'yueyi-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the diff', () => {
  test('shows what changes with two lines around it, and what cannot be seen', () => {
    const before = '\ufeffa\nb\nc\nd\ne\nf\ng\nh：1\r\ni\n';
    const after = 'a\nb\nc\nd\ne\nf\ng\nh: 1\ni\n';
    expect(lineDiff('data/x\n.yaml', before, after)).toBe(
      [
        '--- data/x\\n.yaml',
        '+++ data/x\\n.yaml',
        '@@ -1,3 +1,3 @@',
        '-\\u{FEFF}a',
        '+a',
        ' b',
        ' c',
        '@@ -6,4 +6,4 @@',
        ' f',
        ' g',
        '-h：1\\r',
        '+h: 1',
        ' i',
        '',
      ].join('\n'),
    );
  });

  test('of a text that stays as it is there is none', () => {
    expect(lineDiff('x', 'a\n', 'a\n')).toBe('');
  });

  test('shows no number of a person whole', () => {
    expect(lineDiff('x', 'a：13805750000\n', 'a: 13805750000\n')).not.toContain('13805750000');
  });

  test('of a folded value that is joined shows its lines and the one that stands for them', () => {
    const before = '- id: 甲\n  source: 越医党〔202\n    5〕1号\n- id: 乙\n  date：2025\n';
    const after = '- id: 甲\n  source: 越医党〔2025〕1号\n- id: 乙\n  date: 2025\n';
    expect(lineDiff('x', before, after).split('\n').slice(2)).toEqual([
      '@@ -1,5 +1,4 @@',
      ' - id: 甲',
      '-  source: 越医党〔202',
      '-    5〕1号',
      '+  source: 越医党〔2025〕1号',
      ' - id: 乙',
      '-  date：2025',
      '+  date: 2025',
      '',
    ]);
  });

  test.each([true, false])('is a patch that git applies (as many lines as before: %s)', (isSame) => {
    const random = new Random(20251130);
    for (let run = 0; run < 25; run += 1) {
      const old = Array.from({ length: random.below(30) + 1 }, () => random.pick(['甲', '乙', '丙', '丁']));
      const mended = old.flatMap((line) => {
        if (random.chance(0.7)) return [line];
        return isSame ? [`${line}改`] : random.pick([[], [`${line}改`], [line, '补'], ['补']]);
      });
      const [before, after] = [old, mended].map((lines) => lines.map((line) => `${line}\n`).join(''));
      const patch = lineDiff('x', before ?? '', after ?? '');
      writeFileSync(join(folder, 'x'), before ?? '');
      if (patch !== '') execFileSync('git', ['apply', '--unidiff-zero', '-p0', '-'], { cwd: folder, input: patch });
      expect(readFileSync(join(folder, 'x'), 'utf8')).toBe(after);
    }
  });
});
