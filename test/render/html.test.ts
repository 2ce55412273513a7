import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/document/report-document.js';
import { renderHtml } from '../../src/render/html/page.js';
import { cell, DOCUMENT, figure, text } from './sample-document.js';

const HTML = renderHtml(DOCUMENT);

const CHART: Chart = {
  type: 'chart',
  title: '目标完成情况',
  categories: [cell('义诊'), cell('巡讲')],
  series: [
    { name: '目标数', figures: [figure(100, { id: 'a' }), figure(100, { id: 'b' })] },
    { name: '已完成', figures: [figure(68, { id: 'c', bound: '约' }), figure(null, { id: 'd', missing: '未登记' })] },
  ],
};

function digestOf(element: string): string {
  const [, content = ''] = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(HTML) ?? [];
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

describe('an HTML page', () => {
  test('allows its own style and script alone, and asks the network for nothing', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(HTML) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${digestOf('style')}`);
    expect(policy).toContain(`script-src ${digestOf('script')}`);
    expect(HTML).not.toMatch(/ style="| on\w+="|(?:src|href)="(?!#)|https?:\/\/(?!www\.w3\.org)/);
  });

  test('is Chinese, has a title, one first heading and a contents list of its parts', () => {
    expect(HTML).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(HTML).toContain(`<title>${DOCUMENT.front.title}</title>`);
    expect(HTML.match(/<h1>/g)).toHaveLength(1);
    for (const [, id] of HTML.matchAll(/<a href="#(section-\d+)">/g)) expect(HTML).toContain(` id="${id}"`);
  });

  test('no id stands twice', () => {
    const page = renderHtml({ ...DOCUMENT, body: [CHART, ...DOCUMENT.body, CHART] });
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('lists each figure once, with what it is made of and its records by their Chinese kinds', () => {
    const made = figure(50, {
      id: 'percent@target=义诊',
      label: '完成率',
      unit: '%',
      inputs: ['done@target=义诊'],
      derivation: { rule: '已完成 ÷ 目标数 × 100', value: () => 50 },
    });
    const done = figure(1, { id: 'done@target=义诊' });
    const page = renderHtml({
      body: [
        {
          type: 'paragraph',
          content: [
            { type: 'figure', figure: made },
            { type: 'figure', figure: made },
          ],
        },
      ],
      figures: [made, done],
      kindNames: { activities: '活动' },
    });
    const [, json = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/.exec(page) ?? [];
    const data = JSON.parse(json) as {
      figures: { id: string; how: string; inputs: number[]; records: unknown[] }[];
      kinds: string[];
    };
    expect(data.figures.map(({ id }) => id)).toEqual([made.id, done.id]);
    expect(data.figures[0]).toMatchObject({ how: '已完成 ÷ 目标数 × 100', inputs: [1] });
    expect(data.figures[1]?.records).toEqual([[0, '2025-03-15-东湖义诊']]);
    expect(data.kinds).toEqual(['活动']);
  });

  test('a judging word and a title that claims something open what they rest on', () => {
    const remark = figure(97, { id: 'remark@target=义诊', label: '评语', unit: '%', word: '基本完成' });
    const claim = figure(2, { id: 'claim@year=2025,section=联建', label: '标题的判断' });
    const page = renderHtml({
      body: [
        { type: 'heading', id: '联建', level: 1, number: '一、', title: '联建成效显现', claim },
        { type: 'paragraph', content: [{ type: 'verdict', figure: remark }] },
      ],
    });
    expect(page).toMatch(/<h2 id="section-1"><a class="figure" [^>]*>一、联建成效显现<\/a><\/h2>/);
    expect(page).toMatch(/<p><a class="figure" [^>]*>基本完成/);
    expect(page).toContain(remark.id);
    expect(page).toContain(claim.id);
  });

  test('a chart tells its numbers in words, with their bounds, and has no style of its own', () => {
    const page = renderHtml({ body: [CHART] });
    expect(page).toContain('义诊：目标数100场，已完成约68场；巡讲：目标数100场，已完成未登记</desc>');
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(/ecmeta|class="zr/);
  });

  test('markup, private numbers and invisible characters in records stay harmless text', () => {
    const page = renderHtml({ body: [{ type: 'paragraph', content: [text('</p><b>13812345678\u202e')] }] });
    expect(page).toContain('<p>&lt;/p&gt;&lt;b&gt;138******78\\u{202E}</p>');
  });
});
