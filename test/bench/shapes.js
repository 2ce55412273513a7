/**
 * Hostile ledgers that grow: what a clerk's slip, a bad import or somebody with ill will may put into files. Each is laid
 * over a small valid ledger.
 * @typedef {Readonly<Record<string, string>>} Files by path below the data folder
 * @typedef {{ name: string, files: (n: number) => Files, args?: readonly string[] }} Shape
 * `args` are of the command instead of `validate`, run in the data folder
 */

/** What the shapes are laid over. @type {Files} */
export const BASE = {
  'workspace.yaml': 'hospital: 示范医院\nissuer: 中共示范医院委员会\ntimeZone: Asia/Shanghai\n',
  'organizations/organizations.yaml': '- { id: 示范医院, category: 医院 }\n',
};

/** @param {number} n @param {(index: number) => string} line */
const lines = (n, line) => Array.from({ length: n }, (_, index) => `${line(index)}\n`).join('');

/** @param {number} n @param {(index: number) => string} item */
const list = (n, item) => Array.from({ length: n }, (_, index) => item(index)).join(', ');

/** @param {number} index @param {string} rest */
const activity = (index, rest) =>
  `- id: 2025-03-15-义诊-${index}\n  title: 义诊${index}\n  date: 2025-03-15\n  types: [义诊]\n${rest}`;

/** @param {number} n @param {(index: number) => string} rest @returns {Files} */
const activities = (n, rest) => ({ 'activities/2025-03.yaml': lines(n, (index) => activity(index, rest(index))) });

/** @param {string} rest @returns {Files} */
const narrative = (rest) => ({
  'narratives/2025.yaml': `- id: 2025-叙述\n  year: 2025\n  section: 思想\n  text: ${rest}\n`,
});

/** Three characters that tell a number apart and are no numerals. @param {number} index */
const letters = (index) =>
  [0, 1, 2].map((digit) => String.fromCharCode(0x4e00 + ((index >> (6 * digit)) & 63) * 7)).join('');

/** @param {number} index */
const number = (index) => `138${String(10_000_000 + index * 7)}`;

/** @type {readonly Shape[]} */
export const SHAPES = [
  {
    name: 'references to names near to others',
    files: (n) => ({
      ...activities(n, (index) => `  lead: 骨科${letters(index)}支部`),
      'branches/many.yaml': lines(n, (index) => `- { id: 骨科${letters(index)}党支部, category: 在职 }`),
    }),
  },
  {
    name: 'figures that do not exist',
    files: (n) => narrative(`“${list(n, (index) => `{activites@year=${index}}`)}”`),
  },
  {
    name: 'words that are none of a field’s',
    files: (n) => activities(n, (index) => `  linkages: [联办${letters(index)}]\n  volunteers: 三`),
  },
  {
    name: 'unknown fields in one record',
    files: (n) => activities(1, () => lines(n, (index) => `  field${index}: 1`)),
  },
  { name: 'an unknown field in every record', files: (n) => activities(n, () => '  field: 1') },
  { name: 'records of one id', files: (n) => ({ 'people/many.yaml': lines(n, () => '- id: 孙三') }) },
  { name: 'private numbers, one a record', files: (n) => activities(n, (index) => `  note: 电话 ${number(index)}`) },
  {
    name: 'private numbers in one line',
    files: (n) => activities(1, () => `  note: ${list(n, (index) => number(index))}`),
  },
  {
    name: 'names near to each other',
    files: (n) => ({ 'organizations/many.yaml': lines(n, (index) => `- { id: 坝${letters(index)}村, category: 村 }`) }),
  },
  {
    name: 'names with two characters more than others',
    files: (n) => ({
      'organizations/many.yaml': lines(
        n,
        (index) => `- { id: 坝${letters(index >> 1)}${index % 2 ? '头山' : ''}村, category: 村 }`,
      ),
    }),
  },
  {
    name: 'a chain of facts',
    files: (n) => ({
      'facts/many.yaml': lines(
        n,
        (index) => `- { id: 事实-${index}, year: 2025, label: 事实, value: 1, unit: 名, of: 事实-${index + 1} }`,
      ),
    }),
  },
  {
    name: 'a ring of facts',
    files: (n) => ({
      'facts/many.yaml': lines(
        n,
        (index) => `- { id: 事实-${index}, year: 2025, label: 事实, value: 1, unit: 名, of: 事实-${(index + 1) % n} }`,
      ),
    }),
  },
  {
    name: 'a fact of many parts',
    files: (n) => ({
      'facts/many.yaml': `- { id: 合计, year: 2025, label: 合计, value: 1, unit: 名, parts: [${list(n, (index) => `事实-${index}`)}] }\n${lines(
        n,
        (index) => `- { id: 事实-${index}, year: 2025, label: 事实, value: 1, unit: 名 }`,
      )}`,
    }),
  },
  { name: 'activities of one day and place', files: (n) => activities(n, () => '  place: 社区广场') },
  {
    name: 'events in the wrong order',
    files: (n) =>
      activities(
        1,
        () =>
          `  events:\n${lines(n, (index) => `    - { on: 2025-03-${10 + (index % 7)}, step: ${index % 2 ? '申报' : '取消'} }`)}`,
      ),
  },
  {
    name: 'excuses that nothing needs',
    files: (n) => activities(n, () => '  excuse: [{ code: outlier, reason: 核对过, by: 李华, date: 2025-03-16 }]'),
  },
  {
    name: 'evidence that is not there',
    files: (n) => activities(n, (index) => `  evidence: [{ file: evidence/${index}.txt }]`),
  },
  {
    name: 'agreements that renew each other',
    files: (n) => ({
      'agreements/many.yaml': lines(n, (index) => `- { id: 协议-${index}, pairing: 东湖, renews: 协议-${index + 1} }`),
    }),
  },
  { name: 'one long text', files: (n) => activities(1, () => `  note: ${'义诊'.repeat(16 * n)}`) },
  {
    name: 'a text block of many lines',
    files: (n) => activities(1, () => `  note: |\n${lines(n, (index) => `    第${index}行`)}`),
  },
  {
    name: 'one list in brackets',
    files: (n) => activities(1, () => `  pairings: [${list(n, (index) => `结对${letters(index)}`)}]`),
  },
  { name: 'open brackets', files: (n) => activities(1, () => `  pairings: ${'['.repeat(n)}`) },
  { name: 'open quotation marks', files: (n) => activities(n, () => '  note: "未完') },
  { name: 'keys written twice', files: (n) => activities(1, () => lines(n, (index) => `  note: ${index}`)) },
  { name: 'full-width colons', files: (n) => activities(n, () => '  place：社区广场') },
  { name: 'tabs before keys', files: (n) => activities(n, () => '\tplace: 社区广场') },
  {
    name: 'conflict markers',
    files: (n) => activities(n, () => '<<<<<<< HEAD\n  place: 甲\n=======\n  place: 乙\n>>>>>>> 另一边'),
  },
  { name: 'line ends of two kinds', files: (n) => activities(n, () => '  place: 社区广场\r') },
  { name: 'anchors and aliases', files: (n) => activities(n, (index) => `  place: &a${index} 甲\n  note: *a${index}`) },
  { name: 'comments without a space before', files: (n) => activities(n, () => '  place: 广场#备注') },
  { name: 'numbers in full-width digits', files: (n) => activities(n, () => '  volunteers: １２') },
  {
    name: 'files that cannot be read as YAML',
    files: (n) =>
      Object.fromEntries(Array.from({ length: n >> 3 }, (_, index) => [`people/${index}.yaml`, '- id: [王芳\n'])),
  },
  {
    name: 'folders that no kind has',
    files: (n) =>
      Object.fromEntries(Array.from({ length: n >> 3 }, (_, index) => [`kind${index}/a.yaml`, '- id: 王芳\n'])),
  },
  {
    name: 'numbers in a draft without a full stop',
    files: (n) => ({ 'evidence/文稿.txt': '开展义诊12场，服务群众345人次，其中社区'.repeat(n >> 2) }),
    args: ['check-doc', 'evidence/文稿.txt', '--year', '2025', '--format', 'json'],
  },
];
