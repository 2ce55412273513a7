import type { Problem } from '../diagnostics/diagnostic.js';

/** What can be wrong with the folder as a whole, before and beside its records. */
export const workspaceProblems = {
  unknownFolder: {
    code: 'unknown-folder',
    severity: 'error',
    title: '不认识的文件夹',
    why: '文件夹的名字决定里面是哪一类记录；名字不对，里面的记录就不会被读取。',
    message: ({ folder }) => `没有“${folder}”这一类记录`,
    fix: ({ near }) =>
      near ? `文件夹是不是应叫 ${near}？` : '可用的文件夹见 yueyi schema；与台账无关的文件请移出数据目录。',
  } satisfies Problem<{ folder: string; near: string }> as Problem<{ folder: string; near: string }>,
  strayFile: {
    code: 'stray-file',
    severity: 'warning',
    title: '不会被读取的文件',
    why: '台账只读各类文件夹里的 .yaml 文件。',
    message: ({ file }) => `“${file}”不会被读取`,
    fix: () => '记录文件的扩展名用 .yaml，放在对应的文件夹里；其他文件请移出数据目录。',
  } satisfies Problem<{ file: string }> as Problem<{ file: string }>,
  referencesUnchecked: {
    code: 'references-unchecked',
    severity: 'warning',
    title: '引用未核对',
    why: '读不了的文件里可能正有被引用的记录。',
    message: ({ kind }) => `这个文件读不了，暂不核对对“${kind}”的引用`,
    fix: () => '先改好这个文件，再校验一次。',
  } satisfies Problem<{ kind: string }> as Problem<{ kind: string }>,
};
