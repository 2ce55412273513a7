import { type Tag, TemplateFault } from './tag.js';
import { isElement, type TemplateElement, type TemplateNode } from './template-tree.js';

/** The end of each loop by its start. @throws TemplateFault for a loop that is not ended, or not started */
export function pairLoops(tags: readonly Tag[]): Map<Tag, Tag> {
  const pairs = new Map<Tag, Tag>();
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.role === 'open') open.push(tag);
    if (tag.role !== 'close') continue;
    const start = open.pop();
    if (!start)
      throw new TemplateFault(tag.place, `循环“${tag.written}”没有开始`, `在前面加上 {#${tag.name}}，或删去它。`);
    if (tag.name !== '' && tag.name !== start.name)
      throw new TemplateFault(
        tag.place,
        `循环“${start.written}”用“${tag.written}”结束，对不上`,
        `把它写成 {/${start.name}}；里层的循环先结束。`,
      );
    pairs.set(start, tag);
  }
  const left = open.at(-1);
  if (left)
    throw new TemplateFault(left.place, `循环“${left.written}”没有结束`, `在重复的内容后面加上 {/${left.name}}。`);
  return pairs;
}

/** A node, and the starts and ends of loops in it whose other end is outside, in order. */
interface Folded {
  readonly element: TemplateElement;
  readonly loose: readonly Tag[];
}

interface Opened {
  readonly tag: Tag;
  /** Where what is repeated begins. */
  readonly index: number;
}

/**
 * A part with its loops around what they repeat: pieces of one line, paragraphs, or rows of a table where start and end
 * stand in different cells.
 * @throws TemplateFault where start and end are not in the same place
 */
export function foldLoops(root: TemplateElement, pairs: ReadonlyMap<Tag, Tag>): TemplateElement {
  const { element, loose } = fold(root, pairs);
  const [tag] = loose;
  if (tag)
    throw new TemplateFault(
      tag.place,
      `循环“${tag.written}”的开始和结束不在同样的地方`,
      '两个都写在同一段里；或各占一段，中间是重复的段落；或写在表格同一行的两格里，重复这一行。',
    );
  return element;
}

function fold(element: TemplateElement, pairs: ReadonlyMap<Tag, Tag>): Folded {
  const children: TemplateNode[] = [];
  let loose: Tag[] = [];
  const opened: Opened[] = [];
  const meet = (tag: Tag, index: number): void => {
    const start = opened.at(-1);
    if (tag.role === 'open') opened.push({ tag, index });
    if (start === undefined || pairs.get(start.tag) !== tag) {
      loose.push(tag);
      return;
    }
    opened.pop();
    loose = loose.filter((each) => each !== start.tag);
    children.push({ type: 'loop', tag: start.tag, children: children.splice(start.index) });
  };
  for (const child of element.children) {
    if (isElement(child)) {
      const folded = fold(child, pairs);
      children.push(folded.element);
      // A row is repeated whole; anything else hands its tags on to what is around it.
      if (element.name === 'w:tbl') for (const tag of folded.loose) meet(tag, children.length - 1);
      else loose.push(...folded.loose);
    } else if (typeof child !== 'string' && 'role' in child && child.role !== 'value') meet(child, children.length);
    else children.push(child);
  }
  return { element: { ...element, children }, loose };
}
