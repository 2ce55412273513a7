import { type InBoth, errorProblem as problem } from '../diagnostics/diagnostic.js';
import { englishReason, wayOut } from '../files/system-reason.js';
import { typingProblems } from './typing-problems.js';
import { yamlProblems } from './yaml-problems.js';

const NUL = 'U+0000';

/** What can be wrong with a file before its records are looked at. */
export const sourceProblems = {
  encoding: problem<{ name: InBoth; damaged: boolean }>('file-encoding', {
    zh: {
      title: '文件不是 UTF-8 编码',
      why: '别的编码会把汉字读成乱码。',
      message: ({ name }) => `文件不是完好的 UTF-8 编码，无法读取；看样子是${name.zh}`,
      fix: ({ damaged }) =>
        damaged
          ? '改正这里的字，或从 git 恢复这个文件；保存时编码选 UTF-8。'
          : '请用编辑器按这种编码打开，核对文字无误后“另存为”，编码选 UTF-8；是 GBK 的，yueyi validate --fix --encoding gbk 可以转换。',
    },
    en: {
      title: 'The file is not UTF-8',
      why: 'Read in another encoding, Chinese characters turn into other characters.',
      message: ({ name }) => `The file is not sound UTF-8 and cannot be read; it seems to be ${name.en}`,
      fix: ({ damaged }) =>
        damaged
          ? 'Correct the text here, or restore the file from git; save it as UTF-8.'
          : 'Open it in your editor in that encoding, check the text, and save it again as UTF-8; yueyi validate --fix --encoding gbk converts GBK.',
    },
  }),
  byteOrderMark: {
    ...problem<object>('byte-order-mark', {
      zh: {
        title: '文件开头有 BOM',
        why: '有的工具会把这个看不见的字符当成第一个字段名的一部分。',
        message: () => '文件开头有一个看不见的字节顺序标记（BOM）',
        fix: () => '保存时编码选“UTF-8”（不带 BOM）；yueyi validate --fix 可以去掉它。',
      },
      en: {
        title: 'A byte order mark',
        why: 'Some tools take this invisible character for a part of the first field’s name.',
        message: () => 'The file begins with an invisible byte order mark (BOM)',
        fix: () => 'Save it as UTF-8 without BOM; yueyi validate --fix takes it away.',
      },
    }),
    severity: 'warning' as const,
  },
  mixedLineEnds: {
    ...problem<{ crlf: number; lf: number }>('mixed-line-ends', {
      zh: {
        title: '换行符不一致',
        why: '同一个文件里混用两种换行符，比较改动时会整行整行地显示不同。',
        message: ({ crlf, lf }) => `文件里有两种换行符：${crlf} 行是 CRLF，${lf} 行是 LF`,
        fix: () => '用编辑器统一换行符，最好用 LF；yueyi validate --fix 按多的一种统一。',
      },
      en: {
        title: 'Line ends of two kinds',
        why: 'Where both are mixed in one file, comparing versions shows whole lines as different.',
        message: ({ crlf, lf }) => `The file has line ends of two kinds: ${crlf} × CRLF, ${lf} × LF`,
        fix: () => 'Make them one kind in your editor, best LF; yueyi validate --fix takes the more frequent kind.',
      },
    }),
    severity: 'warning' as const,
  },
  hidden: problem<{ name: string }>('hidden-character', {
    zh: {
      title: '有看不见的字符',
      why: '零宽空格、填充符一类的字符看不见，查找、引用和比较时却算一个字，还能藏东西。',
      message: ({ name }) => `这里有看不见的字符 ${name}`,
      fix: () => '把它删去；yueyi validate --fix 会删。',
    },
    en: {
      title: 'Invisible character',
      why: 'Zero-width spaces, fillers and the like count in searches, references and comparisons, and can hide things.',
      message: ({ name }) => `There is an invisible character here: ${name}`,
      fix: () => 'Delete it; yueyi validate --fix deletes it.',
    },
    pass: `
      # data/people/2025.yaml
      - id: 王芳`,
    fail: `
      # data/people/2025.yaml
      - id: 王芳
        name: 王\u200b芳`,
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
      fix: ({ reason }) => wayOut(reason).zh,
    },
    en: {
      title: 'The file cannot be read',
      why: 'Records in a file that cannot be read are not counted.',
      message: ({ reason }) => `The file cannot be read: ${englishReason(reason)}`,
      fix: ({ reason }) => wayOut(reason).en,
    },
  }),
  control: problem<{ codePoint: string }>('control-character', {
    zh: {
      title: '有看不见的控制字符',
      why: '看不见的字符会让名称对不上，也可能扰乱屏幕显示。',
      message: ({ codePoint }) =>
        codePoint === NUL ? '这里有一个空字节（NUL），文本文件里不会有' : `这里有一个看不见的控制字符（${codePoint}）`,
      fix: ({ codePoint }) =>
        codePoint === NUL
          ? '多半是保存时断了电或磁盘出错：从 git 恢复这个文件，或删去这些字节。'
          : '删去它；常见于从网页或 Word 粘贴来的内容。',
    },
    en: {
      title: 'Invisible control character',
      why: 'Invisible characters keep names from matching and can upset the screen.',
      message: ({ codePoint }) =>
        codePoint === NUL
          ? 'There is a NUL byte here; no text file holds one'
          : `There is an invisible control character here (${codePoint})`,
      fix: ({ codePoint }) =>
        codePoint === NUL
          ? 'Most often a save was cut off or a disk failed: restore the file from git, or delete these bytes.'
          : 'Delete it; it often comes with text pasted from a web page or Word.',
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
  ...typingProblems,
  ...yamlProblems,
};
