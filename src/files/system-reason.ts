const REASONS: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  EACCES: ['没有权限', 'no permission'],
  EPERM: ['没有权限', 'no permission'],
  ENOENT: ['不存在', 'it does not exist'],
  EISDIR: ['是一个文件夹', 'it is a folder'],
  ENOTDIR: ['路径中有一段不是文件夹', 'a part of the path is no folder'],
  EEXIST: ['已经存在', 'it exists already'],
  ENOSPC: ['磁盘已满', 'the disk is full'],
  EROFS: ['磁盘是只读的', 'the disk is read-only'],
  EMFILE: ['打开的文件太多', 'too many files are open'],
  EBUSY: ['正被别的程序占用', 'another program is using it'],
};

/** Reasons why something other than a regular file is not read. */
export const NOT_PLAIN = {
  link: '是一个链接，台账不跟随链接',
  special: '不是普通文件',
  folder: '是一个文件夹，却用了记录文件的名字',
  large: '超过 16 MB，台账的文件不会这么大',
} as const;

/** Reasons why an entry of a revision is not read. */
export const NOT_IN_VERSION = {
  submodule: '是一个子模块，里面的文件不在这个仓库里',
  missing: '这个版本里没有',
  notFetched: '这个版本的内容没有取到本机',
} as const;

const ENGLISH = new Map<string, string>([
  ...Object.values(REASONS),
  [NOT_PLAIN.link, 'it is a link, and the ledger follows none'],
  [NOT_PLAIN.special, 'it is no plain file'],
  [NOT_PLAIN.folder, 'it is a folder with the name of a file of records'],
  [NOT_PLAIN.large, 'it has more than 16 MB, and no file of a ledger is so large'],
  [NOT_IN_VERSION.submodule, 'it is a submodule, whose files are not in this repository'],
  [NOT_IN_VERSION.missing, 'it is not in this revision'],
  [NOT_IN_VERSION.notFetched, 'its content has not been fetched'],
]);

/** The operating system's error code in Chinese; the code itself where it is not listed. */
export function systemReason(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? (REASONS[code]?.[0] ?? `系统错误 ${code}`) : '读写出错';
}

/** A Chinese reason of this file in English, for diagnostics; an unknown reason is returned unchanged. */
export function englishReason(chinese: string): string {
  return ENGLISH.get(chinese) ?? chinese.replace(/^系统错误 /, 'system error ').replace(/^读写出错$/, 'reading failed');
}

const WAYS: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  [NOT_PLAIN.link]: [
    '把链接换成文件本身，或移出数据目录。',
    'Put the file itself in its place, or move the link away.',
  ],
  [NOT_PLAIN.special]: ['把它移出数据目录。', 'Move it out of the data folder.'],
  [NOT_PLAIN.folder]: [
    '给文件夹换个名字，记录写在文件里。',
    'Give the folder another name, and write the records into files.',
  ],
  [NOT_PLAIN.large]: [
    '检查里面是什么；记录多就按月分成几个文件，材料放进 evidence 文件夹。',
    'Look what is in it; divide many records into files by month, and put evidence into the folder evidence.',
  ],
};
const USUAL_WAY = [
  '请检查文件权限，或从 git 恢复这个文件。',
  'Check its permissions, or restore it from git.',
] as const;

/** What to do about a file that cannot be read for a reason. */
export function wayOut(reason: string): { readonly zh: string; readonly en: string } {
  const [zh, en] = WAYS[reason] ?? USUAL_WAY;
  return { zh, en };
}
