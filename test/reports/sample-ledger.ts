import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SHAOXING, temporaryFolder, writeFiles } from '../support/run-cli.js';

/** Samples over the hospital's real branches and pairings: what a demonstration would show. */
const SAMPLES: Readonly<Record<string, string>> = {
  'activities/2025.yaml': `
- id: 示例-2025-03-20-春分义诊
  title: 【示例】春分健康义诊
  date: 2025-03-20
  types: [义诊]
  program: 越医有爱
  action: 越医康养
  pairings: [东湖, 迪荡]
  lead: 内科第二党支部
  assist: [医技第一党支部]
  linkages: [活动联办]
  solarTerm: 春分
  beneficiaries: 86
  events:
    - on: 2025-03-20
      step: 已开展
- id: 示例-2025-10-29-重阳
  title: 【示例】重阳体质辨识
  date: 2025-10-29
  types: [义诊, 讲座]
  program: 越医有爱
  action: 越医康养
  pairings: [东湖]
  lead: 内科第二党支部
  linkages: [活动联办]
  beneficiaries: 40
  approval:
    by: 党政综合办
    on: 2025-10-20
  events:
    - on: 2025-10-29
      step: 已开展
- id: 示例-2025-07-22-大暑义诊
  title: 【示例】大暑防暑义诊
  date: 2025-07-22
  types: [义诊]
  program: 越医有爱
  events:
    - on: 2025-07-21
      step: 取消
      note: 高温
- id: 示例-2025-09-07-白露义诊
  title: 【示例】白露义诊
  date: 2025-09-07
  types: [义诊]
  program: 越医有爱
`,
  'boards/2025.yaml': `
- id: 示例-专病
  name: 【示例】中医优势专病专科建设
  type: 揭榜挂帅
  year: 2025
  program: 揭榜挂帅-2025
  strategy: 中医特色品牌化
`,
  'tasks/2025.yaml': `
- id: 示例-专病-1
  board: 示例-专病
  number: 1
  title: 【示例】编制优势病种诊疗方案
  due: 2025-09
- id: 示例-专病-2
  board: 示例-专病
  number: 2
  title: 【示例】开设专病联合门诊
  due: 2025-12-31
  events:
    - on: 2025-06-01
      step: 揭榜
    - on: 2025-11-15
      step: 验榜
      verifiedBy: 党政综合办
      evidence:
        - archiveNumber: 示例-01
          archivePlace: 示例文件柜
    - on: 2025-11-20
      step: 结题
`,
  'meetings/2025.yaml': `
- id: 示例-2025-06-25-联席会议
  title: 【示例】上半年联席会议
  type: 联席会议
  date: 2025-06-25
  pairings: [东湖]
`,
  'inspections/2025.yaml': `
- id: 示例-2025-05-26-督查
  date: 2025-05-26
  problems:
    - category: 服务态度
      text: 窗口解释不够耐心
      rectified: 2025-06-01
- id: 示例-2025-05-28-督查
  date: 2025-05-28
`,
  'agreements/2025.yaml': `
- id: 示例-东湖-2025
  pairing: 东湖
  signed:
    - side: 甲方
      on: 2025-03-20
`,
};

/** The sample records that count in 2025: 2 activities held, 1 board, 2 tasks, 1 meeting, 2 inspections; the agreement, half signed, not yet. */
export const SAMPLES_COUNTED = 8;

/** A folder holding a copy of the hospital's ledger without samples of its own, with these samples or without. */
export function copiedLedger({ samples }: { readonly samples: boolean }): string {
  const files = samples ? Object.entries(SAMPLES) : [];
  const folder = temporaryFolder();
  cpSync(join(SHAOXING, 'data'), join(folder, 'data'), { recursive: true });
  rmSync(join(folder, 'data/sample'), { recursive: true, force: true });
  writeFiles(folder, Object.fromEntries(files.map(([name, text]) => [`data/sample/${name}`, text.trimStart()])));
  return folder;
}
