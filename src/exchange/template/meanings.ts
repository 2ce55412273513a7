import { knowsFigure } from '../../figures/known-figures.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { figureFault } from '../../reports/registry/figure-fault.js';
import { KINDS, type Kind } from '../../schema/kinds.js';
import { figureIdFor, isAboutRecord, type Meaning, understand } from './meaning.js';
import type { Shape } from './names.js';
import { type Tag, TemplateFault } from './tag.js';
import type { Template } from './template.js';
import { isElement, type TemplateNode } from './template-tree.js';

/** A template as it is understood for records of a kind. */
export interface Meanings {
  readonly kind: Kind;
  readonly of: ReadonlyMap<Tag, Meaning>;
  readonly faults: readonly TemplateFault[];
}

/** The kinds whose records a template can be filled with. */
export interface Fitting {
  /** By the least faults, in the dictionary's order. */
  readonly kinds: readonly Meanings[];
  /** Whether any of its tags depends on the record. */
  readonly needsRecord: boolean;
}

/** The kinds that a template's tags fit: they say what it is for, and nothing else need be told. */
export function fittingKinds(ledger: Ledger, template: Template): Fitting {
  const all = KINDS.map((kind) => meaningsFor(ledger, template, kind));
  const least = Math.min(...all.map(({ faults }) => faults.length));
  const kinds = all.filter(({ faults }) => faults.length === least);
  const needsRecord = kinds.some(({ of }) => [...of.values()].some(isAboutRecord));
  return { kinds, needsRecord };
}

/** What the tags of a template mean for records of a kind, with all that they cannot mean. */
function meaningsFor(ledger: Ledger, template: Template, kind: Kind): Meanings {
  const of = new Map<Tag, Meaning>();
  const faults: TemplateFault[] = [];

  const walk = (node: TemplateNode, scopes: readonly (readonly Shape[])[]): void => {
    if (typeof node === 'string') return;
    if (isElement(node)) for (const child of node.children) walk(child, scopes);
    else if (node.type === 'tag') meaningOf(node, scopes);
    else {
      const shapes = meaningOf(node.tag, scopes);
      // Of a loop over nothing known, nothing inside can be judged.
      if (shapes) for (const child of node.children) walk(child, [shapes, ...scopes]);
    }
  };

  const meaningOf = (tag: Tag, scopes: readonly (readonly Shape[])[]): readonly Shape[] | null => {
    try {
      const { meaning, shapes } = understand(ledger, tag, scopes);
      if (tag.role === 'open' && meaning.type !== 'field')
        throw new TemplateFault(tag.place, `“${tag.name}”只有一个，不能重复`, `写成 {${tag.name}}，或用一列的字段。`);
      of.set(tag, meaning);
      return shapes;
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      faults.push(error);
      return null;
    }
  };

  for (const root of template.texts.values()) walk(root, [[{ kind, path: [] }]]);
  return { kind, of, faults };
}

/** The tags whose figure does not exist for a record; an unknown one would print a false blank. */
export function unknownFigures(ledger: Ledger, { of }: Meanings, entry: Entry | undefined): TemplateFault[] {
  return [...of].flatMap(([tag, meaning]) => {
    const id = meaning.type === 'figure' ? figureIdFor(meaning.id, entry?.id ?? '') : null;
    if (id === null || knowsFigure(ledger, id)) return [];
    const { message, way } = figureFault(ledger, id);
    return [new TemplateFault(tag.place, message, way)];
  });
}
