import { DIMENSIONS, type Dimensions, parseFigureId } from '../figure-id.js';

/**
 * Whether a figure follows from another: it is computed from it (`inputs` are the ids it is made of), or a part of it, the
 * same measure under more dimensions. Where both have changed, the other tells it.
 */
export function followsFrom(id: string, inputs: readonly string[], other: string): boolean {
  if (id === other) return false;
  if (inputs.includes(other)) return true;
  const [own, whole] = [parseFigureId(id), parseFigureId(other)];
  if (!own || own.measure !== whole?.measure) return false;
  const [mine, theirs] = [withYear(own.dimensions), withYear(whole.dimensions)];
  return DIMENSIONS.every((name) => theirs[name] === undefined || theirs[name] === mine[name]);
}

/** A month lies in its year. */
function withYear(dimensions: Dimensions): Dimensions {
  return dimensions.month === undefined ? dimensions : { year: dimensions.month.slice(0, 4), ...dimensions };
}
