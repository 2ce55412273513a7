import { writeXlsx } from 'hucre/xlsx';

type Value = string | number | boolean | Date | null;

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** A branch's monthly sheet as they arrive: titles above, merged heads, dates in every form, a total, private columns. */
const ROWS: readonly (readonly Value[])[] = [
  ['甲支部2026年3月志愿服务活动统计表'],
  ['填报单位：甲支部', null, null, null, '填报日期：2026.3.31'],
  [
    '序号',
    '活动名称*',
    '活动时间',
    '活动类型',
    '结对单位',
    '牵头支部',
    '服务情况',
    null,
    '联系人手机',
    '负责人姓名',
    '已开展',
  ],
  [null, null, null, null, null, null, '服务群众（人次）', '志愿者人数', null, null, null],
  [
    1,
    '春季健康义诊',
    day('2026-03-15'),
    '义诊、讲座',
    '乙社区卫生服务中心',
    '甲支部',
    86,
    9,
    '13812345678',
    '张三',
    '是',
  ],
  [2, '“谷雨”讲座', '2026年3月20日', '讲座', '乙社区', '甲支部', '约１２０人', '8', '13912345678', '李四', '2026.3.20'],
  [3, '颈椎操', 46102, '巡讲', '乙社区', '甲支部', 40, 3, '13712345678', '王五', null],
  [
    4,
    '敬老讲座',
    '二〇二六年三月二十二日',
    '讲座',
    null,
    '甲支部',
    12,
    null,
    '13712345679',
    '王五',
    '2026/3/22 09:20:33',
  ],
  ['合计', null, null, null, null, null, 258, 20, null, null, null],
  ['填表人：张三', null, null, null, null, null, null, null, null, null, null],
];

/** The messy sheet as a workbook. */
export async function messyWorkbook(): Promise<Uint8Array> {
  const down = [0, 1, 2, 3, 4, 5, 8, 9, 10].map((column) => merge(2, column, 3, column));
  return writeXlsx({
    sheets: [
      { name: '3月', rows: ROWS.map((row) => [...row]), merges: [merge(0, 0, 0, 10), merge(2, 6, 2, 7), ...down] },
    ],
  });
}

/** The same as a CSV file, its heads in one row as such a file has them. */
export function messyCsv(): string {
  const heads = (ROWS[2] ?? []).map((head, at) => ROWS[3]?.[at] ?? head);
  const rows = [...ROWS.slice(0, 2), heads, ...ROWS.slice(4)];
  return rows.map((row) => `${row.map(csvText).join(',')}\r\n`).join('');
}

/** A workbook of one plain sheet. */
export async function workbook(rows: readonly (readonly Value[])[], name = '表'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]) }] });
}

function csvText(value: Value): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10).replaceAll('-', '/');
  return value === null ? '' : `"${String(value)}"`;
}

function merge(startRow: number, startCol: number, endRow: number, endCol: number) {
  return { startRow, startCol, endRow, endCol };
}

/** Chinese text in GBK: Node decodes it but does not encode it. */
export function gbkBytes(text: string): Buffer {
  const codes = gbkCodes();
  return Buffer.from([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}

function gbkCodes(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd') codes.set(character, [lead, trail]);
    }
  }
  return codes;
}
