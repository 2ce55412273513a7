import type { Inline } from '../document/report-document.js';
import { shownPieces } from '../text/shown-text.js';
import { wrap } from '../text/wrap.js';
import { inlineRuns, type Run, type Tone } from './inlines.js';
import type { Look } from './look.js';

const SPACE = /\s/;

/** The runs of a paragraph or cell, safe to show. */
export function safeRuns(content: readonly Inline[], look: Look): Run[] {
  const runs = content.flatMap((inline) => inlineRuns(inline, look.marks));
  const texts = shownPieces(runs.map(({ text }) => text));
  return runs.map((run, index) => ({ ...run, text: texts[index] ?? '' }));
}

/** The uncoloured text of runs: what is measured and wrapped. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** Wraps runs to `width` columns and colours the lines afterwards, so that no colour code is ever cut. */
export function wrapRuns(runs: readonly Run[], width: number, look: Look, indent = ''): string[] {
  return painted(wrap(indent + runsText(runs), width), runs, look);
}

/** Lines of runs in their colours. */
export function painted(lines: string[], runs: readonly Run[], look: Look): string[] {
  return look.color && runs.some((run) => run.tone !== undefined) ? paint(lines, runs, look) : lines;
}

/** Wrapping drops spaces only, so the n-th visible character of the lines is the n-th of the runs. */
function paint(lines: readonly string[], runs: readonly Run[], look: Look): string[] {
  const tones = runs.flatMap((run) => visible(run.text).map(() => run.tone));
  let position = 0;
  return lines.map((line) => {
    const pieces: { tone: Tone | undefined; text: string }[] = [];
    for (const character of line) {
      const last = pieces.at(-1);
      const tone = SPACE.test(character) ? last?.tone : tones[position++];
      if (last !== undefined && last.tone === tone) last.text += character;
      else pieces.push({ tone, text: character });
    }
    return pieces.map(({ tone, text }) => (tone === undefined ? text : look.tone(tone, text))).join('');
  });
}

function visible(text: string): string[] {
  return [...text].filter((character) => !SPACE.test(character));
}
