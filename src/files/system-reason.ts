const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  ENOENT: '不存在',
  EISDIR: '是一个文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  EEXIST: '已经存在',
  ENOSPC: '磁盘已满',
  EROFS: '磁盘是只读的',
  EMFILE: '打开的文件太多',
  EBUSY: '正被别的程序占用',
};

/** The operating system's error code in Chinese; the code itself where we have no word for it. */
export function systemReason(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? (REASONS[code] ?? `系统错误 ${code}`) : '读写出错';
}
