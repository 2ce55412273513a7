#!/usr/bin/env node
// CommonJS starts fastest, and even an outdated Node gets far enough to say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`yueyi 需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。请安装新版本后重试。\n`);
  process.exit(2);
}
if (!require('node:fs').existsSync(require('node:path').join(__dirname, '../dist/main.js'))) {
  process.stderr.write('程序还没有构建。请在 yueyi 的文件夹里运行 npm ci。\n');
  process.exit(2);
}
require('../dist/loader.js').load('main.js').start();
