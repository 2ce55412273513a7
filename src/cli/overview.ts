import { yearPeriod } from '../figures/period.js';
import { revisionName } from '../git/revision.js';
import { type Entry, labelOf } from '../ledger/ledger.js';
import { createContext } from '../reports/context.js';
import { targetsOfYear } from '../reports/selection.js';
import { KINDS } from '../schema/kinds.js';
import { isDate } from '../text/date-format.js';
import { displayWidth, padEnd } from '../text/width.js';
import type { CommandSpec, Run } from './commands/command.js';
import { COMMANDS } from './commands/index.js';
import { todayOf } from './context.js';
import { deliver } from './deliver.js';
import { CannotRun, EXIT } from './errors.js';
import { type Opened, openLedger } from './open-ledger.js';

/** `yueyi` without a command: what it can do, and the ledger's state in three lines. */
export async function showOverview(run: Run<object>): Promise<number> {
  const called = ({ name, chinese }: CommandSpec): string => `${name}|${chinese}`;
  const width = Math.max(...COMMANDS.map((command) => displayWidth(called(command)))) + 2;
  const groups = [...new Set(COMMANDS.map(({ group }) => group))];
  const commands = groups.map((group) => {
    const rows = COMMANDS.filter((command) => command.group === group);
    return [`${group}：`, ...rows.map((command) => `  ${padEnd(called(command), width)}${command.summary}`), ''].join(
      '\n',
    );
  });
  const parts = [
    '越医 yueyi：医院党建台账',
    '',
    ...commands,
    '中文名也能用：yueyi 总结 2025。某个命令的用法：yueyi <命令> --help',
    '',
    ...(await state(run)),
  ];
  await deliver(run, `${parts.join('\n')}\n`);
  return EXIT.fine;
}

async function state(run: Run<object>): Promise<string[]> {
  try {
    const opened = await openLedger(run);
    return [ledgerLine(opened), findingsLine(opened), targetsLine(run, opened)];
  } catch (error) {
    if (error instanceof CannotRun) return [`${error.message}。`, error.way];
    throw error;
  }
}

function ledgerLine({ ledger, files, records, revision }: Opened): string {
  const hospital = ledger.get('organizations', ledger.workspace?.hospital);
  const samples = KINDS.flatMap((kind): readonly Entry[] => ledger.allWithInvalid(kind)).filter(
    ({ sample }) => sample,
  ).length;
  const said = samples > 0 ? `（其中示例 ${samples} 条）` : '';
  return `台账：${hospital ? labelOf(hospital) : '（总设置有误）'}，${files} 个文件、${records} 条记录${said}${revision ? `，${revisionName(revision)}` : ''}`;
}

function findingsLine({ findings }: Opened): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return findings.length === 0
    ? '校验：没有发现问题'
    : `校验：${errors} 处必须修改，${findings.length - errors} 处请核对（yueyi validate）`;
}

function targetsLine({ world }: Run<object>, { ledger }: Opened): string {
  const today = todayOf(world, isDate);
  const year = Number(today.slice(0, 4));
  const context = createContext({ ledger, period: yearPeriod(year), asOf: today, today, errors: 0 });
  const targets = targetsOfYear(context).map((target) => context.figures.target(target));
  const lights = targets.map(({ light }) => light);
  if (lights.length === 0) return `今年：${year} 年的目标未登记`;
  const count = (light: string): number => lights.filter((each) => each === light).length;
  return `今年：${year} 年 ${lights.length} 项目标，已完成 ${count('done')}、绿灯 ${count('green')}、黄灯 ${count('yellow')}、红灯 ${count('red')}${targets.some(({ done }) => done.sample) ? '（含示例）' : ''}`;
}
