import { temporaryFolder, writeFiles } from '../support/run-cli.js';

const WORKSPACE = `hospital: 本院
issuer: 中共本院委员会
timeZone: Asia/Shanghai
`;
const ORGANIZATIONS = `- id: 本院
  category: 医院
`;

/** A small ledger that is in order, in a folder of its own; further files are added or replace these. */
export function smallLedger(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({
    'data/workspace.yaml': WORKSPACE,
    'data/organizations/organizations.yaml': ORGANIZATIONS,
    ...files,
  });
}

/** One with four errors in two files, and a warning. */
export function brokenLedger(): string {
  const folder = smallLedger();
  writeFiles(folder, {
    'data/activities/2025.yaml': `- id: 2025-03-15-义诊
  title: 春季义诊
  date: 2025-02-30
  types: [义诊]
- id: 2025-04-15-义诊
  title: 夏季义诊
  date: 2025-04-15
  types: [意诊]
- id: 2025-05-15-义诊
  title: 秋季义诊
  date: 2025-05-15
  types: [义诊]
  lead: 没有的支部
`,
    'data/pairings/2025.yaml': `- id: 东湖
  program: 没有的项目
  partners: [本院]
`,
    'data/说明.txt': '随手放的文件\n',
  });
  return folder;
}
