import type { CellStyle } from 'hucre/xlsx';
import type { Light } from '../../document/report-document.js';

export const FONT = { name: '宋体', size: 11 };

const THIN = { style: 'thin', color: { rgb: 'FF808080' } } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE7E6E6' } } as const;

/** The looks of a sheet's rows. */
export const STYLES = {
  title: {
    font: { ...FONT, size: 16, bold: true },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  titleAtLeft: { font: { ...FONT, size: 16, bold: true }, alignment: { vertical: 'center' } },
  notice: {
    font: { ...FONT, bold: true, color: { rgb: 'FFC00000' } },
    alignment: { vertical: 'center', wrapText: true },
  },
  heading: {
    font: { ...FONT, bold: true },
    fill: SHADE,
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  words: { font: FONT, border: BORDER, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
  number: { font: FONT, border: BORDER, alignment: { horizontal: 'right', vertical: 'center', wrapText: true } },
  note: { font: { ...FONT, size: 10 }, alignment: { vertical: 'top', wrapText: true } },
  paragraph: { font: { ...FONT, size: 12 }, alignment: { vertical: 'top', wrapText: true } },
  section: { font: { ...FONT, size: 14, bold: true }, alignment: { vertical: 'center', wrapText: true } },
} satisfies Record<string, CellStyle>;

/** A total is set apart from the rows above. */
export function asTotal(style: CellStyle): CellStyle {
  return { ...style, font: { ...style.font, bold: true }, fill: SHADE };
}

/** The colours of the lights, by rules on the words, so that a word typed over another changes its colour. */
export const LIGHT_STYLES = {
  done: lit('FF006100', 'FFC6EFCE'),
  green: lit('FF006100', 'FFC6EFCE'),
  yellow: lit('FF9C5700', 'FFFFEB9C'),
  red: lit('FF9C0006', 'FFFFC7CE'),
  none: undefined,
} satisfies Record<Light, CellStyle | undefined>;

function lit(ink: string, ground: string): CellStyle {
  const color = { rgb: ground };
  return { font: { color: { rgb: ink } }, fill: { type: 'pattern', pattern: 'solid', fgColor: color, bgColor: color } };
}
