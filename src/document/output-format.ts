import type { Choice } from '../text/choice.js';

/** What a format of a product is called, and by which endings its files are known. */
export interface OutputFormat extends Choice {
  /** Endings of its files in lower case, each with its dot, the usual one first; none where it is not kept in files. */
  readonly endings: readonly string[];
  /** Bytes and no text: no terminal can show it. */
  readonly isBinary?: boolean;
}

/** The format whose files end as a path does, by the longest ending: `.sarif.json` before `.json`. */
export function formatOfFile<F extends OutputFormat>(formats: readonly F[], path: string): F | undefined {
  const lower = path.toLowerCase();
  const fitting = formats.flatMap((format) =>
    format.endings.filter((ending) => lower.endsWith(ending)).map((ending) => ({ format, length: ending.length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.format;
}
