import { crc32, inflateRawSync } from 'node:zlib';

/** The most that the parts of one file may hold together, in bytes: a year's largest sheet is a tenth of it. */
const LARGEST = 128 * 2 ** 20;
const MOST_PARTS = 4000;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The end of the directory without its comment, and the longest comment. */
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** An old Office file, or a new one with a password, which is wrapped in the old container. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/** Why an Office file cannot be read, and a way out, both in Chinese; the caller names the file. */
export class OfficeFileFault extends Error {
  constructor(
    readonly reason: string,
    readonly way: string,
  ) {
    super(reason);
  }
}

const damaged = () => new OfficeFileFault('文件已损坏', '在 Word 或 Excel 里打开，另存一份再试。');
const tooLarge = () =>
  new OfficeFileFault(
    `展开后超过 ${LARGEST / 2 ** 20} MB，或里面的文件太多`,
    '可能是有害的文件；确实要用的，删去图片和空白行列，另存一份再试。',
  );

interface PartEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The parts of an Office file (docx, xlsx) by name. Sizes are judged by the directory before anything is inflated, and
 * inflating stops at the size the directory says.
 * @throws OfficeFileFault for what is no such file, is damaged, has a password or would be too large
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  if (OLD_CONTAINER.every((byte, index) => bytes[index] === byte))
    throw new OfficeFileFault('是旧格式，或者设了密码', '在 Word 或 Excel 里去掉密码，另存为 .docx 或 .xlsx。');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_SIZE || view.getUint32(0, true) !== LOCAL)
    throw new OfficeFileFault('不是 Word 或 Excel 文件', '在 Word 或 Excel 里另存为 .docx 或 .xlsx，不要只改文件名。');
  try {
    return inflated(bytes, view, directory(bytes, view));
  } catch (error) {
    // Offsets that point outside the file, and streams that are cut off or longer than they say.
    throw error instanceof OfficeFileFault ? error : damaged();
  }
}

/** The entries of the directory at the end of the file. */
function directory(bytes: Uint8Array, view: DataView): PartEntry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_PARTS) throw tooLarge();
  const entries = Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== CENTRAL) throw damaged();
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new OfficeFileFault('设了密码', '去掉密码，另存一份再试。');
    const nameSize = view.getUint16(at + 28, true);
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
  if (entries.reduce((sum, { size }) => sum + size, 0) > LARGEST) throw tooLarge();
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw damaged();
  return entries;
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (view.getUint32(at, true) === END) return at;
  throw damaged();
}

function inflated(bytes: Uint8Array, view: DataView, entries: readonly PartEntry[]): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const { name, method, crc, packed, size, at } of entries) {
    if (name.endsWith('/')) continue;
    if (view.getUint32(at, true) !== LOCAL) throw damaged();
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const data = bytes.subarray(from, from + packed);
    const part = method === DEFLATED ? inflateRawSync(data, { maxOutputLength: Math.max(size, 1) }) : data;
    if ((method !== STORED && method !== DEFLATED) || part.length !== size || crc32(part) !== crc) throw damaged();
    parts.set(name, part);
  }
  return parts;
}
