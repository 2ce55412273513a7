import type { Figure } from '../../document/figure.js';
import type { Cell, Inline } from '../../document/report-document.js';
import { inlineText, UNICODE_MARKS } from '../inlines.js';
import { escapeHtml } from './escape.js';
import type { FigureData } from './figure-data.js';

/** A paragraph's, a note's or a cell's content; every figure and judging word is a link that opens it. */
export function contentHtml(content: Cell, figures: FigureData): string {
  return content.map((inline) => inlineHtml(inline, figures)).join('');
}

function inlineHtml(inline: Inline, figures: FigureData): string {
  const shown = escapeHtml(inlineText(inline, UNICODE_MARKS));
  switch (inline.type) {
    case 'figure':
    case 'verdict':
      return figureLink(inline.figure, shown, figures);
    case 'light':
      return inline.light === 'none' ? shown : `<span class="light ${inline.light}">${shown}</span>`;
    case 'bar':
      return barHtml(inline.done, inline.target);
    case 'text':
      return shown.replaceAll('\n', '<br>');
    default:
      return shown;
  }
}

/**
 * A link and no button, because a line may not break around a button as it does around a word.
 * @param shown as printed, already escaped
 */
export function figureLink(figure: Figure, shown: string, figures: FigureData): string {
  const place = figures.placeOf(figure);
  return `<a class="figure" href="#opened" data-figure="${place}">${shown}</a>`;
}

/** Its numbers stand beside it: readers of the screen skip it. */
function barHtml({ value: done }: Figure, { value: target }: Figure): string {
  if (done === null || !target) return '';
  return `<meter aria-hidden="true" max="${target}" value="${Math.min(Math.max(0, done), target)}"></meter>`;
}
