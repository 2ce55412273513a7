/** What one place of an output must say. */
export interface Claim {
  /** `targets/2025-义诊/done` */
  readonly place: string;
  readonly value: unknown;
}

export const claim = (place: string, value: unknown): Claim => ({ place, value });

/** A claim that the output does not bear out. */
export interface Disagreement extends Claim {
  readonly said: unknown;
}

/** Holds claims against what an output says at their places. */
export function disagreements(claims: readonly Claim[], said: ReadonlyMap<string, unknown>): Disagreement[] {
  return claims
    .map((one) => ({ ...one, said: said.get(one.place) }))
    .filter(({ value, said }) => JSON.stringify(value) !== JSON.stringify(said));
}
