import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/exchange/read-docx.js';
import { paragraph, run, table, wordFile } from '../support/word-file.js';

const textsOf = (body: string, parts = {}): string[] =>
  readDocx(wordFile(body, parts)).draft.passages.map(({ text }) => text);

const by = 'w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z"';

describe('a Word file reads as it is seen', () => {
  test('runs are one text; breaks and tabs keep numbers apart', () => {
    expect(textsOf(paragraph(run('收到锦旗1'), run('57'), run('面', '<w:b/>')))).toEqual(['收到锦旗157面']);
    expect(textsOf(paragraph('<w:r><w:t>3</w:t><w:br/><w:t>5场</w:t></w:r>'))).toEqual(['3\n5场']);
    expect(textsOf(paragraph('<w:r><w:t>3</w:t><w:tab/><w:t>5场</w:t></w:r>'))).toEqual(['3\t5场']);
  });

  test('tracked changes as accepted: what was inserted is there, what was deleted is not', () => {
    const changed = paragraph(
      run('收到锦旗'),
      `<w:del ${by}><w:r><w:delText>156</w:delText></w:r></w:del>`,
      `<w:ins ${by}>${run('157')}</w:ins>`,
      run('面。'),
    );
    expect(textsOf(changed)).toEqual(['收到锦旗157面。']);
  });

  test('moved text stands once, where it was moved to', () => {
    const from = paragraph(
      `<w:moveFromRangeStart ${by} w:name="m"/><w:moveFrom ${by}>${run('感谢信67封。')}</w:moveFrom>`,
    );
    const to = paragraph(run('锦旗157面，'), `<w:moveTo ${by}>${run('感谢信67封。')}</w:moveTo>`);
    expect(textsOf(from + to)).toEqual(['锦旗157面，感谢信67封。']);
  });

  test('a paragraph whose end was deleted goes on in the next', () => {
    const first = `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${run('锦旗1')}</w:p>`;
    expect(textsOf(first + paragraph(run('57面')))).toEqual(['锦旗157面']);
  });

  test('a deleted row and hidden text are gone, by the run or by its style', () => {
    const row = (properties: string, text: string): string =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(run(text))}</w:tc></w:tr>`;
    expect(textsOf(`<w:tbl>${row('', '甲')}${row(`<w:del ${by}/>`, '乙')}</w:tbl>`)).toEqual(['甲']);
    expect(textsOf(paragraph(run('1', '<w:vanish/>'), run('5面', '<w:vanish w:val="0"/>')))).toEqual(['5面']);
    const styles =
      '<w:styles xmlns:w="x"><w:style w:styleId="暗"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
    const dark = paragraph(run('1', '<w:rStyle w:val="暗"/>'), run('5面'));
    expect(textsOf(dark, { 'word/styles.xml': styles })).toEqual(['5面']);
  });

  test('text boxes are read once; links, fields and content controls as what they show', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const drawn = `<w:r><mc:AlternateContent><mc:Choice>${box('锦旗9面')}</mc:Choice><mc:Fallback>${box('锦旗9面')}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(textsOf(paragraph(run('正文'), drawn))).toEqual(['正文', '锦旗9面']);
    expect(
      textsOf(paragraph('<w:hyperlink>', run('链'), '</w:hyperlink>', '<w:fldSimple>', run('5场'), '</w:fldSimple>')),
    ).toEqual(['链5场']);
    expect(textsOf(paragraph('<w:r><w:instrText>SEQ 9场</w:instrText></w:r>', run('5场')))).toEqual(['5场']);
    expect(textsOf(`<w:sdt><w:sdtContent>${paragraph(run('控件'))}</w:sdtContent></w:sdt>`)).toEqual(['控件']);
  });

  test('a footnote or an endnote follows its paragraph, and heads nothing', () => {
    const mark = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const notes = (kind: string, text: string): string =>
      `<w:${kind}s xmlns:w="x"><w:${kind} w:id="-1" w:type="separator">${paragraph(run('线'))}</w:${kind}><w:${kind} w:id="2">${paragraph(run(text))}</w:${kind}></w:${kind}s>`;
    const parts = {
      'word/footnotes.xml': notes('footnote', '其中医联体单位12家'),
      'word/endnotes.xml': notes('endnote', '截至2021年'),
    };
    const body =
      paragraph(run('单位36家'), mark('footnote', 2), run('。'), mark('endnote', 2)) + paragraph(run('后文'));
    const { passages } = readDocx(wordFile(body, parts)).draft;
    expect(passages.map(({ text, place, heads }) => [text, place, heads])).toEqual([
      ['单位36家。', 1, undefined],
      ['其中医联体单位12家', 1, ''],
      ['截至2021年', 1, ''],
      ['后文', 2, undefined],
    ]);
    const gone = paragraph(run('甲'), `<w:del ${by}>${mark('footnote', 2)}</w:del>`, mark('footnote', 9));
    expect(textsOf(gone, parts)).toEqual(['甲']);
  });

  test('paragraphs are counted as they stand, empty ones and cells too; headings have their level', () => {
    const styles =
      '<w:styles xmlns:w="x"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="t"><w:name w:val="Title"/></w:style></w:styles>';
    const styled = (id: string, text: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${run(text)}</w:p>`;
    const body = styled('t', '标题') + paragraph() + styled('1', '一节') + table(['项目', '场次'], ['义诊', '97']);
    const { passages } = readDocx(wordFile(body, { 'word/styles.xml': styles })).draft;
    expect(passages.map(({ text, place, level, heads }) => [text, place, level, heads])).toEqual([
      ['标题', 1, 0, undefined],
      ['一节', 3, 1, undefined],
      ['项目', 4, undefined, undefined],
      ['场次', 5, undefined, undefined],
      ['义诊', 6, undefined, '项目'],
      ['97', 7, undefined, '义诊场次：'],
    ]);
  });
});

describe('refusals', () => {
  test.each([
    ['no body', wordFile('').subarray(0, 60)],
    ['broken XML', wordFile('<w:p>')],
    ['a document type', wordFile('', { 'word/document.xml': '<!DOCTYPE a><w:document/>' })],
    ['an endless nest', wordFile('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000))],
  ])('%s', (_, bytes) => {
    expect(() => readDocx(bytes)).toThrow();
  });

  test('what has no document within is no Word file', () => {
    expect(() => readDocx(zipSync({ 'xl/workbook.xml': new Uint8Array([60]) }))).toThrow('不是 Word 文档');
  });
});
