import { WORKSPACE_FILE } from '../files/find-data.js';
import { FROZEN_FOLDER } from '../ledger/frozen-year.js';
import { isKind, type Kind } from '../schema/kinds.js';

/** Folders that hold something other than records. */
const RESERVED: readonly string[] = ['templates', 'imports', 'evidence', FROZEN_FOLDER];
const SAMPLE = 'sample';

/** Whether any product may be written to a path below the data folder: it holds no records and no frozen figures. */
export function isReserved(path: string): boolean {
  const [folder = ''] = path.split(/[\\/]/);
  return folder !== FROZEN_FOLDER && RESERVED.includes(folder);
}

/** Whether a file below the data folder is read with the ledger: its settings, files of records and frozen years. */
export function mayHoldRecords(path: string): boolean {
  return ['workspace', 'records', 'frozen'].includes(roleOf(path).role);
}

/** What a file below the data folder is, by its path alone. */
export type FileRole =
  | { readonly role: 'workspace' }
  | { readonly role: 'frozen' }
  | { readonly role: 'records'; readonly kind: Kind; readonly sample: boolean }
  | { readonly role: 'unknown-folder'; readonly folder: string }
  | { readonly role: 'stray' }
  | { readonly role: 'ignored' };

/** Text files beside the records. */
const TEXT = /\.(?:md|txt|csv|tsv|json|ya?ml|html?)$/i;

/** Whether a file without records is scanned for private numbers: templates, sheets to be imported, notes. */
export function isScanned(path: string): boolean {
  return TEXT.test(path) && (/\.md$/i.test(path) || ['templates', 'imports'].includes(path.split('/')[0] ?? ''));
}

/**
 * The folder names the kind; `sample/<kind>/` holds samples; reserved folders and notes (.md) are left alone.
 * What is no plain file (a link, a folder without permission) may hide records: it belongs to its kind whatever its ending.
 */
export function roleOf(path: string, isPlainFile = true): FileRole {
  if (path === WORKSPACE_FILE) return { role: 'workspace' };
  const segments = path.split('/');
  if (segments[0] === FROZEN_FOLDER && segments.length === 2 && path.endsWith('.yaml')) return { role: 'frozen' };
  const sample = segments[0] === SAMPLE;
  if (sample) segments.shift();
  const [folder = ''] = segments;
  if (path.endsWith('.md') || (!sample && RESERVED.includes(folder))) return { role: 'ignored' };
  const within = segments.length > 1;
  if (isKind(folder) && (!isPlainFile || (within && path.endsWith('.yaml'))))
    return { role: 'records', kind: folder, sample };
  return within && !isKind(folder) ? { role: 'unknown-folder', folder } : { role: 'stray' };
}
