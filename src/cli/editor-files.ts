import { posix, relative } from 'node:path';
import { withSlashes } from '../files/display-path.js';
import { fileSchema } from '../schema/file-schema.js';
import { KINDS, type Kind } from '../schema/kinds.js';

/** VS Code's folder of settings, in the folder that is opened. */
export const EDITOR_FOLDER = '.vscode';
/** The folder of the schemas in it. */
const SCHEMAS = 'yueyi-schemas';
/** Its settings in it. */
export const SETTINGS = 'settings.json';
/** The setting that maps schemas to files, for VS Code's YAML extension. */
export const MAPPING = 'yaml.schemas';

type Name = Kind | 'workspace';
const NAMES: readonly Name[] = [...KINDS, 'workspace'];

/** The schema files, by their path below the editor's folder. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(NAMES.map((name) => [schemaPath(name), `${JSON.stringify(fileSchema(name), null, 2)}\n`]));
}

/**
 * The mapping of schemas to files. Other entries are kept.
 * @param data the data folder, relative to the opened folder
 */
export function mapping(data: string, old: unknown): Readonly<Record<string, unknown>> {
  const others = old !== null && typeof old === 'object' && !Array.isArray(old) ? Object.entries(old) : [];
  const ours = NAMES.map((name) => [`./${EDITOR_FOLDER}/${schemaPath(name)}`, patternsOf(name, data)] as const);
  const written = new Map<string, unknown>(others);
  for (const [path, patterns] of ours) written.set(path, joined(written.get(path), patterns));
  return Object.fromEntries(written);
}

/** The modelines for editors without such a mapping, one for each folder, to be put at the top of its files. */
export function modelines(data: string): readonly { readonly files: string; readonly line: string }[] {
  return NAMES.map((name) => {
    const folder = name === 'workspace' ? data : posix.join(data, name);
    const path = withSlashes(relative(`/${folder}`, `/${EDITOR_FOLDER}/${schemaPath(name)}`));
    const files = name === 'workspace' ? posix.join(data, 'workspace.yaml') : `${folder}/`;
    return { files, line: `# yaml-language-server: $schema=${path}` };
  });
}

const schemaPath = (name: Name): string => `${SCHEMAS}/${name}.json`;

function patternsOf(name: Name, data: string): readonly string[] {
  const forms = [...new Set([encoded(data), data])];
  return forms.flatMap((folder) =>
    name === 'workspace'
      ? [posix.join(folder, 'workspace.yaml')]
      : [posix.join(folder, name, '**/*.yaml'), posix.join(folder, 'sample', name, '**/*.yaml')],
  );
}

/**
 * The language server compares patterns with URIs, in which Chinese is percent-encoded; other readers compare paths.
 */
function encoded(path: string): string {
  const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent))
    .join('/');
}

/** A repository may hold several ledgers: the patterns of the others stay. */
function joined(old: unknown, patterns: readonly string[]): readonly unknown[] {
  const known = old === undefined ? [] : [old].flat();
  return [...new Set([...known, ...patterns])];
}
