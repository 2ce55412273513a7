/**
 * GB/T 9704-2012 in Word's units. Lengths are twentieths of a point, letters half points, lines exact: 22 lines of 28
 * characters fit into the type area of 156 mm × 225 mm. A document grid is left out: LibreOffice makes 18 lines of it.
 */
export const PAGE = { width: 11_906, height: 16_838, top: 2098, left: 1588, right: 1474, bottom: 1984, footer: 1446 };

/** The same of a page alone (一页纸), which the standard says nothing of. */
export const SHEET = { top: 1247, bottom: 680, header: 680, footer: 400 };

/** The width of the type area. */
export const TYPE_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** 3号: a line of the text, and a character with the narrowing that lets 28 stand in it. */
export const LINE = 579;
export const CHARACTER = 315;
export const NARROWING = -5;

/** Sizes of letters: 2号, 3号, 4号, 小四. */
export const SIZE = { title: 44, text: 32, small: 28, table: 24 };

export const TITLE_LINE = 680;
export const TABLE_LINE = 400;

/** 四号: the inset of 版记 and of page numbers. */
export const SMALL_CHARACTER = 280;

/** Eighths of a point: 0.35 mm and 0.25 mm. */
export const RULE = { outer: 8, inner: 6 };

export const RED = 'FF0000';

/** Pixels of Word's drawings. */
export function pixels(twips: number): number {
  return Math.floor(twips / 15);
}
