import { createHash } from 'node:crypto';
import type { Block, Cards, Front, Heading, Printable } from '../../document/report-document.js';
import { formatDate } from '../../text/chinese-date.js';
import { noticeContent, titleFacts } from '../inlines.js';
import { appendixTitle, headingText } from '../plain-text.js';
import { chartHtml } from './chart.js';
import { escapeHtml, escapeJson } from './escape.js';
import { FigureData, textOf } from './figure-data.js';
import { contentHtml, figureLink } from './inlines.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { tableHtml } from './table.js';

/**
 * A document as one HTML file that needs no network: for a phone, a desk and A4. Its policy (CSP) allows its own style
 * and its own script and nothing else; all data is escaped. Every figure opens how it is made and the records behind it.
 */
export function renderHtml(document: Printable): string {
  const page = new Page(document);
  const { title = '越医台账' } = document.front ?? {};
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body${document.front?.onePage ? ' class="sheet"' : ''}>
${page.html()}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** The directives; what may run is named by its digest (CSP Level 3, 2.3.1). */
function policy(): string {
  const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const none = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"];
  return [...none, `style-src ${digest(STYLE)}`, `script-src ${digest(SCRIPT)}`].join('; ');
}

interface Section {
  readonly id: string;
  readonly title: string;
}

class Page {
  private readonly figures: FigureData;
  /** What the contents at the top lead to. */
  private readonly sections: Section[] = [];
  private charts = 0;

  constructor(private readonly document: Printable) {
    this.figures = new FigureData(document);
  }

  html(): string {
    const { front, body, appendices = [] } = this.document;
    const main = [
      ...body.map((block) => this.block(block, 1)),
      ...(front?.signed ? [signature(front)] : []),
      ...appendices.flatMap(({ title, body: blocks }, at, all) => [
        this.heading(appendixTitle(title, at, all.length), 2, true),
        ...blocks.map((block) => this.block(block, 2)),
      ]),
    ];
    return [
      ...(front === undefined ? [] : [header(front)]),
      this.contents(),
      `<main>\n${main.join('\n')}\n</main>`,
      DIALOG,
      `<script type="application/json" id="data">${escapeJson(this.figures.data())}</script>`,
    ].join('\n');
  }

  private contents(): string {
    if (this.sections.length < 2) return '';
    const items = this.sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
    return `<nav aria-label="目录"><details><summary>目录</summary><ol>${items.join('')}</ol></details></nav>`;
  }

  /** @param depth the number of headings above the block's own */
  private block(block: Block, depth: number): string {
    switch (block.type) {
      case 'heading':
        return this.heading(
          headingText(block),
          Math.min(6, block.level + depth),
          block.level === 1,
          this.claimed(block),
        );
      case 'paragraph':
        return `<p${block.isSignature ? ' class="right"' : ''}>${contentHtml(block.content, this.figures)}</p>`;
      case 'notice':
        return `<p class="notice ${block.tone}" role="note">${contentHtml(noticeContent(block), this.figures)}</p>`;
      case 'table':
        return tableHtml(block, this.figures);
      case 'chart':
        this.charts += 1;
        return chartHtml(block, this.charts);
      case 'cards':
        return this.cards(block);
    }
  }

  /** A title that claims something is a link to what it rests on. */
  private claimed(heading: Heading): string {
    const title = escapeHtml(headingText(heading));
    return heading.claim === undefined ? title : figureLink(heading.claim, title, this.figures);
  }

  /** @param shown the title as HTML, where it is more than its words */
  private heading(title: string, level: number, isListed: boolean, shown = escapeHtml(title)): string {
    if (!isListed) return `<h${level}>${shown}</h${level}>`;
    const id = `section-${this.sections.length + 1}`;
    this.sections.push({ id, title });
    return `<h${level} id="${id}">${shown}</h${level}>`;
  }

  private cards({ cards }: Cards): string {
    const items = cards.map(({ label, figure, goal, light = 'none' }) => {
      const against =
        goal === undefined
          ? ''
          : `<span class="goal">目标${figureLink(goal, escapeHtml(textOf(goal)), this.figures)}</span>`;
      const shown = contentHtml([{ type: 'light', light }], this.figures);
      return `<li><span class="label">${contentHtml(label, this.figures)}</span>${figureLink(
        figure,
        escapeHtml(textOf(figure)),
        this.figures,
      )}${against}${light === 'none' ? '' : shown}</li>`;
    });
    return `<ul class="cards">${items.join('')}</ul>`;
  }
}

function header(front: Front): string {
  const { notices, mark, title, to } = front;
  const facts = titleFacts(front);
  return `<header>
${notices.map((notice) => `<p class="notice warning" role="note">${escapeHtml(notice)}</p>`).join('\n')}
${mark === undefined ? '' : `<p class="mark">${escapeHtml(mark)}</p>`}
<h1>${escapeHtml(title)}</h1>
${facts.length === 0 ? '' : `<p class="facts">${facts.map((fact) => `<span>${escapeHtml(fact)}</span>`).join(' ')}</p>`}
${to === undefined ? '' : `<p>${escapeHtml(to)}：</p>`}
</header>`;
}

/** 落款, below the text at the right. */
function signature({ issuer, date }: Front): string {
  return `<p class="signature">${escapeHtml(issuer)}<br>${escapeHtml(formatDate(date))}</p>`;
}

/** Filled by the script with the figure that is opened. */
const DIALOG = `<dialog id="opened" aria-labelledby="opened-label">
<form method="dialog"><h2 id="opened-label"></h2><button class="close" aria-label="关闭">✕</button></form>
<p class="value"></p>
<p class="how"></p>
<div class="inputs"><h3>由这些数字算出</h3><ul></ul></div>
<div class="records"><h3></h3><table><tbody></tbody></table></div>
<p class="note">编号：<code></code></p>
</dialog>`;
