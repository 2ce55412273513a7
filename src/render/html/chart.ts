import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Figure } from '../../document/figure.js';
import type { Chart } from '../../document/report-document.js';
import { shownText } from '../../text/shown-text.js';
import { contentText, UNICODE_MARKS } from '../inlines.js';
import { escapeHtml } from './escape.js';
import { textOf } from './figure-data.js';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** Drawn as wide as a phone nearly is, and scaled up from there, so that its words can be read on one. */
const WIDTH = 480;
const BAR = 20;
const FONT = 13;

/** Colours of the page's style sheet, so that the drawing follows light and dark. */
const INK = 'var(--ink)';
const SERIES = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)'] as const;

/** A chart as an SVG that carries its own title and, in words, all of its numbers. */
export function chartHtml(chart: Chart, number: number): string {
  const names = chart.categories.map((category) => shownText(contentText(category, UNICODE_MARKS)));
  const told = names.map((name, at) => {
    const parts = chart.series.map(({ name: series, figures }) => `${series}${wordsOf(figures[at])}`);
    return `${name}：${parts.join('，')}`;
  });
  const svg = drawn(chart, names)
    // The style sheet in it is for hovering alone, and would need a place of its own in the page's policy.
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="font-size:(\d+)px;font-family:inherit;"/g, ' font-size="$1"')
    .replace(
      /^<svg [^>]*?viewBox="([^"]*)"[^>]*>/,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="$1" role="img" aria-labelledby="chart-${number}-title chart-${number}-words"><title id="chart-${number}-title">${escapeHtml(chart.title)}</title><desc id="chart-${number}-words">${escapeHtml(told.join('；'))}</desc>`,
    );
  return `<figure class="chart"><figcaption>${escapeHtml(chart.title)}</figcaption>${svg}</figure>`;
}

function drawn({ series }: Chart, names: readonly string[]): string {
  const height = names.length * (series.length * BAR + 14) + (series.length > 1 ? 66 : 36);
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    canvas.setOption({
      animation: false,
      color: series.length === 1 ? [SERIES[1]] : [...SERIES],
      textStyle: { fontFamily: 'inherit', fontSize: FONT },
      ...(series.length > 1 ? { legend: { top: 0, silent: true, textStyle: { color: INK, fontSize: FONT } } } : {}),
      grid: { left: 4, right: 64, top: series.length > 1 ? 34 : 4, bottom: 4 },
      xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: [...names],
        axisTick: { show: false },
        axisLabel: { color: INK, fontSize: FONT, interval: 0 },
        axisLine: { lineStyle: { color: 'var(--line)' } },
      },
      series: series.map(({ name, figures }) => ({
        type: 'bar',
        name: shownText(name),
        silent: true,
        barMaxWidth: BAR,
        data: figures.map((figure) => figure.value ?? '-'),
        label: {
          show: true,
          position: 'right',
          color: INK,
          fontSize: FONT,
          textBorderWidth: 0,
          formatter: ({ dataIndex }: { dataIndex: number }) => shownText(wordsOf(figures[dataIndex])),
        },
      })),
    });
    return canvas.renderToSVGString({ useViewBox: true });
  } finally {
    // Without it the process would never end.
    canvas.dispose();
  }
}

function wordsOf(figure: Figure | undefined): string {
  return figure === undefined ? '' : textOf(figure);
}
