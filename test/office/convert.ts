import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A line of a page: its text without spaces, and where it stands, in points from the upper left. */
interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PrintedLine[];
}

/** Converts a file with LibreOffice in a folder of its own, and gives the files that come out, by their names. */
function converted(name: string, bytes: Uint8Array, to: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'yueyi-office-'));
  try {
    const made = join(folder, 'made');
    mkdirSync(made);
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', to, '--outdir', made, join(folder, name)];
    // Days as they are stored are written as the host writes them.
    execFileSync('soffice', args, { stdio: 'pipe', timeout: 120_000, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    if (to === 'pdf')
      execFileSync('pdftotext', ['-bbox', join(made, name.replace(/\.\w+$/, '.pdf')), join(made, 'words')]);
    return new Map(readdirSync(made).map((file) => [file, readFileSync(join(made, file))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pages of a file as LibreOffice prints them. */
export function printedPages(name: string, bytes: Uint8Array): PrintedPage[] {
  const words = converted(name, bytes, 'pdf').get('words')?.toString('utf8') ?? '';
  return [...words.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, inner = '']) => ({ width: Number(width), height: Number(height), lines: linesOf(inner) }),
  );
}

/** Every sheet as CSV (RFC 4180), by its name: values as they are stored, not as they are shown. */
export function sheetsAsCsv(bytes: Uint8Array): Map<string, string> {
  // Comma, quotes, UTF-8; not as shown; all sheets.
  const files = converted(
    'a.xlsx',
    bytes,
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
  );
  return new Map(
    [...files].map(([name, text]) => [
      name.replace(/^a-|\.csv$/g, ''),
      `\ufeff${text.toString('utf8').replace(/\r?\n/g, '\r\n')}`,
    ]),
  );
}

/** Words whose middles are at the same height are a line. */
function linesOf(page: string): PrintedLine[] {
  const lines: PrintedLine[] = [];
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;
  for (const [, ...found] of page.matchAll(word)) {
    const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(0, 4).map(Number);
    const text = (found[4] ?? '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    const at = lines.findIndex((line) => Math.abs(line.top + line.bottom - top - bottom) < 8);
    const before = lines[at];
    if (!before) lines.push({ text, left, right, top, bottom });
    else
      lines[at] = {
        text: before.text + text,
        left: Math.min(before.left, left),
        right: Math.max(before.right, right),
        top: Math.min(before.top, top),
        bottom: Math.max(before.bottom, bottom),
      };
  }
  return lines.sort((a, b) => a.top - b.top);
}
