import type { Figure } from '../document/figure.js';

/**
 * How a number made of hedged ones is hedged itself: each is moved to where its true value may lie, and the result seen
 * to follow. Where it can only be more it is 不少于; where it may be less it is 约; where it stays it is exact.
 */
export function derivedBound(
  inputs: readonly Figure[],
  derive: (values: readonly (number | null)[]) => number | null,
  value: number,
): Figure['bound'] | undefined {
  const values = inputs.map((input) => input.value);
  const moved = inputs.flatMap((input, at) =>
    directionsOf(input).flatMap((sign) => {
      // Doubled or halved, so that a rounded result shows it.
      const own = input.value ?? 0;
      return derive(values.with(at, sign > 0 ? 2 * own + 1 : own / 2)) ?? [];
    }),
  );
  if (moved.some((each) => each < value)) return '约';
  return moved.some((each) => each > value) ? '不少于' : undefined;
}

/** Where the true value may lie beside the one that is known. */
function directionsOf({ value, bound }: Figure): readonly (1 | -1)[] {
  if (value === null) return [];
  switch (bound) {
    case '不少于':
    case '余':
      return [1];
    case '近':
      return [-1];
    case '约':
      return [1, -1];
    default:
      return [];
  }
}
