import { errorProblem as problem } from '../diagnostics/diagnostic.js';
import { englishReason } from '../files/system-reason.js';
import { yamlProblems } from './yaml-problems.js';

/** What can be wrong with a file before its records are looked at. */
export const sourceProblems = {
  encoding: problem<object>('file-encoding', {
    zh: {
      title: '文件不是 UTF-8 编码',
      why: '别的编码会把汉字读成乱码。',
      message: () => '文件不是 UTF-8 编码，无法读取',
      fix: () => '请用编辑器“另存为”，编码选 UTF-8。',
    },
    en: {
      title: 'The file is not UTF-8',
      why: 'Read in another encoding, Chinese characters turn into other characters.',
      message: () => 'The file is not UTF-8 and cannot be read',
      fix: () => 'Save it again in your editor with the encoding UTF-8.',
    },
  }),
  empty: {
    ...problem<object>('file-empty', {
      zh: {
        title: '文件里没有内容',
        why: '空文件多半是保存失败或误删。',
        message: () => '文件里没有任何记录',
        fix: () => '补上记录，或者删除这个文件。',
      },
      en: {
        title: 'The file is empty',
        why: 'An empty file is most often one that was not saved, or cleared by mistake.',
        message: () => 'The file holds no records',
        fix: () => 'Add the records, or delete the file.',
      },
      pass: `
        # data/people/2025.yaml
        - id: 王芳
      `,
      fail: `
        # data/people/2025.yaml
        # 以后再填
      `,
    }),
    severity: 'warning' as const,
  },
  unreadable: problem<{ reason: string }>('file-unreadable', {
    zh: {
      title: '文件无法读取',
      why: '读不到的文件，里面的记录就不会计入。',
      message: ({ reason }) => `文件无法读取：${reason}`,
      fix: () => '请检查文件权限，或从 git 恢复这个文件。',
    },
    en: {
      title: 'The file cannot be read',
      why: 'Records in a file that cannot be read are not counted.',
      message: ({ reason }) => `The file cannot be read: ${englishReason(reason)}`,
      fix: () => 'Check its permissions, or restore it from git.',
    },
  }),
  control: problem<{ codePoint: string }>('control-character', {
    zh: {
      title: '有看不见的控制字符',
      why: '看不见的字符会让名称对不上，也可能扰乱屏幕显示。',
      message: ({ codePoint }) => `这里有一个看不见的控制字符（${codePoint}）`,
      fix: () => '删去它；常见于从网页或 Word 粘贴来的内容。',
    },
    en: {
      title: 'Invisible control character',
      why: 'Invisible characters keep names from matching and can upset the screen.',
      message: ({ codePoint }) => `There is an invisible control character here (${codePoint})`,
      fix: () => 'Delete it; it often comes with text pasted from a web page or Word.',
    },
  }),
  lineEnd: problem<object>('line-end', {
    zh: {
      title: '换行符不规范',
      why: '不同工具对行数的理解会不一致。',
      message: () => '这里有一个单独的回车符',
      fix: () => '用编辑器把换行符统一成 LF。',
    },
    en: {
      title: 'Irregular line end',
      why: 'Tools count the lines differently.',
      message: () => 'There is a carriage return alone here',
      fix: () => 'Set the line ends to LF in your editor.',
    },
  }),
  ...yamlProblems,
};
