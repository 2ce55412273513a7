/**
 * The records that generated activities refer to.
 * @typedef {{ id: string, lead?: string, assist?: string[] }} Pairing
 * @typedef {{ id: string, actions: { id: string }[], linkages: { id: string }[] }} Program
 * @typedef {{ pairings: Pairing[], program: Program, departments: string[], source: string }} Base
 */

const TYPES = ['义诊', '巡讲', '讲座', '健康体检', '居家护理', '技术带教', '文化体验'];
const TOPICS = ['颈肩腰腿痛', '高血压防治', '四季养生', '膏方与调补', '小儿推拿', '慢阻肺康复', '骨质疏松', '八段锦'];
const PLACES = [
  '社区广场',
  '街道居家养老服务中心',
  '文化礼堂一楼大厅',
  '乡镇卫生院门诊',
  '越医博物馆',
  '社区卫生服务中心',
];
const NOTES = [
  '现场发放中医药科普折页，对血压偏高的居民做了登记，交家庭医生随访。',
  '与社区一起摸底后定的主题，讲完留出半小时答疑，居民提的问题已整理成册。',
  '因场地调整，从室外改到室内；参加人数按签到表统计，不含路过咨询的群众。',
  '由专家带两名年轻医师坐诊，为行动不便的老人上门，疑难的约到院内复诊。',
];

/**
 * One generated activity: valid by schemas/ and by the rules, with references and sentences.
 * @param {number} number @param {string} month YYYY-MM @param {Base} base @returns {string}
 */
export function activity(number, month, { pairings, program, departments, source }) {
  const pairing = pick(pairings, number);
  const [type, topic] = [pick(TYPES, number), pick(TOPICS, number >> 2)];
  const day = 4 + (number % 25);
  const [before, date] = [day - 3, day].map((of) => `${month}-${String(of).padStart(2, '0')}`);
  const office = pick(departments, number);
  return [
    `- id: ${date}-${pairing.id}-${topic}${type}-${number}`,
    `  title: ${pairing.id}“${topic}”${type}`,
    `  date: ${date}`,
    `  types: [${type}${number % 9 === 0 ? ', 其他服务' : ''}]`,
    `  program: ${program.id}`,
    `  action: ${pick(program.actions, number).id}`,
    `  pairings: [${pairing.id}]`,
    ...(pairing.lead ? [`  lead: ${pairing.lead}`] : []),
    ...(pairing.assist ? [`  assist: [${pairing.assist.join(', ')}]`] : []),
    ...(number % 3 === 0 ? [`  joined: [${office}]`] : []),
    `  place: ${pairing.id}${pick(PLACES, number)}${number}号`,
    `  linkages: [${pick(program.linkages, number).id}]`,
    `  volunteers: ${3 + (number % 9)}`,
    ...(number % 7 === 0 ? [] : [`  beneficiaries: ${20 + (number % 100)}`]),
    ...(number % 4 === 0 ? ['  hours: 13.5'] : []),
    ...(['讲座', '巡讲'].includes(type) ? [`  approval: { by: ${office}, on: ${before}, number: "${number}" }`] : []),
    ...(number % 8 === 0 ? ['  funding:', '    amount: 860.5', '    item: 宣传折页'] : []),
    '  events:',
    `    - on: ${before}`,
    '      step: 申报',
    `      by: ${office}`,
    `    - on: ${date}`,
    `      step: ${number % 11 === 0 ? '取消' : '已开展'}`,
    ...(number % 3 === 0 ? ['  evidence:', `    - archiveNumber: 党建-${number}`, '      archivePlace: 文件柜2'] : []),
    ...(number % 2 === 0 ? [`  source: ${source}`] : []),
    ...noteOf(number),
    '',
  ].join('\n');
}

/** A note for every third activity, some of several lines. @param {number} number @returns {string[]} */
function noteOf(number) {
  if (number % 3 !== 0) return [];
  const [first, second] = [pick(NOTES, number), pick(NOTES, number + 1)];
  return number % 30 === 0 ? ['  note: |', `    ${first}`, `    ${second}`] : [`  note: ${first}`];
}

/** @template T @param {readonly T[]} list @param {number} number @returns {T} */
function pick(list, number) {
  return /** @type {T} */ (list[number % list.length]);
}
