import { add } from './add.js';
import { backup } from './backup.js';
import { calendar } from './calendar.js';
import { checkDoc } from './check-doc.js';
import type { CommandSpec } from './command.js';
import { completion } from './completion.js';
import { copy } from './copy.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { exportRecords } from './export.js';
import { fill } from './fill.js';
import { find } from './find.js';
import { fmt } from './fmt.js';
import { freeze } from './freeze.js';
import { hook } from './hook.js';
import { importRecords } from './import.js';
import { init } from './init.js';
import { list } from './list.js';
import { progress } from './progress.js';
import { remove } from './remove.js';
import { rename } from './rename.js';
import { report } from './report.js';
import { save } from './save.js';
import { schema } from './schema.js';
import { set } from './set.js';
import { show } from './show.js';
import { step } from './step.js';
import { todo } from './todo.js';
import { undo } from './undo.js';
import { validate } from './validate.js';
import { why } from './why.js';
import { whyChanged } from './why-changed.js';
import { year } from './year.js';

/** Every command, in the order the help lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  init,
  schema,
  importRecords,
  add,
  copy,
  set,
  step,
  rename,
  remove,
  year,
  undo,
  validate,
  fmt,
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
  find,
  show,
  exportRecords,
  explain,
  whyChanged,
  checkDoc,
];
