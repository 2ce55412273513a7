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

/** Why something that is no plain file is not read. */
export const NOT_PLAIN = { link: '是一个链接，台账不跟随链接', special: '不是普通文件' } as const;

/** Why something of an earlier version is not read. */
export const NOT_IN_VERSION = {
  submodule: '是一个子模块，里面的文件不在这个仓库里',
  missing: '这个版本里没有',
  notFetched: '这个版本的内容没有取到本机',
} as const;

const ENGLISH = new Map<string, string>([
  ...Object.values(REASONS),
  [NOT_PLAIN.link, 'it is a link, and the ledger follows none'],
  [NOT_PLAIN.special, 'it is no plain file'],
  [NOT_IN_VERSION.submodule, 'it is a submodule, whose files are not in this repository'],
  [NOT_IN_VERSION.missing, 'it is not in this revision'],
  [NOT_IN_VERSION.notFetched, 'its content has not been fetched'],
]);

/** The operating system's error code in Chinese; the code itself where we have no word for it. */
export function systemReason(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? (REASONS[code]?.[0] ?? `系统错误 ${code}`) : '读写出错';
}

/** A reason of this file in English, for diagnostics in English; a reason it does not know as it is. */
export function englishReason(chinese: string): string {
  return ENGLISH.get(chinese) ?? chinese.replace(/^系统错误 /, 'system error ').replace(/^读写出错$/, 'reading failed');
}
