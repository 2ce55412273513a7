import { backup } from './backup.js';
import { calendar } from './calendar.js';
import { checkDoc } from './check-doc.js';
import type { CommandSpec } from './command.js';
import { completion } from './completion.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { exportRecords } from './export.js';
import { fill } from './fill.js';
import { freeze } from './freeze.js';
import { hook } from './hook.js';
import { importRecords } from './import.js';
import { init } from './init.js';
import { list } from './list.js';
import { progress } from './progress.js';
import { report } from './report.js';
import { save } from './save.js';
import { schema } from './schema.js';
import { show } from './show.js';
import { todo } from './todo.js';
import { validate } from './validate.js';
import { why } from './why.js';
import { whyChanged } from './why-changed.js';

/** Every command, in the order the help lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  init,
  schema,
  importRecords,
  validate,
  why,
  diff,
  save,
  backup,
  hook,
  completion,
  progress,
  report,
  todo,
  fill,
  freeze,
  calendar,
  list,
  show,
  exportRecords,
  explain,
  whyChanged,
  checkDoc,
];
