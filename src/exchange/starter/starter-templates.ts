import { type Part, templateFile } from './template-file.js';

/**
 * The Word templates of a new ledger, by their names. They are a start: the office edits them in Word, and its own copies
 * count. To put them into an older ledger, copy data/templates/ of a new one (`yueyi init`).
 */
export async function starterTemplates(): Promise<Record<string, Uint8Array>> {
  const made = Object.entries(TEMPLATES).map(
    async ([title, parts]) => [title, await templateFile(title, parts)] as const,
  );
  return Object.fromEntries(await Promise.all(made));
}

/** What neither the ledger nor the two sides have settled stays open, to be written by hand. */
const OPEN = '＿＿＿＿';
const SIGNED = '　　年　　月　　日';

/** 结对协议书: signed for the hospital by the lead branch, for the other side by its Party branch. */
const AGREEMENT: readonly Part[] = [
  { flush: '甲方：{医院}{牵头支部}' },
  { flush: '乙方：{#结对单位}{.}党支部　{/结对单位}' },
  {
    text: '为以党建带动医疗服务下沉，把中医药服务送到群众身边，甲乙双方党组织本着自愿、平等、互助的原则，就共同开展{项目}结成对子，达成以下协议。',
  },
  { heading: '一、联建目标' },
  {
    text: '以党组织结对为纽带，双方在党员教育、医疗服务和基层管理上互相支持，提升基层中医药服务能力，让群众在家门口就能看上中医、用上中药。',
  },
  { heading: '二、联建内容' },
  { text: '1.组织联建：共同商定联建安排，合办主题党日和专题学习，交流支部建设的做法，一起研究党建工作中的难题。' },
  { text: '2.阵地联用：党员活动室、宣传阵地和教育基地相互开放，共同用于党员教育和中医药文化传播。' },
  {
    text: '3.活动联办：结合节气和节日组织党员志愿者进社区、进村、进单位，开展义诊、健康讲座等服务，按规定报备和签到。',
  },
  {
    text: '4.资源联享：学习资料、师资和设备互通有无；甲方支持适宜技术的推广和带教，乙方提供服务场地，反映群众的健康需求。',
  },
  { text: '5.工作联动：共同设立党员先锋岗、示范岗；遇有突发公共卫生事件，服从统一调度，协同应对。' },
  { heading: '三、工作机制' },
  { text: '1.联席会议：双方党组织召开联席会议，通报进展，商定安排，协调解决联建中的问题。' },
  { text: '2.联络员：双方各指定一人，负责日常联系和资料交接。' },
  { text: `甲方联络员：${OPEN}　　乙方联络员：${OPEN}` },
  { text: '3.考核评估：双方共同总结评估联建成效，找出不足，提出改进办法并抓好落实。' },
  { heading: '四、协议期限' },
  { text: `本协议自双方签字盖章之日起生效，有效期为${OPEN}年。` },
  { heading: '五、其他事项' },
  { text: '1.本协议未尽事宜，由双方另行协商，签订补充协议。' },
  { text: '2.本协议一式四份，甲乙双方各执两份。' },
  {
    seals: [
      ['甲方（盖章）：', '乙方（盖章）：'],
      ['{医院}{牵头支部}', '{#结对单位}{.}党支部　{/结对单位}'],
      ['负责人签字：', '负责人签字：'],
      [`日期：${SIGNED}`, `日期：${SIGNED}`],
    ],
  },
];

const MINUTES: readonly Part[] = [
  {
    form: [
      ['会议名称', '{名称}'],
      ['时间', '{日期}', '地点', '{地点}'],
      ['结对支部', '{结对.牵头支部}', '结对单位', '{结对.结对单位}'],
      ['参加支部', '{支部}', '到会', '{到会}'],
      ['议题', '{议题}'],
      ['联建内容', '{联建内容}'],
    ],
  },
  { heading: '一、通报情况' },
  { text: `会议通报了联建工作进展：${OPEN}` },
  { heading: '二、议定事项' },
  { text: `1.${OPEN}` },
  { text: `2.${OPEN}` },
  { heading: '三、责任分工和时限' },
  { text: `由${OPEN}牵头，于${OPEN}前完成。` },
  {
    form: [
      ['记录', OPEN, '审核', OPEN],
      ['整理日期', '{今天}'],
    ],
  },
];

const ACTIVITY_FORM: readonly Part[] = [
  {
    form: [
      ['活动名称', '{名称}'],
      ['日期', '{日期}', '地点', '{地点}'],
      ['类型', '{类型}', '联建内容', '{联建内容}'],
      ['项目', '{项目}'],
      ['行动', '{行动}', '节气', '{节气}'],
      ['结对', '{结对}', '结对单位', '{结对.结对单位}'],
      ['牵头', '{牵头}', '协助', '{协助}'],
      ['志愿者', '{志愿者}', '受益群众', '{受益群众}'],
      ['审批', '{审批.审批}', '审批号', '{审批.审批号}'],
      ['经费', '{经费.金额}', '用途', '{经费.用途}'],
      ['经过'],
      ['序号', '日期', '环节', '经办'],
      ['{#经过}{序号}', '{日期}', '{环节}', '{经办}{/经过}'],
      ['佐证'],
      ['序号', '名目', '档案号', '存放位置'],
      ['{#佐证}{序号}', '{名目}', '{档案号}', '{存放位置}{/佐证}'],
      ['目前状态', '{状态}', '登记编号', '{编号}'],
      ['登记', OPEN, '审核', OPEN],
      ['填表日期', '{今天}'],
    ],
  },
];

const TEMPLATES: Readonly<Record<string, readonly Part[]>> = {
  结对协议书: AGREEMENT,
  联席会议纪要: MINUTES,
  活动登记表: ACTIVITY_FORM,
};
