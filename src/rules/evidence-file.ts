import type { Entry } from '../ledger/ledger.js';
import { defineRule, eachOf } from './rule.js';

const KINDS_WITH_EVIDENCE = ['tasks', 'activities', 'meetings', 'requests', 'evaluations'] as const;

interface Evidence {
  readonly file?: string;
}

interface WithEvidence {
  readonly evidence?: readonly Evidence[];
}

/** A file named as evidence (佐证) is missing. Paper in an archive is not checked. */
export const evidenceFile = defineRule<{ file: string }>({
  code: 'evidence-file',
  severity: 'warning',
  zh: {
    title: '佐证文件不存在',
    why: '要用时找不到的材料，等于没有佐证。',
    message: ({ file }) => `没有“${file}”这个文件`,
    fix: () => '把文件放进数据目录的 evidence 文件夹，核对文件名；只有纸质的，改写档案号和存放位置。',
  },
  en: {
    title: 'A file of evidence is not there',
    why: 'What cannot be found when it is asked for is no evidence.',
    message: ({ file }) => `There is no file “${file}”`,
    fix: () =>
      'Put the file into the data folder’s evidence folder, and check its name; for paper write archiveNumber (档案号) and archivePlace (存放位置).',
  },
  pass: `
    # data/meetings/2025.yaml
    - id: 2025-03-15-联席会议
      title: 联席会议
      type: 联席会议
      date: 2025-03-15
      evidence:
        - file: evidence/2025/签到表.txt
    # data/evidence/2025/签到表.txt
    （扫描件）`,
  fail: `
    # data/meetings/2025.yaml
    - id: 2025-03-15-联席会议
      title: 联席会议
      type: 联席会议
      date: 2025-03-15
      evidence:
        - file: evidence/2025/签到表.txt`,
  record: eachOf(KINDS_WITH_EVIDENCE, (entry, report, { hasFile }) => {
    for (const { pointer, file } of filesOf(entry)) if (!hasFile(file)) report(entry, pointer, { file });
  }),
});

interface NamedFile {
  readonly pointer: string;
  readonly file: string;
}

/** The files a record and its events name as evidence. */
function filesOf({ value }: Entry<(typeof KINDS_WITH_EVIDENCE)[number]>): readonly NamedFile[] {
  const evidence: readonly Evidence[] | undefined = 'evidence' in value ? value.evidence : undefined;
  const events: readonly WithEvidence[] | undefined = 'events' in value ? value.events : undefined;
  const found: NamedFile[] = [];
  const look = (at: string, listed: readonly Evidence[]): void => {
    for (const [index, { file }] of listed.entries()) {
      if (file !== undefined) found.push({ pointer: `${at}/${index}/file`, file });
    }
  };
  if (evidence) look('/evidence', evidence);
  if (!events) return found;
  for (const [index, event] of events.entries()) {
    if (event.evidence) look(`/events/${index}/evidence`, event.evidence);
  }
  return found;
}
