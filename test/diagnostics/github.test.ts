import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { renderGithub } from '../../src/diagnostics/formats/github.js';
import { shownText } from '../../src/text/shown-text.js';
import { diagnostic } from '../support/diagnostic.js';
import { factsOf } from './facts-of.js';
import { readCommand } from './formats-read-back.js';

const render = (all: readonly Diagnostic[]) => [...renderGithub(all, factsOf(all))].join('');
const commands = (all: readonly Diagnostic[]) => render(all).trimEnd().split('\n').map(readCommand);

describe('validate --format github', () => {
  test('a finding is one line that reads back as what was found', () => {
    expect(commands([diagnostic()])).toEqual([
      {
        name: 'error',
        properties: {
          file: 'data/pairings/2025.yaml',
          line: '4',
          col: '9',
          endLine: '4',
          // GitHub's end is inclusive.
          endColumn: '13',
          title: '引用的记录不存在 · unknown-reference',
        },
        message: '“党支部”里没有“骨科二支部”\n是不是“骨科第二党支部”？',
      },
    ]);
  });

  test('nothing is written where nothing was found', () => {
    expect(render([])).toBe('');
  });

  test.each([
    ['percent signs', '完成 100%25 的%0A'],
    ['separators', '甲,乙:丙::error file=x::丁'],
    ['full-width ones stay', '甲，乙：丙'],
  ])('%s survive in a message and in a file name', (_, text) => {
    const [command] = commands([diagnostic({ message: text, hint: '', file: `data/${text}.yaml` })]);
    expect(command?.message).toBe(text);
    expect(command?.properties.file).toBe(`data/${text}.yaml`);
  });

  test('a line end in a file name neither ends the command nor begins another', () => {
    const file = 'data/a\n::stop-commands::x\r.yaml';
    const lines = render([diagnostic({ file })])
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(1);
    expect(readCommand(lines[0] ?? '').properties.file).toBe(shownText(file));
  });

  test('terminal escapes in a file name are shown, not sent', () => {
    expect(render([diagnostic({ file: 'data/\u001b[31m.yaml' })])).not.toContain('\u001b');
  });

  test('columns are left out where the lines differ, which GitHub refuses', () => {
    const [over, toStart] = commands([
      diagnostic({ line: 4, endLine: 6, endColumn: 3 }),
      diagnostic({ line: 4, endLine: 6, endColumn: 1 }),
    ]);
    expect(over?.properties).toMatchObject({ line: '4', endLine: '6' });
    expect(over?.properties).not.toHaveProperty('col');
    expect(toStart?.properties).toMatchObject({ line: '4', endLine: '5' });
  });

  test('an empty stretch ends where it begins', () => {
    const [command] = commands([diagnostic({ line: 1, column: 1, endLine: 1, endColumn: 1 })]);
    expect(command?.properties).toMatchObject({ col: '1', endColumn: '1' });
  });

  test('warnings are warnings; related places stand in the message', () => {
    const related = [{ file: 'data/people/a.yaml', line: 3, column: 7, message: '另一处' }];
    const [command] = commands([diagnostic({ severity: 'warning', related })]);
    expect(command?.name).toBe('warning');
    expect(command?.message.split('\n').at(-1)).toBe('另一处 data/people/a.yaml:3:7');
  });

  test('where there are more than GitHub marks, a notice says so', () => {
    const eleven = Array.from({ length: 11 }, (_, index) => diagnostic({ line: index + 1, endLine: index + 1 }));
    expect(commands(eleven).filter(({ name }) => name === 'error')).toHaveLength(11);
    expect(commands(eleven).at(-1)).toMatchObject({
      name: 'notice',
      message: expect.stringContaining('11 处必须修改'),
    });
    expect(commands(eleven.slice(1)).some(({ name }) => name === 'notice')).toBe(false);
  });
});
