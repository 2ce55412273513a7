import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** The parts of an Office file as texts, in the order in which they are stored. */
export function officeParts(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** What is wrong with a part as XML. */
export function xmlFaults(part: string): string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => faults.push(message));
  parser.write(part).close();
  return faults;
}

/** Runs `work` in time zones on both sides of the day's line, and puts the host's back. */
export async function inTimeZones<T>(work: () => Promise<T>): Promise<T[]> {
  const host = process.env.TZ;
  const results: T[] = [];
  try {
    for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
      process.env.TZ = zone;
      results.push(await work());
    }
  } finally {
    if (host === undefined) delete process.env.TZ;
    else process.env.TZ = host;
  }
  return results;
}
