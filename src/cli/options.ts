import { type Choice, choicesListed } from '../text/choice.js';
import type { CommandSpec, ParameterSpec } from './commands/command.js';
import { LANGUAGES } from './language.js';

export const AS_OF: ParameterSpec = {
  flags: '--as-of <日期>',
  text: '截至哪一天，默认今天或该年最后一天（取较早者）',
};

/** The year and the last day, which most reports take. */
export const YEAR: readonly ParameterSpec[] = [{ flags: '--year <年>', text: '哪一年，默认今年' }, AS_OF];

/** A part of a year. */
export const PERIOD: ParameterSpec = {
  flags: '--period <期间>',
  text: '只看一年里的一段：2025-06（月）、2025-Q2（季度）、2025-H1（半年）或 2025-03-01..2025-05-31',
};

/** The year as the only argument: `yueyi report 2025`. */
export const YEAR_ARGUMENT: ParameterSpec = { flags: '[年]', text: '哪一年，如 2025 或 2025年；和 --year 一样' };

export const IDS: ParameterSpec = { flags: '--ids', text: '数字后标〔1〕，并列出统计编号，可用 explain 查看出处' };

export const ALL: ParameterSpec = { flags: '--all', text: '全部列出，不只前面的' };

/** Of commands that change records. */
export const DRY_RUN: ParameterSpec = { flags: '--dry-run', text: '只显示改动和会带来的问题，不写入' };

const FORMAT = '--format <格式>';

/** Options of most commands, accepted before the command as well. */
export const SHARED_OPTIONS: readonly ParameterSpec[] = [...YEAR, { flags: FORMAT, text: '' }];

/** Options of every command. */
export const GLOBAL_OPTIONS: readonly ParameterSpec[] = [
  { flags: '--data <目录>', text: '数据目录，默认往上找 data/workspace.yaml，或环境变量 YUEYI_DATA' },
  { flags: '--rev <版本>', text: '按 git 里的某个版本看台账：分支、标签或提交号' },
  { flags: '-o, --output <文件>', text: '写入文件，而不是显示在屏幕上；结尾决定格式，如 .md' },
  { flags: '--no-sample', text: '不含示例记录' },
  { flags: '--force', text: '台账有错误也照样生成，并在材料里注明' },
  { flags: '--strict', text: '把“请核对”也当作错误' },
  { flags: '--lang <语言>', text: '校验结果用的语言：', choices: () => LANGUAGES, usual: 'zh' },
  { flags: '--no-color', text: '不用颜色' },
  { flags: '--ascii', text: '表格线用 + - |，适合旧的命令行窗口' },
  { flags: '--quiet', text: '不显示附带的说明' },
  { flags: '--timing', text: '显示各步用时' },
  { flags: '--debug', text: '出错时显示技术细节' },
];

/** A command's own options, with `--format` where it has more formats than text. */
export function optionsOf({ options, formats }: CommandSpec): readonly ParameterSpec[] {
  const makes = formats?.();
  if (!makes) return options;
  const choices = (): readonly Choice[] => makes;
  return [...options, { flags: FORMAT, text: '', choices, usual: makes[0]?.name ?? '' }];
}

/** The description of an option or argument in the help, with its choices. */
export function explained({ text = '', choices, usual }: ParameterSpec): string {
  return choices ? `${text}${choicesListed(choices(), usual)}` : text;
}
