import { errorProblem, type Problem } from '../diagnostics/diagnostic.js';

/** A problem of a folder or file that makes no figure wrong by itself. */
const warning = <A>(problem: Problem<A>): Problem<A> => ({ ...problem, severity: 'warning' });

const RIGHT = `
  # data/people/2025.yaml
  - id: 王芳`;

/** What can be wrong with the folder as a whole, before and beside its records. */
export const workspaceProblems = {
  unknownFolder: errorProblem<{ folder: string; near: string }>('unknown-folder', {
    zh: {
      title: '不认识的文件夹',
      why: '文件夹的名字决定里面是哪一类记录；名字不对，里面的记录就不会被读取。',
      message: ({ folder }) => `没有“${folder}”这一类记录`,
      fix: ({ near }) =>
        near ? `文件夹是不是应叫 ${near}？` : '可用的文件夹见 yueyi schema；与台账无关的文件请移出数据目录。',
    },
    en: {
      title: 'Unknown folder',
      why: 'A folder’s name says which kind of records it holds; records in a folder of another name are not read.',
      message: ({ folder }) => `There is no kind of records “${folder}”`,
      fix: ({ near }) =>
        near
          ? `Should the folder be called ${near}?`
          : 'yueyi schema lists the folders; move what is no part of the ledger out of the data folder.',
    },
    pass: RIGHT,
    fail: RIGHT.replace('people', 'peoples'),
  }),
  strayFile: warning<{ file: string }>(
    errorProblem('stray-file', {
      zh: {
        title: '不会被读取的文件',
        why: '台账只读各类文件夹里的 .yaml 文件。',
        message: ({ file }) => `“${file}”不会被读取`,
        fix: () => '记录文件的扩展名用 .yaml，放在对应的文件夹里；其他文件请移出数据目录。',
      },
      en: {
        title: 'A file that is not read',
        why: 'Only .yaml files in the folders of the kinds are read.',
        message: ({ file }) => `“${file}” is not read`,
        fix: () =>
          'Files of records end in .yaml and lie in the folder of their kind; move other files out of the data folder.',
      },
      pass: RIGHT,
      fail: RIGHT.replace('yaml', 'yml'),
    }),
  ),
  referencesUnchecked: warning<{ kind: string; title: string }>(
    errorProblem('references-unchecked', {
      zh: {
        title: '引用未核对',
        why: '读不了的文件里可能正有被引用的记录。',
        message: ({ title }) => `这个文件读不了，暂不核对指向“${title}”的引用`,
        fix: () => '先改好这个文件，再校验一次。',
      },
      en: {
        title: 'References not checked',
        why: 'The records referred to may stand in the file that cannot be read.',
        message: ({ kind, title }) =>
          `This file cannot be read: references to ${kind} (${title}) are not checked for now`,
        fix: () => 'Mend this file first, then validate again.',
      },
      pass: RIGHT,
      fail: `
        # data/people/2025.yaml
        - id: [王芳`,
    }),
  ),
};
