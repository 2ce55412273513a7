/** No text of ours holds it: JSON writes it escaped. */
const PLACEHOLDER = '\0';

/**
 * `JSON.stringify(whole(rows), null, 2)` and a line end, a row a piece: of a hundred thousand rows neither the objects nor
 * the text need be in memory at once.
 * @param whole sets a list of rows into what stands around it
 */
export function* jsonPieces(
  whole: (rows: readonly unknown[]) => unknown,
  rows: Iterable<unknown>,
): Generator<string, void> {
  const [head = '', tail = ''] = JSON.stringify(whole([PLACEHOLDER]), null, 2).split(JSON.stringify(PLACEHOLDER));
  const indent = head.slice(head.lastIndexOf('\n'));
  let before = head;
  for (const row of rows) {
    // Line ends within texts are escaped: these are between them.
    yield before + JSON.stringify(row, null, 2).replaceAll('\n', indent);
    before = `,${indent}`;
  }
  yield before === head ? `${JSON.stringify(whole([]), null, 2)}\n` : `${tail}\n`;
}
