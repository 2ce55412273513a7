import { type FileChild, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { PaperFonts } from '../../document/paper.js';
import type { Chart } from '../../document/report-document.js';
import { contentText, UNICODE_MARKS } from '../inlines.js';
import { withoutBars } from '../without-bars.js';
import { xmlText } from '../xml-text.js';
import { pixels, TYPE_WIDTH } from './measures.js';
import { STYLE } from './styles.js';

const HEIGHT = 260;
const POINTS = { title: 14, label: 10.5 };
/** Shades that stay apart on a black and white printer. */
const COLORS = ['BFBFBF', 'C00000', '7F7F7F', '404040'];

/**
 * A chart that can be edited in Word, with its numbers in a sheet of its own; described for who cannot see it.
 * @param height in pixels
 */
export function chartChildren(
  { title, categories, series }: Chart,
  fonts: PaperFonts,
  { height = HEIGHT, isTitled = true }: { readonly height?: number; readonly isTitled?: boolean } = {},
): FileChild[] {
  const names = categories.map((category) => xmlText(contentText(withoutBars(category), UNICODE_MARKS)));
  const font = { name: fonts.text, size: POINTS.label, color: '000000' };
  const told = series.map(({ name, figures }) => {
    const values = figures.map(
      ({ value, unit, missing }, index) =>
        `${names[index]}${value ?? missing ?? '暂未统计'}${value === null ? '' : unit}`,
    );
    return `${xmlText(name)}：${xmlText(values.join('、'))}`;
  });
  const chart = new ChartRun({
    type: 'column',
    ...(title === '' || !isTitled
      ? {}
      : { title: { text: xmlText(title), font: { ...font, name: fonts.heading, size: POINTS.title } } }),
    categories: names,
    series: series.map(({ name, figures }, index) => ({
      name: xmlText(name),
      values: figures.map(({ value }) => value),
      color: series.length === 1 ? 'C00000' : (COLORS[index % COLORS.length] ?? '404040'),
    })),
    gapWidth: 60,
    legend: series.length > 1 ? { font } : false,
    categoryAxis: { font },
    valueAxis: { font, minimum: 0 },
    dataLabels: { value: true, font },
    chartArea: { border: 'none' },
    transformation: { width: pixels(TYPE_WIDTH), height },
    altText: { name: xmlText(title), title: xmlText(title), description: told.join('；') },
  });
  return [new Paragraph({ style: STYLE.figure, children: [chart] })];
}
