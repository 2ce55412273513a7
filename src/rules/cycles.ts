/**
 * The cycles of a directed graph found by depth-first search, each as its nodes in order. Iterative: paths may be long.
 */
export function cyclesIn(nodes: Iterable<string>, next: (node: string) => readonly string[]): string[][] {
  const rings: string[][] = [];
  const done = new Set<string>();
  for (const start of nodes) {
    const trail: { node: string; rest: string[] }[] = [];
    const open = new Map<string, number>();
    const enter = (node: string): void => {
      open.set(node, trail.length);
      trail.push({ node, rest: [...next(node)] });
    };
    if (!done.has(start)) enter(start);
    for (let last = trail.at(-1); last; last = trail.at(-1)) {
      const node = last.rest.shift();
      if (node === undefined) {
        trail.pop();
        open.delete(last.node);
        done.add(last.node);
        continue;
      }
      const place = open.get(node);
      if (place !== undefined) rings.push(trail.slice(place).map((step) => step.node));
      else if (!done.has(node)) enter(node);
    }
  }
  return rings;
}
