/** One file of a problem's sample. */
export interface SampleFile {
  /** Path below the data folder. */
  readonly path: string;
  readonly text: string;
}

/** The line that begins a file of a sample: `# data/activities/2025-03.yaml`. */
const FILE_LINE = /^# data\/(\S+)\n/gm;

/** The files of a sample text, in which each begins with a line `# data/…`; the text may be indented as a whole. */
export function filesOf(sample: string): SampleFile[] {
  const text = unindented(sample);
  const starts = [...text.matchAll(FILE_LINE)];
  return starts.map(({ index, 0: line, 1: path = '' }, at) => ({
    path,
    text: `${text.slice(index + line.length, starts[at + 1]?.index).trimEnd()}\n`,
  }));
}

/** A sample without the indentation common to its lines and without blank lines around it. */
function unindented(sample: string): string {
  const lines = sample.replace(/^\n/, '').trimEnd().split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}
