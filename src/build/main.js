/**
 * `npm run build`: compiles the schemas and bundles the program into dist/.
 * Everything in dist/ can be deleted and made again from src/ and schemas/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundleProgram } from './bundle.js';
import { generateCalendar } from './calendar.js';
import { writeCodeCache } from './code-cache.js';
import { generateFromSchemas } from './generate.js';
import { root } from './paths.js';

mkdirSync(`${root}/dist/generated`, { recursive: true });
// bin/ and dist/ are CommonJS, which starts faster than ES modules on Node 20; the sources stay ES modules.
writeFileSync(`${root}/dist/package.json`, '{ "type": "commonjs" }\n');
writeFileSync(`${root}/dist/generated/package.json`, '{ "type": "module" }\n');
generateCalendar();
await generateFromSchemas();
await bundleProgram();
await writeCodeCache();
