import { describe, expect, test } from 'vitest';
import { formattedText } from '../../src/edit/formatted-text.js';
import { writtenRecord } from '../../src/edit/written-value.js';
import { isKind } from '../../src/schema/kinds.js';
import { readSource } from '../../src/source/read-source.js';
import { roleOf } from '../../src/workspace/layout.js';
import { HostileLayout } from '../support/hostile-layout.js';
import { readTree } from '../support/memory-reader.js';
import { Random } from '../support/random.js';

const formatted = (text: string) => formattedText('activities/2025-03.yaml', 'activities', text);

describe('the one layout', () => {
  test('has the dictionary’s order, brackets for words and quotes where they are needed', async () => {
    const text = `-   title: "春季义诊"
    types:
    - '义诊'
    - "讲座"
    id: 甲
    date: '2025-03-15'
    place: 'yes'
    note: >-
      第一行
      第二行
    approval: { on: 2025-03-10, by: '党政综合办' }
`;
    expect(await formatted(text)).toBe(`- id: 甲
  title: 春季义诊
  date: 2025-03-15
  types: [义诊, 讲座]
  place: "yes"
  approval:
    by: 党政综合办
    on: 2025-03-10
  note: 第一行 第二行
`);
  });

  test('has line feeds, no byte order mark, and at most one blank line, between records', async () => {
    const text =
      '\ufeff\r\n- id: 甲\r\n  title: 义诊\r\n\r\n  date: 2025-03-15\r\n\r\n\r\n\r\n- id: 乙\r\n- id: 丙\r\n\r\n\r\n';
    expect(await formatted(text)).toBe('- id: 甲\n  title: 义诊\n  date: 2025-03-15\n\n- id: 乙\n- id: 丙\n');
  });

  test('puts a list that is too wide for a line below its key; a line of prose stays one', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `第${index}社区卫生服务中心`);
    const note = '长'.repeat(200);
    const text = `- id: 甲\n  pairings: [${names.join(', ')}]\n  note: ${note}\n`;
    expect(await formatted(text)).toBe(
      `- id: 甲\n  pairings:\n${names.map((name) => `    - ${name}\n`).join('')}  note: ${note}\n`,
    );
  });

  test('keeps each comment with its record, field or item', async () => {
    const text = `# 三月的活动

# 第一场
- title: 义诊 # 名称后的
  # 日期上面的
  date: 2025-03-15
  types: [义诊, # 第一类
    讲座]
  events: # 经过
  - { step: 已开展, on: 2025-03-15 } # 那一天
    # 那一天之后的
  id: 甲
  # 甲的最后

# 第二场
- id: 乙
# 文件最后
`;
    expect(await formatted(text)).toBe(`# 三月的活动

# 第一场
- id: 甲
  title: 义诊 # 名称后的
  # 日期上面的
  date: 2025-03-15
  types:
    - 义诊 # 第一类
    - 讲座
  events: # 经过
    # 那一天
    - on: 2025-03-15
      step: 已开展
    # 那一天之后的
  # 甲的最后

# 第二场
- id: 乙
# 文件最后
`);
  });

  test('of the settings keeps blank lines between fields', async () => {
    const text = "timeZone: 'Asia/Shanghai'\n\n\n# 医院\nhospital:   本院\nissuer: 本院\n";
    expect(await formattedText('workspace.yaml', 'workspace', text)).toBe(
      '# 医院\nhospital: 本院\nissuer: 本院\ntimeZone: Asia/Shanghai\n',
    );
  });

  test('leaves a file without records alone', async () => {
    for (const text of ['', '# 四月\r\n', '[] # 没有\n']) expect(await formatted(text)).toBe(text);
  });
});

test('the records of this repository and of the other ledgers have it', async () => {
  for (const root of [
    'data',
    'test/fixtures/shaoxing/data',
    'test/fixtures/sample-2025/data',
    'test/fixtures/jiaxing/data',
    'test/fixtures/base/data',
  ])
    for (const [file, text] of Object.entries(readTree(root))) {
      const role = roleOf(file);
      if (role.role !== 'records' && role.role !== 'workspace') continue;
      const kind = role.role === 'records' ? role.kind : 'workspace';
      expect(await formattedText(file, kind, text), `${root}/${file}`).toBe(text);
    }
});

describe('any layout', () => {
  const RUNS = Number(process.env.YUEYI_LAYOUTS ?? 150);

  test('keeps its values and its comments with their records, is done at once, and is what `add` writes', async () => {
    const random = new Random(7);
    const records = await recordsOf('data');
    for (let run = 0; run < RUNS; run += 1) {
      const kind = random.pick(Object.keys(records).filter(isKind));
      const own = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
        ...random.pick(records[kind] ?? []),
        ...(random.below(3) === 0 ? { note: random.pick(TEXTS) } : {}),
        id: `记录${index}`,
      }));
      const text = new HostileLayout(random).file(own);
      const file = `${kind}/x.yaml`;
      const now = await formattedText(file, kind, text);
      const where = `${run}\n${text}\n=>\n${now}`;
      expect(plain((await readSource(file, Buffer.from(now))).value), where).toEqual(plain(own));
      expect(await formattedText(file, kind, now), where).toBe(now);
      const parts = partsOf(now);
      expect(parts.length, where).toBe(own.length);
      for (const comment of text.match(/# ?记录\d的第\d+条/g) ?? []) {
        const holders = parts.flatMap((part, index) =>
          part.split('\n').some((line) => line.trim() === comment || line.endsWith(` ${comment}`)) ? [index] : [],
        );
        expect(holders, `${comment} ${where}`).toEqual([Number(/\d/.exec(comment)?.[0])]);
      }
      const added = own.map((record) => writtenRecord(kind, record)).join('');
      expect(await formattedText(file, kind, added), added).toBe(added);
    }
  });
});

const TEXTS = [
  '约 86 人：#1',
  'true',
  '12',
  "it's",
  '第一段\n\n第二段',
  '{a}',
  '- 甲',
  '注：# 号',
  '2025-03',
  'a: b',
  ' 首',
  'no',
  '第一行\n第二行\n',
  'x\ny\n\n',
];

/** The records of a folder by their kind. */
async function recordsOf(root: string): Promise<Record<string, object[]>> {
  const found: Record<string, object[]> = {};
  for (const [file, text] of Object.entries(readTree(root))) {
    const role = roleOf(file);
    if (role.role !== 'records') continue;
    const { value } = await readSource(file, Buffer.from(text));
    found[role.kind] = [...(found[role.kind] ?? []), ...(value as object[])];
  }
  return found;
}

/** A file in the one layout, record by record, each with the comments above it. */
function partsOf(text: string): string[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('- ') ? [index] : []));
  const leads = starts.map((start) => {
    let at = start;
    while (at > 0 && /^(?:#|$)/.test(lines[at - 1] ?? '')) at -= 1;
    return at;
  });
  return leads.map((lead, index) => lines.slice(lead, leads[index + 1]).join('\n'));
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
