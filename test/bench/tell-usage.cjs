// Loaded before a program that is measured: when it ends it writes what it used to the fourth of its streams.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { milliseconds: (userCPUTime + systemCPUTime) / 1000, mebibytes: maxRSS / 1024 };
  require('node:fs').writeSync(3, JSON.stringify(usage));
});
