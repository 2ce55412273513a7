/** A key as a segment of a JSON pointer (RFC 6901): ~ is ~0, / is ~1. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The key that a segment of a JSON pointer names. */
export function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
