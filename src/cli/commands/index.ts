import type { CommandSpec } from './command.js';
import { init } from './init.js';
import { progress } from './progress.js';
import { report } from './report.js';
import { schema } from './schema.js';
import { validate } from './validate.js';

/** Every command, in the order the help lists them. A new one is a file and a line here. */
export const COMMANDS: readonly CommandSpec[] = [init, schema, validate, progress, report];
