import type { Diagnostic, Language } from '../diagnostics/diagnostic.js';
import { filesOf } from '../diagnostics/samples.js';
import { ReadError, type Reader } from '../files/reader.js';
import { diagnose } from './diagnose.js';
import { load } from './load.js';

/** The diagnostics of a problem's sample, with its files as the ledger in `data/`. */
export async function checkSample(sample: string, language: Language = 'zh'): Promise<Diagnostic[]> {
  const reader = sampleReader(sample);
  const { findings } = await load(reader);
  return diagnose(reader, findings, language);
}

function sampleReader(sample: string): Reader {
  const files = new Map(filesOf(sample).map(({ path, text }) => [path, text]));
  return {
    list: () => [...files.keys()].sort().map((path) => ({ path })),
    read: (path) => {
      const text = files.get(path);
      if (text === undefined) throw new ReadError(path, '不存在');
      return new TextEncoder().encode(text);
    },
    display: (path) => `data/${path}`,
  };
}
