import type { Language, Problem } from '../../diagnostics/diagnostic.js';
import { filesOf } from '../../diagnostics/samples.js';
import { escapeControls } from '../../text/escape.js';
import { nearest } from '../../text/nearest.js';
import { displayWidth, padEnd } from '../../text/width.js';
import { wrap } from '../../text/wrap.js';
import { CATALOGUE, type CataloguedProblem } from '../../workspace/catalogue.js';
import { checkSample } from '../../workspace/check-sample.js';
import { CannotRun } from '../errors.js';

/** The words of the pages. */
const WORDS = {
  zh: {
    error: '必须修改',
    warning: '请核对',
    why: '为什么',
    told: '校验时这样提示',
    right: '对的写法',
    wrong: '错的写法',
    relax: '怎样放宽',
    level: (code: string) =>
      `整本台账：在 data/workspace.yaml 里写 rules: { ${code}: 关闭 }，也可以写“请核对”或“必须修改”。`,
    locked: '整本台账：不能放宽，它关系到数字是否正确，或个人信息。',
    excuse: '个别记录：在那条记录里写 excuse，写明代码、理由、同意人、日期；yueyi validate --excused 列出全部例外。',
    fixed: '不能放宽：改好它，别的检查才做得下去，或者设置才起作用。',
    more: '看某一条：yueyi why 代码',
  },
  en: {
    error: 'error',
    warning: 'warning',
    why: 'Why',
    told: 'What validate says',
    right: 'Right',
    wrong: 'Wrong',
    relax: 'To relax it',
    level: (code: string) =>
      `For the whole ledger: write rules: { ${code}: 关闭 } into data/workspace.yaml (关闭 off, 请核对 warning, 必须修改 error).`,
    locked: 'For the whole ledger: it cannot be relaxed, because figures or private data depend on it.',
    excuse:
      'For one record: write an excuse into it, with code, reason, by and date; yueyi validate --excused lists all of them.',
    fixed: 'It cannot be relaxed: the other checks, or the settings, depend on it.',
    more: 'One of them: yueyi why CODE',
  },
} as const;

/** The page of one code; without one, all codes with their titles. @throws CannotRun for an unknown code */
export async function whyText(code: string | undefined, language: Language, width: number): Promise<string> {
  return code === undefined ? list(language, width) : page(problemOf(code), language, width);
}

function problemOf(code: string): CataloguedProblem {
  const all = CATALOGUE.flatMap(({ problems }) => problems);
  const known = all.find(({ problem }) => problem.code === code);
  if (known) return known;
  const near = nearest(
    code,
    all.map(({ problem }) => problem.code),
  )[0];
  throw new CannotRun(`没有“${code}”这个代码`, near ? `是不是 ${near}？` : '用 yueyi why 查看全部代码。');
}

function list(language: Language, width: number): string {
  const words = WORDS[language];
  const widest = Math.max(...CATALOGUE.flatMap(({ problems }) => problems.map(({ problem }) => problem.code.length)));
  const chapters = CATALOGUE.map(({ title, problems }) => {
    const rows = problems.map(({ problem }) => {
      const severity = padEnd(words[problem.severity], displayWidth(words.error));
      return wrapped(`${problem[language].title}`, `  ${problem.code.padEnd(widest)}  ${severity}  `, width);
    });
    return [title[language], ...rows].join('\n');
  });
  return `${[...chapters, words.more].join('\n\n')}\n`;
}

async function page(
  { problem, isRule, locked }: CataloguedProblem,
  language: Language,
  width: number,
): Promise<string> {
  const words = WORDS[language];
  const { title, why } = problem[language];
  const relax = isRule ? [locked ? words.locked : words.level(problem.code), words.excuse] : [words.fixed];
  const parts = [
    `${problem.code}  ${words[problem.severity]}\n${title}`,
    `${words.why}\n${wrapped(why, '  ', width)}`,
    sample(words.right, problem.pass, width),
    sample(words.wrong, problem.fail, width),
    await findingOfSample(words.told, problem, language, width),
    `${words.relax}\n${relax.map((line) => wrapped(line, '  ', width)).join('\n')}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The finding of the wrong sample: its message and hint. */
async function findingOfSample(
  title: string,
  { code, fail }: Problem,
  language: Language,
  width: number,
): Promise<string> {
  const diagnostics = fail === undefined ? [] : await checkSample(fail, language);
  const found = diagnostics.find((diagnostic) => diagnostic.code === code);
  if (!found) return '';
  return [title, wrapped(found.message, '  ', width), wrapped(found.hint, '  → ', width)].join('\n');
}

/** The files of a sample; lines longer than the screen are wrapped. */
function sample(title: string, text: string | undefined, width: number): string {
  if (text === undefined) return '';
  const files = filesOf(text).flatMap(({ path, text: content }) => [`  data/${path}`, ...shown(content, width)]);
  return `${title}\n${files.join('\n')}`;
}

function shown(content: string, width: number): string[] {
  return content
    .trimEnd()
    .split('\n')
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      return wrapped(escapeControls(line.trimStart()), `    ${indent}`, width);
    });
}

function wrapped(text: string, lead: string, width: number): string {
  const indent = ' '.repeat(displayWidth(lead));
  return wrap(text, Math.max(width - indent.length, 20))
    .map((line, index) => (index === 0 ? lead : indent) + line)
    .join('\n');
}
