import type { WriteSheet } from 'hucre/xlsx';
import type { Front } from '../../document/report-document.js';
import { formatDate } from '../../text/chinese-date.js';
import { xmlText } from '../xml-text.js';

/** A sheet wider than so many digits is printed across the page. */
const WIDEST_UPRIGHT = 96;
/** A wider one goes over several pages side by side: smaller letters cannot be read. */
const WIDEST_ACROSS = 200;
/** Inches. */
const MARGINS = { top: 0.75, right: 0.5, bottom: 0.75, left: 0.5, header: 0.3, footer: 0.3 };

/**
 * How a sheet is printed: on A4, no wider than the page or a few side by side, its heading row on every page, above it what it is part of.
 * @param heading the heading row, from 0
 */
export function printLayout(
  front: Front | undefined,
  width: number,
  heading?: number,
): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const row = heading === undefined ? undefined : `$${heading + 1}:$${heading + 1}`;
  const marks = front && [front.mark ?? '', front.sample > 0 ? '示例' : ''].filter((mark) => mark !== '');
  const head = front && `&L${plain(marks?.join('　') ?? '')}&R${plain(front.title)}　截至${formatDate(front.asOf)}`;
  const pages = Math.ceil(width / WIDEST_ACROSS);
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: width > WIDEST_UPRIGHT ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: pages,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: MARGINS,
      ...(row === undefined ? {} : { printTitlesRow: row }),
      ...(pages > 1 ? { printTitlesColumn: '$A:$A' } : {}),
    },
    headerFooter: { ...(head === undefined ? {} : { oddHeader: head }), oddFooter: '&C第 &P 页，共 &N 页' },
  };
}

/** & begins a code of headers; a text of more than 255 characters is refused. */
function plain(text: string): string {
  return xmlText(text).slice(0, 100).replaceAll('&', '&&').replaceAll('\n', ' ');
}
