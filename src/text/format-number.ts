/**
 * A number as official papers print it: no thousands comma, no exponent, whatever the host's locale.
 * `decimals` rounds half away from zero, on the decimal digits one sees (96.15 → 96.2 although the
 * nearest binary number lies below), and keeps trailing zeros; without it the value is shown as it is.
 * @throws RangeError for NaN and infinities: what is unknown has no number.
 */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`formatNumber: ${value} cannot be printed`);
  const plain = plainDecimal(Math.abs(value));
  const digits = decimals === undefined ? plain : roundHalfUp(plain, decimals);
  return value < 0 && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** A number with what hedges it: 约36768, 36768余. */
export function boundedNumber(number: string, bound: string | undefined): string {
  if (bound === undefined) return number;
  return bound === '余' ? `${number}余` : `${bound}${number}`;
}

/** JavaScript's shortest decimal, with an exponent (1e21, 1e-7) written out. */
function plainDecimal(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const power = Number(exponent);
  if (power < 0) return `0.${'0'.repeat(-power - 1)}${whole}${fraction}`;
  return whole + fraction.padEnd(power, '0');
}

function roundHalfUp(plain: string, decimals: number): string {
  const [whole = '', fraction = ''] = plain.split('.');
  const kept = BigInt(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
  const rounded = (fraction[decimals] ?? '0') >= '5' ? kept + 1n : kept;
  const digits = String(rounded).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
