/** A commit (版本), resolved from `--rev`. */
export interface Revision {
  /** The whole hash. */
  readonly commit: string;
  /** The day it was committed, as the calendar in China showed it: YYYY-MM-DD. */
  readonly committed: string;
}

/** Seven characters, whatever the repository's own settings: the same bytes in every clone. */
const SHORT = 7;
const CHINA = 8 * 3600;

/** The short name of a commit in a sentence: 1a2b3c4. */
export function shortCommit({ commit }: Revision): string {
  return commit.slice(0, SHORT);
}

/** The name of a version in messages, with its day: 版本 1a2b3c4（2025-07-01 提交）. */
export function revisionName(revision: Revision): string {
  return `版本 ${shortCommit(revision)}（${revision.committed} 提交）`;
}

/** The day in China of a commit's time, given in seconds since 1970. */
export function dayInChina(seconds: number): string {
  return new Date((seconds + CHINA) * 1000).toISOString().slice(0, 10);
}
