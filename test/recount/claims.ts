/**
 * The rules of the design that the program does not follow yet. A claim that rests on one is set aside where the program
 * says otherwise, and reported. A rule that nothing disagrees with any more leaves this list: a test looks.
 */
export const NOT_YET = {
  'task-before-first-step':
    'a task of a board is there before its first step (未启动), a project (一书记一项目) alone begins with it; the program waits for every task’s first step',
} as const satisfies Record<string, string>;

export type NotYet = keyof typeof NOT_YET;

/** What one place of an output must say. */
export interface Claim {
  /** `targets/2025-义诊/done` */
  readonly place: string;
  readonly value: unknown;
  /** Rules of NOT_YET without which the value would be another. */
  readonly rests: readonly NotYet[];
}

export const claim = (place: string, value: unknown, ...rests: readonly (NotYet | false)[]): Claim => ({
  place,
  value,
  rests: rests.filter((rule) => rule !== false),
});

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
