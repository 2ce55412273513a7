import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cyclesIn } from '../../src/rules/cycles.js';

const graph = (edges: Readonly<Record<string, readonly string[]>>): string[][] =>
  cyclesIn(Object.keys(edges), (node) => edges[node] ?? []);

describe('cyclesIn', () => {
  test.each([
    ['a chain', { 甲: ['乙'], 乙: ['丙'] }, []],
    ['one that names itself', { 甲: ['甲'] }, [['甲']]],
    ['two', { 甲: ['乙'], 乙: ['甲'] }, [['甲', '乙']]],
    ['a ring with a tail', { 尾: ['甲'], 甲: ['乙'], 乙: ['丙'], 丙: ['甲'] }, [['甲', '乙', '丙']]],
    ['a diamond', { 甲: ['乙', '丙'], 乙: ['丁'], 丙: ['丁'] }, []],
    ['two rings', { 甲: ['甲'], 乙: ['丙'], 丙: ['乙'] }, [['甲'], ['乙', '丙']]],
  ] as [string, Record<string, string[]>, string[][]][])('%s', (_, edges, expected) => {
    expect(graph(edges)).toEqual(expected);
  });

  test('follows chains of any length', () => {
    const nodes = Array.from({ length: 100_000 }, (_, index) => String(index));
    expect(cyclesIn(nodes, (node) => [String(Number(node) + 1)].filter((next) => Number(next) < 100_000))).toEqual([]);
    expect(cyclesIn(nodes, (node) => [String((Number(node) + 1) % 100_000)])).toHaveLength(1);
  });

  test('finds a cycle where there is one, and none in an acyclic graph', () => {
    const edges = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const next = (node: string): string[] =>
          pairs.filter(([from]) => String(from) === node).map(([, to]) => String(to));
        const nodes = pairs.map(([from]) => String(from));
        for (const ring of cyclesIn(nodes, next)) {
          for (const [index, node] of ring.entries()) expect(next(node)).toContain(ring[(index + 1) % ring.length]);
        }
        const onwards = pairs.filter(([from, to]) => from < to);
        const forward = (node: string): string[] =>
          onwards.filter(([from]) => String(from) === node).map(([, to]) => String(to));
        expect(cyclesIn(nodes, forward)).toEqual([]);
        if (pairs.some(([from, to]) => from === to)) expect(cyclesIn(nodes, next).length).toBeGreaterThan(0);
      }),
    );
  });
});
