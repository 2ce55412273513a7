import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { DraftComment } from '../../src/document/draft.js';
import { commentDocx } from '../../src/exchange/comment-docx.js';
import { readDocx, type WordDraft } from '../../src/exchange/read-docx.js';
import { readText } from '../../src/exchange/read-text.js';
import { textDocx } from '../../src/exchange/text-docx.js';
import { officeParts, xmlFaults } from '../support/office-file.js';
import { paragraph, run, wordFile } from '../support/word-file.js';

/** Comments on each of the words, where it stands in the draft. */
function commenting({ draft }: WordDraft, ...words: readonly string[]): DraftComment[] {
  return words.map((word) => {
    const passage = draft.passages.find(({ text }) => text.includes(word));
    if (!passage) throw new TypeError(`no ${word}`);
    const start = passage.text.indexOf(word);
    return { passage, start, end: start + word.length, author: '对稿·不符', text: `看“${word}”<&>` };
  });
}

/** The text between the marks of each comment. */
function commented(bytes: Uint8Array): string[] {
  const open = new Map<string, string>();
  const found: string[] = [];
  const parser = new SaxesParser();
  let inText = false;
  parser.on('opentag', ({ name, attributes }) => {
    const id = String(attributes['w:id']);
    if (name === 'w:commentRangeStart') open.set(id, '');
    if (name === 'w:commentRangeEnd') {
      found.push(open.get(id) ?? '');
      open.delete(id);
    }
    inText = name === 'w:t';
  });
  parser.on('closetag', () => {
    inText = false;
  });
  parser.on('text', (text) => {
    if (inText) for (const [id, words] of open) open.set(id, words + text);
  });
  parser.write(officeParts(bytes).get('word/document.xml') ?? '').close();
  return found;
}

const BODY = paragraph(
  run('收到锦旗1', '<w:b/>'),
  run('57面、感谢信67封'),
  `<w:ins w:id="9" w:author="甲">${run('，义诊36场次')}</w:ins>`,
  run('。'),
);

describe('comments in a Word file', () => {
  test('stand at the words alone, also over several runs and within tracked changes', () => {
    const word = readDocx(wordFile(BODY));
    const bytes = commentDocx(word, commenting(word, '157面', '67封', '36场次'));
    expect(commented(bytes)).toEqual(['157面', '67封', '36场次']);
  });

  test('change nothing else: the text, the looks, the tracked changes and other parts', () => {
    const word = readDocx(wordFile(BODY, { 'word/media/a.bin': '图' }));
    const bytes = commentDocx(word, commenting(word, '157面', '67封', '36场次'));
    expect(readDocx(bytes).draft).toEqual(word.draft);
    const parts = officeParts(bytes);
    expect(parts.get('word/media/a.bin')).toBe('图');
    expect(parts.get('word/document.xml')?.match(/<w:b\/>/g)).toHaveLength(2);
    expect(parts.get('word/document.xml')).toContain('<w:ins w:id="9"');
    for (const [name, part] of parts) if (/\.(?:xml|rels)$/.test(name)) expect(xmlFaults(part)).toEqual([]);
  });

  test('go on after those that the file has', () => {
    const first = readDocx(wordFile(BODY));
    const once = commentDocx(first, commenting(first, '67封'));
    const second = readDocx(once);
    const twice = commentDocx(second, commenting(second, '157面'));
    const comments = officeParts(twice).get('word/comments.xml') ?? '';
    expect(comments.match(/w:id="\d+"/g)).toEqual(['w:id="0"', 'w:id="1"']);
    expect(comments).toContain('看“67封”&lt;&amp;&gt;');
    expect(
      officeParts(twice)
        .get('word/_rels/document.xml.rels')
        ?.match(/comments\.xml/g),
    ).toHaveLength(1);
    expect(
      officeParts(twice)
        .get('[Content_Types].xml')
        ?.match(/comments\+xml/g),
    ).toHaveLength(1);
  });

  test('come on a text as a new Word file with the same text', () => {
    const draft = readText('收到锦旗157面。\n感谢信67封。');
    const word = textDocx(draft);
    const bytes = commentDocx(word, commenting(word, '157面', '67封'));
    expect(commented(bytes)).toEqual(['157面', '67封']);
    expect(readDocx(bytes).draft.passages.map(({ text }) => text)).toEqual(['收到锦旗157面。', '感谢信67封。']);
    expect(commentDocx(word, commenting(word, '157面', '67封'))).toEqual(bytes);
  });
});

test('a comment on a footnote stands at its mark, since Word takes none within', () => {
  const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const notes = `<w:footnotes xmlns:w="x"><w:footnote w:id="2">${paragraph(run('其中12家，另有9家'))}</w:footnote></w:footnotes>`;
  const word = readDocx(wordFile(paragraph(run('单位36家'), mark, run('。')), { 'word/footnotes.xml': notes }));
  const bytes = commentDocx(word, commenting(word, '36家', '12家', '9家'));
  expect(commented(bytes)).toEqual(['36家', '家', '家']);
  expect(officeParts(bytes).get('word/footnotes.xml')).toBe(notes);
  expect(xmlFaults(officeParts(bytes).get('word/document.xml') ?? '')).toEqual([]);
});
