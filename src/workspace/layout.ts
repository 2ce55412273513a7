import { WORKSPACE_FILE } from '../files/find-data.js';
import { isKind, type Kind } from '../schema/kinds.js';

/** Folders that hold something other than records. */
const RESERVED: readonly string[] = ['templates', 'imports', 'evidence', 'frozen'];
const SAMPLE = 'sample';

/** What a file below the data folder is, by its path alone. */
export type FileRole =
  | { readonly role: 'workspace' }
  | { readonly role: 'records'; readonly kind: Kind; readonly sample: boolean }
  | { readonly role: 'unknown-folder'; readonly folder: string }
  | { readonly role: 'stray' }
  | { readonly role: 'ignored' };

/** The folder names the kind; `sample/<kind>/` holds samples; reserved folders and notes (.md) are left alone. */
export function roleOf(path: string): FileRole {
  if (path === WORKSPACE_FILE) return { role: 'workspace' };
  const segments = path.split('/');
  const sample = segments[0] === SAMPLE;
  if (sample) segments.shift();
  const [folder = ''] = segments;
  if (path.endsWith('.md') || (!sample && RESERVED.includes(folder))) return { role: 'ignored' };
  if (segments.length < 2) return { role: 'stray' };
  if (!isKind(folder)) return { role: 'unknown-folder', folder };
  return path.endsWith('.yaml') ? { role: 'records', kind: folder, sample } : { role: 'stray' };
}
