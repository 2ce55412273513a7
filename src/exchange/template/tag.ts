import { halfWidth } from '../../text/half-width.js';

/** A paragraph of a template, for messages: its part, its number among those with text, and its text. */
export interface Place {
  /** Empty for the text itself; 页眉, 页脚, 脚注. */
  readonly part: string;
  readonly number: number;
  readonly text: string;
}

/** A tag of a template: `{牵头支部}`, `{#经过}` or `{/经过}`. */
export interface Tag {
  readonly type: 'tag';
  readonly role: 'value' | 'open' | 'close';
  /** Without braces, # and /, blanks and full-width letters and signs. */
  readonly name: string;
  /** As it stands in the template. */
  readonly written: string;
  readonly place: Place;
  /** Offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
}

/** Why a template cannot be filled, and a way out, in Chinese, with the paragraph at fault. */
export class TemplateFault extends Error {
  constructor(
    readonly place: Place,
    readonly reason: string,
    readonly way: string,
  ) {
    super(reason);
  }
}

/** A pair of braces, full-width ones too: an input method writes them. */
const TAG = /[{｛]([^{}｛｝]*)[}｝]/g;
const BRACE = /[{}｛｝]/;
const ROLES: Readonly<Record<string, Tag['role']>> = { '#': 'open', '/': 'close' };

/** The tags of a paragraph, in order. @throws TemplateFault for a brace without its counterpart */
export function tagsOf(place: Place): Tag[] {
  if (BRACE.test(place.text.replace(TAG, '')))
    throw new TemplateFault(place, '花括号没有配对', '一个标记写成 {牵头支部}：一对花括号，不分两段。');
  return [...place.text.matchAll(TAG)].map(({ 0: written, 1: inner = '', index }): Tag => {
    const content = halfWidth(inner.normalize('NFC')).replace(/[\s\u200b-\u200d\ufeff]/g, '');
    const role = ROLES[content.charAt(0)];
    return {
      type: 'tag',
      role: role ?? 'value',
      name: role === undefined ? content : content.slice(1),
      written,
      place,
      start: index,
      end: index + written.length,
    };
  });
}
