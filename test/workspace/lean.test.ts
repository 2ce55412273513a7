import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ReadError } from '../../src/files/reader.js';
import type { IndexStore } from '../../src/workspace/ledger-index.js';
import { type Loaded, type LoadOptions, load } from '../../src/workspace/load.js';
import { baseLedger, type Files, MemoryReader } from '../support/memory-reader.js';
import { problemFixtures } from '../support/problem-fixtures.js';

/** A store in memory, as a folder would keep it. */
class MemoryStore implements IndexStore {
  content: string | null = null;
  written = 0;
  readonly secret = '只有自己知道';

  constructor(readonly build = 'one') {}

  read(): Uint8Array | null {
    return this.content === null ? null : Buffer.from(this.content);
  }

  write(parts: readonly Uint8Array[]): void {
    this.content = Buffer.concat(parts).toString();
    this.written += 1;
  }
}

/** Counts what is read, so that a test sees what was not. */
class CountingReader extends MemoryReader {
  readonly reads: string[] = [];

  override read(path: string): Uint8Array {
    this.reads.push(path);
    return super.read(path);
  }
}

function findingsOf({ findings, excused, files, records }: Loaded): unknown {
  const said = findings.map(({ say, ...rest }) => JSON.stringify([rest, say('zh'), say('en')])).sort();
  return { said, excused: excused.map(({ finding }) => JSON.stringify(finding.at)).sort(), files, records };
}

/** Everything is put away at once, and every ledger is worth an index. */
const lean = (store?: IndexStore): LoadOptions => ({
  lean: { room: 0, large: 0, ...(store ? { store: async () => store } : {}) },
});

async function told(files: Files, options?: LoadOptions): Promise<unknown> {
  return findingsOf(await load(new MemoryReader(files), options));
}

/** A month of activities. */
function month(number: number, change: (text: string) => string = (text) => text): string {
  const record = (at: number) => `- id: 义诊-${number}-${at}
  title: 义诊${at}
  date: 2025-03-15
  types: [义诊]
  lead: 内科第二党支部
  place: 广场${number}-${at}
  beneficiaries: ${20 + (at % 30)}
`;
  return change(Array.from({ length: 12 }, (_, at) => record(at)).join(''));
}

/** The base ledger with activities that refer to what it has. */
function large(changes: Readonly<Record<string, (text: string) => string>> = {}): Record<string, string> {
  const months = ['01', '02', '03', '04'].map((name, number) => {
    const path = `activities/2025-${name}.yaml`;
    return [path, month(number, changes[path])] as const;
  });
  return {
    ...baseLedger(),
    'branches/more.yaml': '- id: 内科第二党支部\n  category: 在职\n',
    ...Object.fromEntries(months),
  };
}

describe('a ledger that is not held in memory', () => {
  test.each(problemFixtures().map((fixture) => [fixture.name, fixture] as const))(
    'is told the same as one that is: %s',
    async (_, { files }) => {
      const all = { ...baseLedger(), ...files };
      expect(await told(all, lean())).toEqual(await told(all));
    },
  );

  test('only the kind that takes most room is put away', async () => {
    const files = large();
    const reader = new CountingReader(files);
    await load(reader, { lean: { room: 5_000, large: Number.POSITIVE_INFINITY } });
    expect(new Set(reader.reads).size).toBe(reader.reads.length);
  });

  test('records that are asked for here and there do not have their files read again for each', async () => {
    const fact = (file: number, at: number) =>
      `- { id: 事实-${file}-${at}, year: 2025, label: 事实, value: 1, unit: 名, of: 事实-${(file + at + 1) % 30}-0 }\n`;
    const facts = Object.fromEntries(
      Array.from({ length: 30 }, (_, file) => [
        `facts/2025-${file}.yaml`,
        Array.from({ length: 20 }, (_, at) => fact(file, at)).join(''),
      ]),
    );
    const reader = new CountingReader({ ...baseLedger(), ...facts });
    await load(reader, lean());
    expect(reader.reads.filter((path) => path === 'facts/2025-7.yaml').length).toBeLessThan(15);
  });

  test.each<[string, (text: string) => string]>([
    ['its records are others', () => '[]'],
    ['a record of the same id lacks what rules rely on', (text) => text.replaceAll(/^ {2}types:.*\n/gm, '')],
  ])('a file that changes while it is checked is no bug: %s', async (_, change) => {
    const files: Record<string, string> = large();
    const reader = new CountingReader(files);
    // The same place twice makes a rule look into both files again.
    const double = '- id: 甲\n  title: 义诊\n  date: 2025-03-15\n  types: [义诊]\n  place: 广场1\n';
    files['activities/2025-05.yaml'] = double;
    files['activities/2025-06.yaml'] = double.replace('甲', '乙');
    reader.read = (path) => {
      reader.reads.push(path);
      const again = reader.reads.filter((read) => read === path).length > 1;
      return Buffer.from(again ? change(files[path] ?? '') : (files[path] ?? ''));
    };
    await expect(load(reader, lean())).rejects.toThrow(ReadError);
  });
});

describe('the index of a large ledger', () => {
  let store: MemoryStore;
  beforeEach(() => {
    store = new MemoryStore();
  });

  test.each(problemFixtures().map((fixture) => [fixture.name, fixture] as const))(
    'makes no difference: %s',
    async (_, { files }) => {
      const all = { ...baseLedger(), ...files };
      const cold = await told(all);
      expect(await told(all, lean(store))).toEqual(cold);
      expect(await told(all, lean(store))).toEqual(cold);
    },
  );

  test('what has not changed is not read as YAML again, and what has is', async () => {
    await told(large(), lean(store));
    const change = {
      'activities/2025-02.yaml': (text: string) => text.replace('beneficiaries: 20', 'beneficiaries: 二十'),
    };
    const [warm, cold] = [await told(large(change), lean(store)), await told(large(change))];
    expect(warm).toEqual(cold);
    expect(JSON.stringify(warm)).toContain('wrong-type');
  });

  test.each<[string, Readonly<Record<string, (text: string) => string>>, string]>([
    [
      'a record elsewhere takes its id',
      { 'activities/2025-02.yaml': (text) => text.replace('义诊-1-0', '义诊-0-0') },
      'duplicate-id',
    ],
    [
      'a record elsewhere stands at its place',
      { 'activities/2025-02.yaml': (text) => text.replace('广场1-0', '广场0-0') },
      'double-entry',
    ],
    [
      'a number is out of all proportion',
      { 'activities/2025-02.yaml': (text) => text.replace('beneficiaries: 20', 'beneficiaries: 20000') },
      'outlier',
    ],
  ])('what spans files is found after an edit: %s', async (_, change, code) => {
    await told(large(), lean(store));
    const warm = await told(large(change), lean(store));
    expect(warm).toEqual(await told(large(change)));
    expect(JSON.stringify(warm)).toContain(code);
  });

  test('a name that is gone is missed in files that did not change', async () => {
    await told(large(), lean(store));
    const without = { ...large(), 'branches/more.yaml': null };
    const warm = await told(without, lean(store));
    expect(warm).toEqual(await told(without));
    expect(JSON.stringify(warm)).toContain('unknown-reference');
  });

  test('a day on which a branch was closed is found in files that did not change', async () => {
    await told(large(), lean(store));
    const closed = { ...large(), 'branches/more.yaml': '- id: 内科第二党支部\n  category: 在职\n  closed: 2024-05\n' };
    const warm = await told(closed, lean(store));
    expect(warm).toEqual(await told(closed));
    expect(JSON.stringify(warm)).toContain('closed-branch');
  });

  test('settings that cannot be read are a finding, as without an index', async () => {
    const reader = () => {
      const unreadable = new MemoryReader(large());
      const read = unreadable.read.bind(unreadable);
      unreadable.read = (path) => {
        if (path === 'workspace.yaml') throw new ReadError(path, '没有权限');
        return read(path);
      };
      return unreadable;
    };
    const found = findingsOf(await load(reader(), lean(store)));
    expect(found).toEqual(findingsOf(await load(reader())));
    expect(JSON.stringify(found)).toContain('file-unreadable');
  });

  test('other settings make another index', async () => {
    const files = large({
      'activities/2025-02.yaml': (text) => text.replace('  date: 2025-03-15', '  date: 2025-03-15\n  solarTerm: 立夏'),
    });
    const settings = files['workspace.yaml'] ?? '';
    await told({ ...files, 'workspace.yaml': `${settings}rules:\n  solar-term: 关闭\n` }, lean(store));
    const warm = await told(files, lean(store));
    expect(warm).toEqual(await told(files));
    expect(JSON.stringify(warm)).toContain('solar-term');
  });

  test('what was found under other settings cannot be passed off as found under these', async () => {
    const files = large({
      'activities/2025-02.yaml': (text) => text.replace('  date: 2025-03-15', '  date: 2025-03-15\n  solarTerm: 立夏'),
    });
    const lenient = { ...files, 'workspace.yaml': `${files['workspace.yaml']}rules:\n  solar-term: 关闭\n` };
    await told(files, lean(store));
    const [key = ''] = store.content?.split(' ') ?? [];
    await told(lenient, lean(store));
    store.content = store.content?.replace(/^\S+/, key) ?? null;
    expect(await told(files, lean(store))).toEqual(await told(files));
  });

  test('a file moved to another folder or year is looked at anew', async () => {
    await told(large(), lean(store));
    const { 'activities/2025-02.yaml': text, ...rest } = large();
    const moved = { ...rest, 'activities/2024-02.yaml': text ?? '' };
    const warm = await told(moved, lean(store));
    expect(warm).toEqual(await told(moved));
    expect(JSON.stringify(warm)).toContain('file-year');
  });

  test('a small edit is not worth writing, and nothing is lost of what was known', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`activities/2025-a${at}.yaml`, month(at + 10)]),
    );
    const files = { ...large(), ...many };
    await told(files, lean(store));
    await told(
      { ...files, 'activities/2025-a7.yaml': month(17, (text) => text.replace('义诊0', '义诊')) },
      lean(store),
    );
    expect(store.written).toBe(1);
    await told({ ...many, 'workspace.yaml': files['workspace.yaml'] ?? '' }, lean(store));
    expect(store.written).toBe(1);
  });

  test('what --no-sample leaves out stays known', async () => {
    const files = { ...large(), 'sample/people/people.yaml': '- id: 示例人员\n' };
    await told(files, lean(store));
    const before = Object.keys(JSON.parse(store.content?.split('\n')[1] ?? ''));
    await load(new MemoryReader(files), { ...lean(store), noSample: true });
    expect(before).toContain('sample/people/people.yaml');
    expect(Object.keys(JSON.parse(store.content?.split('\n')[1] ?? '')).sort()).toEqual(before.sort());
  });

  test.each<[string, (content: string) => string | null]>([
    ['deleted', () => null],
    ['empty', () => ''],
    ['torn', (content) => content.slice(0, content.length >> 1)],
    ['of another build', (content) => content.replace(/^\S+/, 'x')],
    ['changed by hand', (content) => content.replace('义诊-0-0', '义诊-0-9')],
    ['no JSON', (content) => `${content.split('\n')[0]}\n{`],
    ['a list', () => '[]'],
    [
      'signed by another hand',
      (content) => signed(content, (content.split('\n')[1] ?? '').replace('义诊-0-0', '义诊-0-9'), '别人'),
    ],
  ])('an index that is %s is none', async (_, spoil) => {
    await told(large(), lean(store));
    store.content = spoil(store.content ?? '');
    expect(await told(large(), lean(store))).toEqual(await told(large()));
    expect(store.written).toBe(2);
  });

  test.each<[string, (files: Record<string, unknown[]>) => void]>([
    [
      'with notes of another form',
      (files) =>
        (Object.values(files)[0] as unknown[]).splice(2, 1, { references: 7, outlier: null, 'double-entry': 'x' }),
    ],
    ['without ids', (files) => (Object.values(files)[0] as unknown[]).splice(1, 1)],
  ])('an index %s does no harm', async (_, forge) => {
    await told(large(), lean(store));
    const body = JSON.parse(store.content?.split('\n')[1] ?? '') as Record<string, unknown[]>;
    forge(body);
    store.content = signed(store.content ?? '', JSON.stringify(body), store.secret);
    expect(await told(large(), lean(store))).toEqual(await told(large()));
  });
});

/** The content with another body, signed with a secret. */
function signed(content: string, body: string, secret: string): string {
  const [key = ''] = content.split(' ');
  return `${key} ${createHmac('sha256', secret).update(key).update(body).digest('base64url')}\n${body}`;
}
