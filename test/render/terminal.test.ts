import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/render/terminal.js';
import { displayWidth } from '../../src/text/width.js';
import { DOCUMENT, text } from './sample-document.js';

const render = (width: number, more = {}) => renderTerminal(DOCUMENT, { width, color: false, ascii: false, ...more });

describe('a document in a terminal', () => {
  test('begins with its banner, its centred title and its front line', () => {
    expect(render(80).split('\n').slice(0, 6)).toEqual([
      '【示例】本文含有示例数据，不得报送。',
      '',
      '                        绍兴市中医院2025年度党建工作总结',
      '          中共绍兴市中医院委员会　2026年1月5日编制　截至2025年12月31日',
      '',
      '市卫生健康委党委：',
    ]);
  });

  test('indents paragraphs by two Chinese characters and follows 禁则', () => {
    expect(render(60)).toContain(
      '\n\n1.“三百活动”\n　　组织服务活动28场*，完成率96.2%，亮黄灯，其中牵头最多的是\n内科第二党支部，各项活动按照节气有序推进、深受群众欢迎。\n\n',
    );
  });

  test('names warnings and appendices', () => {
    expect(render(80)).toContain('\n\n注意：第二段缺少数据【待补充】\n\n附件：榜单任务明细\n\n　　（略）\n');
  });

  test('ends in exactly one line feed', () => {
    expect(render(80)).toMatch(/[^\n]\n$/);
  });

  test.each([40, 41, 60, 80, 132])('is never wider than %i columns', (width) => {
    for (const line of render(width).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  test('draws only ASCII borders and bars when asked', () => {
    expect(render(80, { ascii: true })).not.toMatch(/[─-╿█░]/);
  });

  test('has colours only when asked, whatever the host', () => {
    const ESC = String.fromCharCode(27);
    expect(render(80)).not.toContain(ESC);
    expect(render(80, { color: true })).toContain(`亮${ESC}[33m黄灯${ESC}[39m，`);
  });

  test('escapes control characters of a text', () => {
    const front = { ...DOCUMENT.front, title: '总结\u001b[2J' };
    const body = [{ type: 'paragraph', content: [text('支部\u202e')] } as const];
    const shown = renderTerminal({ ...DOCUMENT, front, body }, { width: 80, color: false, ascii: false });
    expect(shown).toContain('总结\\u{1B}[2J');
    expect(shown).toContain('支部\\u{202E}');
  });
});
