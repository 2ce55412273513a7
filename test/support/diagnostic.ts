import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { shownSource, shownText } from '../../src/text/shown-text.js';

type Typed = Partial<{
  readonly [K in keyof Diagnostic]: K extends 'message' | 'hint' | 'file'
    ? string
    : K extends 'path' | 'record'
      ? string | null
      : K extends 'related'
        ? readonly { readonly file: string; readonly line: number; readonly column: number; readonly message: string }[]
        : K extends 'lines'
          ? readonly string[]
          : Diagnostic[K];
}>;

/** A diagnostic with everything filled in, changed where a test needs it; texts become those that may be shown. */
export function diagnostic(more: Typed = {}): Diagnostic {
  const typed = {
    code: 'unknown-reference',
    severity: 'error' as const,
    message: '“党支部”里没有“骨科二支部”',
    hint: '是不是“骨科第二党支部”？',
    file: 'data/pairings/2025.yaml',
    line: 4,
    column: 9,
    endLine: 4,
    endColumn: 14,
    path: '/0/lead' as string | null,
    record: '东湖' as string | null,
    related: [],
    lines: ['  lead: 骨科二支部'],
    ...more,
  };
  return {
    ...typed,
    message: shownText(typed.message),
    hint: shownText(typed.hint),
    file: shownText(typed.file),
    path: typed.path === null ? null : shownText(typed.path),
    record: typed.record === null ? null : shownText(typed.record),
    related: typed.related.map((each) => ({ ...each, file: shownText(each.file), message: shownText(each.message) })),
    lines: typed.lines.map(shownSource),
  };
}
