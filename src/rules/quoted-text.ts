import { fieldsOf } from '../ledger/ledger.js';
import { KINDS, type Kind, referenceFields } from '../schema/kinds.js';
import { yamlText } from '../schema/yaml-text.js';
import { cleanName } from '../text/clean-name.js';
import { defineRule, eachOf } from './rule.js';

/** Opening quotation marks of input methods. YAML's own quotes are no part of a text. */
const OPENING = new Set([...'“”‘「『＂'].map((sign) => sign.charCodeAt(0)));

/** Fields with names from documents, where quotation marks around the whole are usual (“一书记一项目”). */
const NAME_FIELDS = new Set(['title', 'label']);

/** A whole text is in full-width quotation marks: for YAML they are part of it, and are printed. */
export const quotedText = defineRule<{ text: string; inner: string }>({
  code: 'quoted-text',
  severity: 'warning',
  zh: {
    title: '全角引号成了内容的一部分',
    why: 'YAML 只认半角引号；全角引号会和文字一起存下来、印出来，也就和没有引号的对不上。',
    message: ({ text }) => `“${text.slice(1, -1)}”连同两边的全角引号一起成了内容`,
    fix: ({ inner }) => `不要引号，写成：${inner}；引号本来就是名称的一部分，就写明理由免检（excuse）。`,
  },
  en: {
    title: 'Full-width quotation marks became part of a text',
    why: 'YAML knows ASCII quotation marks alone; others are kept and printed, and the text equals none without them.',
    message: ({ text }) => `The full-width quotation marks around ${text} are part of the text`,
    fix: ({ inner }) => `Without them: ${inner}. If they belong to the name, say so in an excuse.`,
  },
  pass: `
    # data/activities/2025.yaml
    - id: 2025-03-15-义诊
      title: “四季有约”春季义诊
      date: 2025-03-15
      types: [义诊]
      place: 社区广场`,
  fail: `
    # data/activities/2025.yaml
    - id: 2025-03-15-义诊
      title: “四季有约”春季义诊
      date: 2025-03-15
      types: [义诊]
      place: “社区广场”`,
  record: eachOf(KINDS, (entry, report) => {
    const value = fieldsOf(entry.value);
    for (const key in value) {
      const text = value[key];
      if (
        typeof text !== 'string' ||
        !OPENING.has(text.charCodeAt(0)) ||
        NAME_FIELDS.has(key) ||
        isReference(entry.kind, key)
      )
        continue;
      const inner = cleanName(text);
      if (inner.length + 2 <= text.trim().length && inner !== '')
        report(entry, `/${key}`, { text, inner: yamlText(inner) });
    }
  }),
});

/** A reference in quotation marks is reported as an unknown reference. */
function isReference(kind: Kind, key: string): boolean {
  return referenceFields(kind).some(({ path }) => path[0] === key);
}
