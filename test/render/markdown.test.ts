import { describe, expect, test } from 'vitest';
import type { ReportDocument, Table } from '../../src/document/report-document.js';
import { renderMarkdown } from '../../src/render/markdown.js';
import { escapeCell, escapeLines, escapeTitle } from '../../src/render/markdown-escape.js';
import { runCli } from '../support/run-cli.js';

const text = (value: string) => ({ type: 'text', text: value }) as const;

const TABLE: Table = {
  type: 'table',
  title: '结对一览',
  columns: [{ title: '单位' }, { title: '场次', align: 'right' }],
  rows: [
    [[text('东湖|迪荡')], [text('3')]],
    [[text('两\n行')], [text('')]],
  ],
  total: [[text('合计（去重）')], []],
  notes: [[text('截至*今天*。')]],
};

const DOCUMENT: ReportDocument = {
  kindNames: {},
  front: {
    title: '总结 # 一',
    mark: '内部资料',
    issuer: '中共本院委员会',
    date: '2026-01-08',
    asOf: '2025-12-31',
    sample: 1,
    notices: ['【示例】带 * 号'],
  },
  body: [
    { type: 'paragraph', content: [text('开头。')] },
    { type: 'heading', id: '一', level: 1, number: '一、', title: '深化党建联建' },
    { type: 'heading', id: '二', level: 2, number: '1.', title: '“三百活动”' },
    { type: 'notice', tone: 'warning', content: [text('请核对')] },
    TABLE,
  ],
  appendices: [
    { title: '甲', body: [{ type: 'heading', id: '甲', level: 1, number: '', title: '表' }, TABLE] },
    { title: '乙', body: [{ type: 'paragraph', content: [text('正文。')] }] },
  ],
  figures: [],
};

test('a whole document: banner, mark, headings by level, tables, appendices', () => {
  expect(renderMarkdown(DOCUMENT)).toBe(
    `> 【示例】带 \\* 号

内部资料

# 总结 \\# 一

中共本院委员会　2026年1月8日编制　截至2025年12月31日

开头。

## 一、深化党建联建

### 1.“三百活动”

> 注意：请核对

**结对一览**

| 单位 | 场次 |
| --- | ---: |
| 东湖\\|迪荡 | 3 |
| 两<br>行 |  |
| **合计（去重）** |  |

截至\\*今天\\*。

## 附件1：甲

### 表

**结对一览**

| 单位 | 场次 |
| --- | ---: |
| 东湖\\|迪荡 | 3 |
| 两<br>行 |  |
| **合计（去重）** |  |

截至\\*今天\\*。

## 附件2：乙

正文。
`,
  );
});

describe('data stays text', () => {
  test.each([
    ['# 标题', '\\# 标题'],
    ['1. 第一', '1\\. 第一'],
    ['2025) 年', '2025\\) 年'],
    ['- 项', '\\- 项'],
    ['+ 项', '\\+ 项'],
    ['===', '\\==='],
    ['> 引', '\\> 引'],
    ['    四格', '四格'],
    ['*强*_调_`码`', '\\*强\\*\\_调\\_\\`码\\`'],
    ['[名](http://a)', '\\[名\\](http:<!-- -->//a)'],
    ['<b>&amp;</b>', '\\<b\\>\\&amp;\\</b\\>'],
    ['a|b~c\\d$e', 'a\\|b\\~c\\\\d\\$e'],
    ['一\n\n# 二', '一\\\n\\# 二'],
    ['\u001b[31m红', '\\\\u{1B}\\[31m红'],
    ['揭榜 1.5 项', '揭榜 1.5 项'],
  ])('%j', (given, written) => {
    expect(escapeLines(given)).toBe(written);
  });

  test('a title and a cell stay on one line', () => {
    expect(escapeTitle('一\n二 #')).toBe('一 二 \\#');
    expect(escapeCell('一\r\n二|三\t四')).not.toMatch(/\n|\t|[^\\]\|/);
  });
});

test.each(['report --year 2021', 'report --year 2025 --branch 外科党支部', 'progress --year 2025'])(
  '%s --format markdown',
  async (line) => {
    const args = [...line.split(' '), '--format', 'markdown'];
    const { stdout, stderr, code } = await runCli(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').filter((each) => each.startsWith('# '))).toHaveLength(1);
    expect(stdout).not.toMatch(/\n{3,}|[ \t\u3000]\n/);
    expect(stdout).not.toContain('\u001b');
    const rows = stdout.split('\n').filter((each) => each.startsWith('|'));
    expect(rows.length).toBeGreaterThan(5);
    expect((await runCli(args, { terminal: { columns: 120 } })).stdout).toBe(stdout);
  },
);

describe('addresses that renderers turn into links', () => {
  test.each([
    ['见 https://example.com/甲', '见 https:<!-- -->//example.com/甲'],
    ['www.example.com', 'www.<!-- -->example.com'],
    ['请 @admin 看', '请 @<!-- -->admin 看'],
    ['activities@year=2025', 'activities@year=2025'],
    ['@张三', '@张三'],
    ['1:2', '1:2'],
  ])('%s', (text, expected) => {
    expect(escapeLines(text)).toBe(expected);
    expect(escapeCell(text)).toBe(expected);
  });
});
