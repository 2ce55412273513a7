import { findPrivateNumbers } from '../text/private-numbers.js';
import type { SheetCell } from './sheet.js';
import type { HeadedColumn } from './sheet-heading.js';

/** Headings of what is never stored: who a person is, and how to reach or identify one. */
const PRIVATE_HEADING =
  /姓名|手机|电话|联系方式|身份证|证件|工号|user ?id|出生|年龄|性别|住址|家庭地址|微信|QQ|邮箱|银行卡|账号|志愿者(?:编号|号|名单)|名单|历史审批人|当前处理人|审批记录|签名/i;

/** So many cells of a column tell what is in it. */
const SAMPLED = 200;

/**
 * The columns that hold private data, by their headings or by what stands in them. One that the kind has a field for is
 * kept: a cell with somebody's number in it is refused where it is read.
 */
export function privateColumns(
  columns: readonly HeadedColumn[],
  rows: readonly (readonly SheetCell[])[],
): ReadonlySet<number> {
  const found = columns.filter(({ at, title, field }) => {
    if (field !== undefined) return false;
    if (PRIVATE_HEADING.test(title)) return true;
    const cells = rows.slice(0, SAMPLED).flatMap((row) => row[at]?.text || []);
    const hits = cells.filter((text) => findPrivateNumbers(text).length > 0).length;
    return hits > 0 && hits * 2 >= cells.length;
  });
  return new Set(found.map(({ at }) => at));
}
