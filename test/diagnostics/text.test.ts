import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/formats/text.js';
import { renderSummary } from '../../src/diagnostics/summary.js';
import { displayWidth } from '../../src/text/width.js';
import { diagnostic } from '../support/diagnostic.js';

const plain = { color: false, width: 80 };
const widest = (text: string): number => Math.max(...text.split('\n').map(displayWidth));
const blocks = (text: string): string[] => text.trimEnd().split('\n\n');

describe('renderDiagnostics', () => {
  test('shows the place, the message, the line, the hint and the related places', () => {
    const related = [{ file: 'data/branches/2025.yaml', line: 7, column: 7, message: '相近的在这里' }];
    expect(renderDiagnostics([diagnostic({ related })], plain).split('\n')).toEqual([
      'data/pairings/2025.yaml:4:9 必须修改 unknown-reference',
      '  “党支部”里没有“骨科二支部”',
      '  4 |   lead: 骨科二支部',
      '    |         ^^^^^^^^^^',
      '  → 是不是“骨科第二党支部”？',
      '  · 相近的在这里：data/branches/2025.yaml:7:7',
      '',
    ]);
  });

  test('a warning is labelled 请核对', () => {
    expect(renderDiagnostics([diagnostic({ severity: 'warning' })], plain)).toContain('请核对');
  });

  test('a finding about a whole file has no frame', () => {
    expect(renderDiagnostics([diagnostic({ line: 1, column: 1, lines: [] })], plain)).not.toContain('|');
  });

  test.each([60, 80, 120])('long sentences are wrapped at %d columns and lose nothing', (width) => {
    const message = '医德考评参加人员分项之和不等于总数，请对照原文件逐项核对。'.repeat(8);
    const hint = '先看总数再看分项（优秀、良好、不合格），没有列全时不用 parts。'.repeat(8);
    const text = renderDiagnostics([diagnostic({ message, hint })], { color: false, width });
    expect(widest(text)).toBeLessThanOrEqual(width);
    const packed = text.replace(/\s/g, '');
    expect(packed).toContain(message.replace(/\s/g, ''));
    expect(packed).toContain(hint.replace(/\s/g, ''));
  });

  test('wrapped lines are indented under their first', () => {
    const text = renderDiagnostics([diagnostic({ hint: '核对日期。'.repeat(20), lines: [] })], plain);
    const lines = text.split('\n').slice(2, -1);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.slice(1).every((line) => /^ {4}\S/.test(line))).toBe(true);
  });

  test('100 are shown, the rest is counted', () => {
    const many = Array.from({ length: 130 }, (_, index) => diagnostic({ line: index + 1 }));
    const shown = blocks(renderDiagnostics(many, plain));
    expect(shown).toHaveLength(101);
    expect(shown.at(-1)).toContain('30');
    expect(blocks(renderDiagnostics(many.slice(0, 100), plain))).toHaveLength(100);
  });

  test('no findings give an empty text', () => {
    expect(renderDiagnostics([], plain)).toBe('');
  });

  test('has colours only where asked', () => {
    expect(renderDiagnostics([diagnostic()], plain)).not.toContain('\u001b');
    expect(renderDiagnostics([diagnostic()], { color: true, width: 80 })).toContain('\u001b[');
  });
});

describe('renderSummary', () => {
  test('counts the files, the records and the findings', () => {
    expect(renderSummary({ files: 20, records: 152, errors: 0, warnings: 0 })).toBe(
      '校验了 20 个文件、152 条记录，没有发现问题。\n',
    );
    const text = renderSummary({ files: 20, records: 152, errors: 3, warnings: 1 });
    expect(text).toMatch(/3 处必须修改.*1 处请核对/);
  });
});
