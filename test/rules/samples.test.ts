import { describe, expect, test } from 'vitest';
import { filesOf } from '../../src/diagnostics/samples.js';
import { displayWidth } from '../../src/text/width.js';
import { CATALOGUE } from '../../src/workspace/catalogue.js';
import { checkSample } from '../../src/workspace/check-sample.js';

const problems = CATALOGUE.flatMap(({ problems }) => problems);
const shown = problems.filter(({ problem }) => problem.pass !== undefined && problem.fail !== undefined);
const codesOf = async (sample = ''): Promise<string[]> => (await checkSample(sample)).map(({ code }) => code);

/** Codes that a sample may have beside its own: it may name records that it does not contain. */
const BESIDE = ['unknown-reference'];

describe('the samples on the pages of the problems', () => {
  test.each(shown.map(({ problem }) => [problem.code, problem] as const))('%s', async (code, { pass, fail }) => {
    expect(await codesOf(pass)).not.toContain(code);
    expect(await codesOf(fail)).toContain(code);
  });

  test.each(shown.filter(({ isRule }) => isRule).map(({ problem }) => [problem.code, problem] as const))(
    '%s: its records are what their schemas say',
    async (_, { pass, fail }) => {
      const faults = problems.filter(({ isRule }) => !isRule).map(({ problem }) => problem.code);
      for (const sample of [pass, fail]) {
        expect((await codesOf(sample)).filter((found) => faults.includes(found) && !BESIDE.includes(found))).toEqual(
          [],
        );
      }
    },
  );

  test('fit the page line by line, so that they can be copied', () => {
    const long = shown.flatMap(({ problem: { code, pass = '', fail = '' } }) =>
      [pass, fail]
        .flatMap((sample) => filesOf(sample))
        .flatMap(({ text }) => text.split('\n'))
        .filter((line) => displayWidth(line) > 76)
        .map((line) => `${code}: ${line}`),
    );
    expect(long.filter((line) => !/^yaml-(?:long-key|depth): /.test(line))).toEqual([]);
  });

  test('are missing only for problems that no text can show', () => {
    const without = problems.filter((problem) => !shown.includes(problem)).map(({ problem }) => problem.code);
    expect(without).toEqual([
      'file-encoding',
      'byte-order-mark',
      'mixed-line-ends',
      'file-unreadable',
      'control-character',
      'line-end',
    ]);
  });

  test('are divided into files at their first lines', () => {
    expect(filesOf('\n  # data/a/1.yaml\n  - id: 甲\n    name: 乙\n  # data/b/2.yaml\n  # 注释\n  - id: 丙\n')).toEqual(
      [
        { path: 'a/1.yaml', text: '- id: 甲\n  name: 乙\n' },
        { path: 'b/2.yaml', text: '# 注释\n- id: 丙\n' },
      ],
    );
  });
});
