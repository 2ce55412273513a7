/** Sums of decimals without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function sumOf(amounts: readonly number[]): number {
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 1e6) / 1e6;
}
