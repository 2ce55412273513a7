import type { Random } from './random.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Records written as people and other programs write them: keys in any order, brackets and blocks, any indentation and
 * quotes, folded texts, blank lines. Comments stand wherever YAML lets them; each names the record that it belongs to.
 */
export class HostileLayout {
  private count = 0;
  private record = '';

  constructor(private readonly random: Random) {}

  file(records: readonly Fields[]): string {
    const indent = this.pick(['', '', '  ']);
    const lines = records.flatMap((record) => {
      this.record = String(record.id);
      const lead = this.chance(3) ? [`${indent}${this.comment()}`] : [];
      const gap = this.chance(3) ? [''] : [];
      if (this.chance(6)) return [...gap, ...lead, `${indent}- ${this.flow(record, `${indent}    `)}${this.tail()}`];
      return [
        ...gap,
        ...lead,
        ...this.item(record, indent),
        ...(this.chance(5) ? [`${indent}  ${this.comment()}`] : []),
      ];
    });
    const eol = this.pick(['\n', '\n', '\r\n']);
    const text = `${this.chance(4) ? `---\n` : ''}${lines.join('\n')}${this.chance(4) ? '' : '\n'}`;
    return this.pick(['', '', '\ufeff']) + text.replaceAll('\n', eol);
  }

  private item(value: unknown, indent: string): string[] {
    if (!isFields(value) || Object.keys(value).length === 0) return this.entry(`${indent}-`, value, indent);
    if (this.chance(6))
      return [`${indent}-${this.tail()}`, ...this.mapping(value, `${indent}${this.pick([' ', '   '])}`)];
    const space = this.pick([' ', ' ', '   ']);
    const [first = '', ...rest] = this.mapping(value, `${indent} ${space}`, false);
    return [`${indent}-${space}${first.trimStart()}`, ...rest];
  }

  private mapping(value: Fields, indent: string, isFirstCommented = true): string[] {
    return this.shuffled(Object.entries(value)).flatMap(([key, child], index) => [
      ...(this.chance(6) && (index > 0 || isFirstCommented) ? [`${indent}${this.comment()}`] : []),
      ...(this.chance(12) && index > 0 ? [''] : []),
      ...this.entry(`${indent}${this.key(key)}:`, child, indent),
    ]);
  }

  /** A value behind its key or its dash. */
  private entry(lead: string, value: unknown, indent: string): string[] {
    const inner = `${indent}${this.pick(['  ', '  ', ' ', '    '])}`;
    const isCollection = isFields(value) || Array.isArray(value);
    if (!isCollection) return this.scalarLines(lead, value, inner);
    if (Object.keys(value).length === 0 || this.chance(3))
      return [`${lead} ${this.flow(value, `${inner} `)}${this.tail()}`];
    const below = isFields(value)
      ? this.mapping(value, inner)
      : (value as unknown[]).flatMap((each) => [
          ...(this.chance(8) ? [`${inner}${this.comment()}`] : []),
          ...this.item(each, inner),
        ]);
    return [`${lead}${this.tail()}`, ...below, ...(this.chance(8) ? [`${inner}${this.comment()}`] : [])];
  }

  private scalarLines(lead: string, value: unknown, inner: string): string[] {
    if (typeof value === 'string' && /^\S.*\n/.test(value) && !/\n$|[ \t]\n|\n[ \t]/.test(value) && this.chance(2)) {
      const lines = value.split('\n').map((line) => (line === '' ? '' : inner + line));
      return [`${lead} |-${this.tail()}`, ...lines];
    }
    const text = this.scalar(value);
    if (this.chance(10)) return [`${lead}${this.tail()}`, `${inner}${text}${this.tail()}`];
    return [`${lead} ${text}${this.tail()}`];
  }

  private flow(value: unknown, indent: string): string {
    if (!isFields(value) && !Array.isArray(value)) return this.scalar(value, true);
    const parts = isFields(value)
      ? this.shuffled(Object.entries(value)).map(
          ([key, child]) => `${this.key(key)}: ${this.flow(child, `${indent} `)}`,
        )
      : (value as unknown[]).map((each) => this.flow(each, `${indent} `));
    const [open, close] = isFields(value) ? '{}' : '[]';
    if (parts.length === 0 || this.chance(2))
      return `${open}${this.pick(['', ' '])}${parts.join(', ')}${this.pick(['', ' '])}${close}`;
    const lines = parts.map((part, index) => {
      const above = this.chance(4) ? `${indent}${this.comment()}\n` : '';
      const comma = index < parts.length - 1 ? ',' : this.pick(['', ',']);
      return `${above}${indent}${part}${comma}${this.tail()}`;
    });
    return `${open}${this.tail()}\n${lines.join('\n')}\n${indent}${close}`;
  }

  private scalar(value: unknown, inFlow = false): string {
    if (typeof value !== 'string') return String(value);
    const isSimple =
      /^[\p{Script=Han}][\p{Script=Han}\d]*$/u.test(value) || (/^\d{4}-\d\d-\d\d$/.test(value) && !inFlow);
    if (isSimple && this.chance(2)) return value;
    if (!/[\n\t]/.test(value) && this.chance(2)) return `'${value.replaceAll("'", "''")}'`;
    return JSON.stringify(value);
  }

  private key(key: string): string {
    return this.chance(10) ? JSON.stringify(key) : key;
  }

  private tail(): string {
    return this.chance(7) ? `${this.pick([' ', '   '])}${this.comment()}` : '';
  }

  private comment(): string {
    this.count += 1;
    return `#${this.pick([' ', ''])}${this.record}的第${this.count}条`;
  }

  private shuffled<T>(all: readonly T[]): T[] {
    return [...all]
      .map((each) => ({ each, at: this.random.below(1000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ each }) => each);
  }

  private pick<T>(all: readonly T[]): T {
    return this.random.pick(all);
  }

  private chance(of: number): boolean {
    return this.random.below(of) === 0;
  }
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
