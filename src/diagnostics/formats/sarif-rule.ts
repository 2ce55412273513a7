import type { Language, Problem } from '../diagnostic.js';
import { filesOf } from '../samples.js';

const WORDS = {
  zh: { right: '对的写法', wrong: '错的写法', more: (code: string) => `详细说明：yueyi why ${code}` },
  en: { right: 'Right', wrong: 'Wrong', more: (code: string) => `More: yueyi why ${code} --lang en` },
} as const;

/** A problem as SARIF describes a rule: its title, why it matters, and its samples as help. */
export function sarifRule(problem: Problem, language: Language): object {
  const { code, severity, pass, fail } = problem;
  const { title, why } = problem[language];
  const words = WORDS[language];
  const samples = pass && fail ? [words.right, fenced(pass), words.wrong, fenced(fail)] : [];
  return {
    id: code,
    name: nameOf(code),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\n${words.more(code)}`, markdown: [why, ...samples, words.more(code)].join('\n\n') },
    defaultConfiguration: { level: severity },
  };
}

/** `unknown-reference` is UnknownReference: SARIF wants a name that could be an identifier. */
function nameOf(code: string): string {
  return code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function fenced(sample: string): string {
  const files = filesOf(sample).map(({ path, text }) => `# data/${path}\n${text}`);
  return `\`\`\`yaml\n${files.join('')}\`\`\``;
}
