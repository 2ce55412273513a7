import type { DataValidation, WriteSheet } from 'hucre/xlsx';
import { colToLetter } from 'hucre/xlsx';
import type { Column } from '../../document/report-document.js';
import { words } from './typed-cell.js';

/** The name of the hidden sheet. */
export const CHOICES = '可选内容';

/** How many rows below the last one still offer the choices, for records to be added. */
const ROWS_BELOW = 500;

/**
 * The lists of allowed values of a workbook. They stand on a hidden sheet, a column each, because a list written into
 * the rule itself may have no more than 255 characters and no commas.
 */
export class ChoiceLists {
  private readonly lists = new Map<string, readonly string[]>();

  /** The rules that offer the choices of columns in the rows of a sheet; rows from 0. */
  rulesFor(columns: readonly Column[], first: number, rows: number): DataValidation[] {
    return columns.flatMap(({ choices }, index): DataValidation[] => {
      if (choices === undefined) return [];
      const letter = colToLetter(index);
      return [
        {
          type: 'list',
          formula1: this.rangeOf(choices.words),
          allowBlank: true,
          showErrorMessage: true,
          // Several words in a cell are none of the list.
          errorStyle: choices.several ? 'information' : 'warning',
          errorTitle: '不在可选内容里',
          errorMessage: choices.several ? '几项用“、”隔开。确实要这样写，按“确定”。' : '确实要这样写，按“是”。',
          range: `${letter}${first + 1}:${letter}${first + rows + ROWS_BELOW}`,
        },
      ];
    });
  }

  private rangeOf(list: readonly string[]): string {
    const key = list.join('\n');
    if (!this.lists.has(key)) this.lists.set(key, list);
    const letter = colToLetter([...this.lists.keys()].indexOf(key));
    return `'${CHOICES}'!$${letter}$1:$${letter}$${list.length}`;
  }

  /** The hidden sheet; none where no column has choices. */
  sheets(): WriteSheet[] {
    const lists = [...this.lists.values()];
    if (lists.length === 0) return [];
    const rows = Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, row) =>
      lists.map((list) => {
        const word = list[row];
        return word === undefined ? null : words(word);
      }),
    );
    return [{ name: CHOICES, rows, hidden: true }];
  }
}
