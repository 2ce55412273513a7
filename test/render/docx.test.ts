import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/document/paper.js';
import type { Chart, ReportDocument } from '../../src/document/report-document.js';
import { renderDocx } from '../../src/render/docx/paper.js';
import { inTimeZones, officeParts, xmlFaults } from '../support/office-file.js';
import { cell, DOCUMENT, figure } from './sample-document.js';

const CHART: Chart = {
  type: 'chart',
  title: '各月活动场次',
  categories: [cell('1月'), cell('2月')],
  series: [{ name: '场次', figures: [figure(12), figure(null, { missing: '未登记' })] }],
};
const FONTS = { title: '小标宋', text: '仿宋', heading: '黑体', subheading: '楷体', pageNumber: '宋体' };

function paperOf(document: Partial<ReportDocument>, more: Partial<Paper> = {}): Paper {
  return {
    document: { ...DOCUMENT, ...document },
    settings: { fonts: FONTS, to: '各党支部', copyTo: ['市卫生健康委党委'], printedBy: '党委办公室' },
    ...more,
  };
}

async function partsOf(paper: Paper, ids = false) {
  return officeParts(await renderDocx(paper, ids));
}

async function bodyOf(paper: Paper, ids = false): Promise<string> {
  return (await partsOf(paper, ids)).get('word/document.xml') ?? '';
}

/** The text of each paragraph with its style. */
function paragraphs(xml: string): [style: string, text: string][] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => [
    /<w:pStyle w:val="([^"]*)"/.exec(inner)?.[1] ?? '',
    [...inner.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map(([, text = '']) => text).join(''),
  ]);
}

describe('a draft', () => {
  test('has the page of GB/T 9704-2012, and no grid', async () => {
    const xml = await bodyOf(paperOf({}));
    const [section = ''] = /<w:sectPr.*<\/w:sectPr>/s.exec(xml) ?? [];
    expect(section).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    for (const margin of ['w:top="2098"', 'w:right="1474"', 'w:bottom="1984"', 'w:left="1588"', 'w:footer="1446"'])
      expect(section).toContain(margin);
    expect(section).not.toMatch(/<w:docGrid[^>]*(?:linePitch="(?!360)|charSpace="(?!0))/);
  });

  test('has headings in the styles of their numbers, and the text in its own', async () => {
    const found = paragraphs(await bodyOf(paperOf({})));
    expect(found).toContainEqual(['Title', '绍兴市中医院2025年度党建工作总结']);
    expect(found).toContainEqual(['PaperAddressee', '市卫生健康委党委：']);
    expect(found).toContainEqual(['Heading1', '一、深化党建联建，为民服务更加贴心']);
    expect(found).toContainEqual(['Heading3', '1.“三百活动”']);
    expect(found).toContainEqual(['PaperText', expect.stringMatching(/^组织服务活动28场\*，完成率96\.2%/)]);
  });

  test('writes the styles in the fonts of the office, one font for all characters, none bold', async () => {
    const styles = (await partsOf(paperOf({}))).get('word/styles.xml') ?? '';
    const styleOf = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
    for (const [id, font] of Object.entries({
      Title: '小标宋',
      Heading1: '黑体',
      Heading2: '楷体',
      Heading3: '仿宋',
    })) {
      for (const use of ['ascii', 'hAnsi', 'eastAsia']) expect(styleOf(id)).toContain(`w:${use}="${font}"`);
      expect(styleOf(id)).not.toMatch(/<w:b(?:\/| w:val="(?:true|1)")/);
    }
    expect(styleOf('PaperText')).toMatch(/w:line="579"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="579"/);
    expect(styles).not.toMatch(/w:(?:ascii|hAnsi|eastAsia)Theme=/);
  });

  test('says so at the head of every page, with 示例 where there are samples', async () => {
    const parts = await partsOf(paperOf({ front: { ...DOCUMENT.front, mark: '内部资料' } }));
    const heads = [...parts].filter(([name]) => /^word\/header\d/.test(name)).map(([, xml]) => paragraphs(xml));
    expect(heads).toEqual([[['PaperHeader', '内部资料　示例　送审稿']], [['PaperHeader', '内部资料　示例　送审稿']]]);
    expect(parts.get('word/settings.xml')).toContain('w:evenAndOddHeaders');
  });

  test('lists its attachments and is signed below the text; each attachment begins a page', async () => {
    const two = [...DOCUMENT.appendices, { title: '第二张', body: DOCUMENT.body }];
    const xml = await bodyOf(paperOf({ appendices: two }));
    const found = paragraphs(xml).filter(([style]) => /Attachment|Signature/.test(style));
    expect(found).toEqual([
      ['PaperAttachments', '附件：1.榜单任务明细'],
      ['PaperAttachments', '2.第二张'],
      ['PaperSignature', '中共绍兴市中医院委员会'],
      ['PaperSignature', '2026年1月5日'],
      ['PaperAttachmentMark', '附件1'],
      ['PaperAttachmentMark', '附件2'],
    ]);
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
    const one = paragraphs(await bodyOf(paperOf({}))).filter(([style]) => /Attachment/.test(style));
    expect(one).toEqual([
      ['PaperAttachments', '附件：榜单任务明细'],
      ['PaperAttachmentMark', '附件'],
    ]);
  });

  test('repeats the head of a table, breaks no row, and leaves bars out', async () => {
    const xml = await bodyOf(paperOf({ appendices: [] }));
    const [table = ''] = /<w:tbl>.*?<\/w:tbl>/s.exec(xml) ?? [];
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(4);
    expect(table).not.toMatch(/[█░]/);
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
  });

  test('leaves the day of printing open, and closes 抄送 with its stop', async () => {
    const xml = await bodyOf(paperOf({}));
    const found = paragraphs(xml).map(([, text]) => text);
    expect(found).toContain('抄送：市卫生健康委党委。');
    expect(found.some((text) => /^党委办公室　*年　月　日印发$/.test(text))).toBe(true);
    expect(xml).toMatch(/<wp:positionV relativeFrom="margin"><wp:align>bottom/);
  });

  test('marks its figures only where they are asked for', async () => {
    expect(await bodyOf(paperOf({}))).not.toContain('〔1〕');
    expect(await bodyOf(paperOf({}), true)).toContain('〔1〕 activities@year=2025');
  });
});

describe('a chart', () => {
  test('is Word’s own, with its numbers in a sheet, an unknown one a gap, described for who cannot see it', async () => {
    const parts = await partsOf(paperOf({ body: [CHART] }));
    const chart = parts.get('word/charts/chart1.xml') ?? '';
    expect([...chart.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value)).toEqual(
      expect.arrayContaining(['场次', '1月', '2月', '12']),
    );
    expect(chart).not.toContain('<c:v>0</c:v>');
    expect([...parts.keys()].filter((name) => name.endsWith('.xlsx'))).toHaveLength(1);
    expect(parts.get('word/document.xml')).toContain('descr="场次：1月12场、2月未登记"');
  });
});

describe('an issued paper', () => {
  const letterhead = { number: '绍市中医党〔2026〕1号', approved: '2026-01-06' };

  test('begins with the page of its notice, and says nothing of a draft', async () => {
    const { to: _, ...front } = DOCUMENT.front;
    const parts = await partsOf(paperOf({ front: { ...front, sample: 0, notices: [] } }, { letterhead }));
    const xml = parts.get('word/document.xml') ?? '';
    const found = paragraphs(xml).filter(([, text]) => text !== '');
    expect(found.slice(0, 8)).toEqual([
      ['PaperRedMark', '中共绍兴市中医院委员会文件'],
      ['PaperNumber', '绍市中医党〔2026〕1号'],
      ['Title', '中共绍兴市中医院委员会关于印发《绍兴市中医院2025年度党建工作总结》的通知'],
      ['PaperAddressee', '各党支部：'],
      ['PaperText', '现将《绍兴市中医院2025年度党建工作总结》印发给你们，请结合实际，认真贯彻落实。'],
      ['PaperSignature', '中共绍兴市中医院委员会'],
      ['PaperSignature', '2026年1月6日'],
      ['Title', '绍兴市中医院2025年度党建工作总结'],
    ]);
    expect(found.filter(([style]) => style === 'PaperSignature')).toHaveLength(2);
    expect([...parts.values()].join('')).not.toContain('送审稿');
    expect(found.map(([, text]) => text)).toContain('党委办公室2026年1月6日印发');
  });

  test('that is addressed to somebody is sent as it is, signed below its text', async () => {
    const found = paragraphs(await bodyOf(paperOf({ front: { ...DOCUMENT.front, notices: [] } }, { letterhead })));
    const told = found.filter(([, text]) => text !== '');
    expect(told.slice(0, 4)).toEqual([
      ['PaperRedMark', '中共绍兴市中医院委员会文件'],
      ['PaperNumber', '绍市中医党〔2026〕1号'],
      ['Title', '绍兴市中医院2025年度党建工作总结'],
      ['PaperAddressee', '市卫生健康委党委：'],
    ]);
    expect(told.filter(([style]) => style === 'PaperSignature')).toEqual([
      ['PaperSignature', '中共绍兴市中医院委员会'],
      ['PaperSignature', '2026年1月6日'],
    ]);
  });

  test('narrows a long name until it fits into one line', async () => {
    const scaleOf = async (issuer: string) => {
      const xml = await bodyOf(paperOf({ front: { ...DOCUMENT.front, issuer } }, { letterhead }));
      return Number(/<w:w w:val="(\d+)"/.exec(xml)?.[1]);
    };
    expect(await scaleOf('中共绍兴市中医院委员会')).toBe(75);
    expect(await scaleOf('中国共产党绍兴市中医院医疗集团委员会')).toBeLessThan(60);
  });
});

describe('the file', () => {
  const HOSTILE = '<script>&amp;]]>=1+1\u0000\u0007\u001b[31m\ufffe\ud800乙\u202e"\'第一行\n第二行';
  const hostile: ReportDocument = {
    ...DOCUMENT,
    front: { ...DOCUMENT.front, title: HOSTILE, issuer: HOSTILE, mark: HOSTILE, to: HOSTILE, notices: [HOSTILE] },
    body: [
      { type: 'heading', id: 'x', level: 1, number: '一、', title: HOSTILE },
      { type: 'paragraph', content: cell(HOSTILE) },
      { type: 'notice', tone: 'warning', content: cell(HOSTILE) },
      { type: 'table', title: HOSTILE, columns: [{ title: HOSTILE }], rows: [[cell(HOSTILE)]], notes: [cell(HOSTILE)] },
      { ...CHART, title: HOSTILE, categories: [cell(HOSTILE), cell('2月')] },
      CHART,
    ],
    appendices: [{ title: HOSTILE, body: [CHART] }],
  };
  const settings = { fonts: FONTS, to: HOSTILE, copyTo: [HOSTILE, '乙'], printedBy: HOSTILE };

  test.each([undefined, { number: HOSTILE, approved: '2026-01-06' }])(
    'is sound with hostile text everywhere (letterhead: %o), no id twice',
    async (letterhead) => {
      const parts = await partsOf({ document: hostile, settings, ...(letterhead ? { letterhead } : {}) });
      for (const [name, xml] of parts)
        if (/\.(?:xml|rels)$/.test(name)) expect([name, xmlFaults(xml)]).toEqual([name, []]);
      for (const xml of parts.values())
        for (const pattern of [/<wp:docPr id="([^"]*)"/g, /<Relationship [^>]*?Id="([^"]*)"/g]) {
          const ids = [...xml.matchAll(pattern)].map(([, id]) => id);
          expect(ids).toEqual([...new Set(ids)]);
        }
      expect(parts.get('word/document.xml')).toContain('&lt;script&gt;');
    },
  );

  test('has the same bytes in three time zones and whenever it is made, its parts sorted', async () => {
    const paper = paperOf({ body: [...DOCUMENT.body, CHART] });
    const [first = new Uint8Array(), ...others] = await inTimeZones(() => renderDocx(paper));
    for (const other of others) expect(Buffer.compare(Buffer.from(other), Buffer.from(first))).toBe(0);
    const names = [...officeParts(first).keys()];
    expect(names).toEqual(['[Content_Types].xml', ...names.slice(1).sort()]);
  });

  test('says in its properties what it is, by whom and when', async () => {
    const core = (await partsOf(paperOf({}))).get('docProps/core.xml') ?? '';
    expect(core).toContain('绍兴市中医院2025年度党建工作总结');
    expect(core).toContain('中共绍兴市中医院委员会');
    expect(core.match(/2026-01-05T00:00:00Z/g)).toHaveLength(2);
  });
});
