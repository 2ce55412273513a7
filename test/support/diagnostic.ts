import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

/** A diagnostic with everything filled in, changed where a test needs it. */
export function diagnostic(more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'unknown-reference',
    severity: 'error',
    message: '“党支部”里没有“骨科二支部”',
    hint: '是不是“骨科第二党支部”？',
    file: 'data/pairings/2025.yaml',
    line: 4,
    column: 9,
    endLine: 4,
    endColumn: 14,
    path: '/0/lead',
    record: '东湖',
    related: [],
    lines: ['  lead: 骨科二支部'],
    ...more,
  };
}
