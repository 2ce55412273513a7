import { OfficeFileFault, readZip } from '../read-zip.js';
import { parseXml, type XmlElement } from '../xml.js';
import { foldLoops, pairLoops } from './fold-loops.js';
import { placeTags } from './place-tags.js';
import type { TemplateElement } from './template-tree.js';

/** A Word template: all of its parts, and those with text as trees with tags and loops. */
export interface Template {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly texts: ReadonlyMap<string, TemplateElement>;
  /** The name of the part that holds the text itself. */
  readonly main: string;
}

const TYPES = '[Content_Types].xml';
/** The parts that hold text, by the ends of their content types, and what they are called in messages. */
const TEXTS: Readonly<Record<string, string>> = {
  'wordprocessingml.document.main+xml': '',
  'wordprocessingml.header+xml': '页眉',
  'wordprocessingml.footer+xml': '页脚',
  'wordprocessingml.footnotes+xml': '脚注',
  'wordprocessingml.endnotes+xml': '尾注',
};
const MAIN = 'wordprocessingml.document.main+xml';

/**
 * Reads a Word file as a template.
 * @throws OfficeFileFault for what is no docx, is damaged, too large or has macros
 * @throws TemplateFault for a tag that is not closed and a loop that is not ended
 */
export function readTemplate(bytes: Uint8Array): Template {
  const parts = readZip(bytes);
  const types = contentTypes(parts);
  refuseMacros(parts, types);
  const texts = new Map<string, TemplateElement>();
  let main = '';
  for (const [name, type] of types) {
    const end = Object.keys(TEXTS).find((each) => type.endsWith(each));
    const part = parts.get(name);
    if (end === undefined || !part) continue;
    if (end === MAIN) main = name;
    const { root, tags } = placeTags(treeOf(part), TEXTS[end] ?? '');
    texts.set(name, foldLoops(root, pairLoops(tags)));
  }
  if (main === '') throw new OfficeFileFault('不是 Word 文档', '在 Word 里另存为 .docx。');
  return { parts, texts, main };
}

/** The content types of the parts that have one of their own. */
function contentTypes(parts: ReadonlyMap<string, Uint8Array>): [string, string][] {
  const part = parts.get(TYPES);
  if (!part) throw new OfficeFileFault('不是 Word 文档', '在 Word 里另存为 .docx。');
  return treeOf(part).children.flatMap((node): [string, string][] => {
    if (typeof node === 'string') return [];
    const { PartName = '', ContentType = '' } = node.attributes;
    return [[PartName.replace(/^\//, ''), ContentType]];
  });
}

function refuseMacros(parts: ReadonlyMap<string, Uint8Array>, types: readonly (readonly [string, string])[]): void {
  const isMacro = [...parts.keys()].some((name) => /vba(?:Project|Data)/i.test(name));
  if (isMacro || types.some(([, type]) => /macroEnabled|vbaProject/i.test(type)))
    throw new OfficeFileFault('带有宏', '在 Word 里另存为不带宏的 .docx。');
}

function treeOf(part: Uint8Array): XmlElement {
  try {
    return parseXml(part);
  } catch {
    throw new OfficeFileFault('文件已损坏', '在 Word 里打开，另存一份再试。');
  }
}
