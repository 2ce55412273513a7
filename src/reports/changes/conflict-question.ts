import type { MergeConflict } from '../../history/merge/merge-files.js';
import { nodeAt } from '../../schema/dictionary.js';
import { type Kind, kindTitle } from '../../schema/kinds.js';
import { showValue } from '../../schema/show-value.js';
import { shownText } from '../../text/shown-text.js';

/** What both sides did to one record, as lines to decide by. */
export function conflictQuestion(kind: Kind | null, { id, fields, ours, theirs }: MergeConflict): string {
  const title = shownText(`${kind === null ? '记录' : kindTitle(kind)}“${id}”`);
  if (ours === null || theirs === null) {
    const [kept, gone] = ours === null ? ['对方', '本机'] : ['本机', '对方'];
    return `${title}：${gone}删去了，${kept}改了。`;
  }
  const names = fields.length > 0 ? fields : ['id'];
  const lines = names.map((name) => {
    const field = (kind === null ? undefined : nodeAt(kind, [name])?.title) ?? name;
    return `  ${shownText(field)}：本机 ${showValue(ours[name])}，对方 ${showValue(theirs[name])}`;
  });
  return [`${title}，两边都改了：`, ...lines].join('\n');
}
