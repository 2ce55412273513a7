import fs, { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { inTimeZones, officeParts, xmlFaults } from '../support/office-file.js';
import { Random } from '../support/random.js';
import { runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';
import { header, p, table, wordFile, wordText } from '../support/word-template.js';

const ACTIVITY = '2025-03-15-乙社区义诊';
const HOSTILE = '<w:p>]]>&amp; {lead} ｛牵头｝ \\u0007 "引" 甲';

const MORE = {
  'data/activities/more.yaml': `
- id: 2025-05-01-多
  title: ${JSON.stringify(HOSTILE).replace('\\\\u0007', '☃')}
  date: 2025-05-01
  types: [义诊, 讲座]
  pairings: [乙社区, 丙镇]
  lead: 骨科第二党支部
  funding:
    amount: 0
`,
  'data/pairings/more.yaml': `
- id: 联合体
  program: 联建
  partners: [戊村, 己村]
`,
  'data/organizations/more.yaml': `
- id: 戊村
  category: 村
- id: 己村
  category: 村
`,
  'data/sample/activities/2025.yaml': `
- id: 示例-2025-04-01-义诊
  title: 【示例】义诊
  date: 2025-04-01
  types: [义诊]
  beneficiaries: 5
`,
};

let cwd: string;
beforeEach(() => {
  const base = Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, String(text)] as const);
  cwd = temporaryFolder(Object.fromEntries(base));
  writeFiles(cwd, MORE);
  mkdirSync(join(cwd, 'data/templates'));
});

const put = (name: string, file: Uint8Array): void => writeFileSync(join(cwd, 'data/templates', name), file);
const run = (...args: string[]) => runCli(args, { cwd });
const made = (name = '成.docx'): Uint8Array => readFileSync(join(cwd, name));

/** What a template of this body becomes for a record. */
async function filled(body: string, record = ACTIVITY, more: Record<string, string> = {}): Promise<string> {
  put('试.docx', wordFile(body, more));
  const { stderr, code } = await run('fill', '试', record, '-o', '成.docx');
  expect([stderr, code]).toEqual(['已写入 成.docx\n', 0]);
  for (const [name, part] of officeParts(made())) if (name.endsWith('.xml')) expect(xmlFaults(part)).toEqual([]);
  return wordText(made());
}

/** How a template, or words behind it, are refused; nothing is written. */
async function refused(template: string | Uint8Array, ...args: string[]): Promise<string> {
  put('试.docx', typeof template === 'string' ? wordFile(template) : template);
  const words = args.length > 0 ? args : [ACTIVITY];
  const { stdout, stderr, code } = await run('fill', '试', ...words, '-o', '成.docx');
  expect([code, stdout, existsSync(join(cwd, '成.docx'))]).toEqual([2, '', false]);
  return stderr.replace(/\n(?!$)/g, '');
}

describe('a tag', () => {
  test('is a title or a key of the dictionary', async () => {
    expect(await filled(p('{名称}，{date}，{类型}，{受益群众}，{牵头}'))).toBe(
      '春季健康义诊，2025年3月15日，义诊，86人次，甲支部',
    );
  });

  test('follows references, as far as they lead', async () => {
    expect(
      await filled(p('{结对.结对单位}／{pairings.partners.name}／{牵头.书记.姓名}／{结对.牵头支部.书记.姓名}')),
    ).toBe('乙社区卫生服务中心／乙社区卫生服务中心／赵一／赵一');
  });

  test('that Word split over runs is one', async () => {
    expect(await filled(p('在{', '地', '点}，由{牵', '头}和{', '牵头', '}'))).toBe('在＿＿＿＿，由甲支部和甲支部');
  });

  test('may be full-width, with blanks in it', async () => {
    expect(await filled(p('｛牵头｝｛ 牵 头 ｝{结对．结对单位}'))).toBe('甲支部甲支部乙社区卫生服务中心');
  });

  test('stands in tables, headers and text boxes too', async () => {
    const box = `<w:p><w:r><w:pict><w:txbxContent>${p('{牵头}')}</w:txbxContent></w:pict></w:r></w:p>`;
    const text = await filled(table(['牵头', '{牵头}']) + box, ACTIVITY, header(p('{名称}')));
    expect(text).toBe('牵头\t甲支部\n甲支部');
    expect(wordText(made(), 'word/header1.xml')).toBe('春季健康义诊');
  });

  test('of what is not known is a blank to be filled in by hand; a zero is a zero', async () => {
    expect(await filled(p('{地点}{经费.金额}'))).toBe('＿＿＿＿＿＿＿＿');
    expect(await filled(p('{地点}{经费.金额}'), '2025-05-01-多')).toBe('＿＿＿＿0元');
  });

  test('takes the hospital, the issuer and the day from the settings', async () => {
    expect(await filled(p('{医院} {issuer} {今天}'))).toBe('越州医院 中共越州医院委员会 2026年11月22日');
  });

  test('is a figure by its id, of the record itself where it says so', async () => {
    const body = p('{activities@year=2025}、{activities@pairing=编号}、{2025-考评-优秀}');
    expect(await filled(body, '丙镇')).toBe('1场次、0场次、12名');
    expect(await filled(body, '乙社区')).toBe('1场次、1场次、12名');
  });

  test('is not looked for in deleted text', async () => {
    const gone = '<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>{没有}</w:delText></w:r></w:del></w:p>';
    expect(await filled(gone + p('{牵头}'))).toContain('甲支部');
  });
});

test('values are text, whatever stands in them', async () => {
  expect(await filled(p('“{名称}”'), '2025-05-01-多')).toBe(`“${HOSTILE.replace('\\u0007', '☃')}”`);
});

describe('a loop', () => {
  test('repeats a piece of a line', async () => {
    expect(await filled(p('经过：{#经过}{序号}.{日期}{环节}；{/经过}完'))).toBe(
      '经过：1.2025年3月10日申报；2.2025年3月15日已开展；完',
    );
    expect(await filled(p('{#类型}<{.}>{/}').replace(/<\{/, '&lt;{').replace(/\}>/, '}&gt;'), '2025-05-01-多')).toBe(
      '<义诊><讲座>',
    );
  });

  test('repeats paragraphs between lines of its own', async () => {
    expect(
      await filled(
        p('前') + p('{#结', '对}') + p('{编号}：{结对单位}') + p('（{医院}）') + p('{/结对}') + p('后'),
        '2025-05-01-多',
      ),
    ).toBe('前\n乙社区：乙社区卫生服务中心\n（越州医院）\n丙镇：丙镇卫生院\n（越州医院）\n后');
  });

  test('repeats a row whose cells hold its ends, and the row’s own loops', async () => {
    const rows = table(
      ['序', '对', '单位'],
      ['{#结对}{序号}', '{.}', '{#结对单位}{.}、{/结对单位}{/结对}'],
      ['完', '', ''],
    );
    expect(await filled(rows, '2025-05-01-多')).toBe(
      '序\t对\t单位\n1\t乙社区\t乙社区卫生服务中心、\n2\t丙镇\t丙镇卫生院、\n完',
    );
  });

  test('finds a name around it where the item has none', async () => {
    expect(await filled(p('{#结对}{名称}{编号} {/结对}'), '2025-05-01-多')).toContain('乙社区 ');
  });

  test('over nothing leaves out its lines, and keeps one row to be filled in by hand', async () => {
    const body =
      p('前') +
      p('{#经过}') +
      p('{环节}') +
      p('{/经过}') +
      table(['{#经过}{序号}', '{环节}{/经过}']) +
      p('{#经过}{环节}{/经过}后');
    expect(await filled(body, '2025-05-01-多')).toBe('前\n＿＿＿＿\t＿＿＿＿\n后');
  });

  test('leaves a cell its paragraph, and no id twice', async () => {
    const marked =
      '<w:p w14:paraId="1A" xmlns:w14="urn:w14"><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>{.}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>';
    const body = table(['', p('{#经过}') + p('{环节}') + p('{/经过}')]) + p('{#结对}') + marked + p('{/结对}');
    expect(await filled(body, '2025-05-01-多')).toContain('乙社区\n丙镇');
    const xml = officeParts(made()).get('word/document.xml') ?? '';
    expect(xml).toContain('<w:tc><w:p/></w:tc>');
    expect(
      [xml.match(/w14:paraId/g), xml.match(/bookmarkStart/g), xml.match(/bookmarkEnd/g)].map((found) => found?.length),
    ).toEqual([1, 1, 1]);
  });
});

describe('a template is refused, with its paragraph and a way out,', () => {
  test.each([
    [
      p('前') + p('甲方：{牵头支布}'),
      '模板“试”第2段“甲方：{牵头支布}”：没有“牵头支布”这个标记。是不是 牵头支部？',
      '乙社区',
    ],
    [p('{名称}{牵头.名城}'), '没有“名城”这个标记。是不是 牵头.名称？'],
    [p('{名称}{类型.名称}'), '“类型”后面没有可以再写的内容。写成 {类型}。'],
    [p('{名称}{备注}'), '没有“备注”这个标记。'],
    [p('{名称}{constructor}{__proto__}'), '没有“constructor”这个标记'],
    [p('{名称}{@名称}'), '没有“@名称”这个统计编号'],
    [p('{名称}{activites@year=2025}'), '没有“activites@year=2025”这个统计编号。是不是 activities@year=2025、'],
    [p('{#经过}{环节}'), '第1段“{#经过}{环节}”：循环“{#经过}”没有结束。在重复的内容后面加上 {/经过}。'],
    [p('{环节}{/经过}'), '循环“{/经过}”没有开始'],
    [p('{#经过}{#结对}{/经过}{/结对}'), '循环“{#结对}”用“{/经过}”结束，对不上'],
    [p('{#经过}{环节}') + p('{/经过}'), '循环“{#经过}”的开始和结束不在同样的地方'],
    [p('{#经过}') + table(['{/经过}']), '不在同样的地方'],
    [p('{名称}{#今天}{/今天}'), '“今天”只有一个，不能重复'],
    [p('{牵头') + p('支部}'), '第1段“{牵头”：花括号没有配对'],
    [p('牵头}'), '花括号没有配对'],
  ])('%s', async (body, reason, record = ACTIVITY) => {
    expect(await refused(body, record)).toContain(reason);
  });

  test('in a header', async () => {
    put('试.docx', wordFile(p('{名称}{受益群众}'), header(p('{名城}'))));
    expect((await run('fill', '试', ACTIVITY)).stderr).toMatch(/^模板“试”页眉第1段“{名城}”：没有“名城”/);
  });
});

describe('a file is refused', () => {
  const body = p('{名称}');
  test.each([
    ['that is none', strToU8('甲'.repeat(50)), '用不了：不是 Word 或 Excel 文件'],
    ['that is a zip of something else', zipSync({ 甲: strToU8('乙') }), '用不了：不是 Word 文档'],
    ['that is damaged', wordFile(body).subarray(0, 400), '用不了：文件已损坏'],
    ['whose text is no XML', wordFile('<w:p>'), '用不了：文件已损坏'],
    [
      'with a document type',
      wordFile(body, { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      '用不了：文件已损坏',
    ],
    ['with macros', wordFile(body, { 'word/vbaProject.bin': 'x' }), '用不了：带有宏'],
    ['that would be too large', bomb(), '用不了：展开后超过 128 MB'],
  ])('%s', async (_, file, reason) => {
    expect(await refused(file)).toContain(`模板“试”${reason}`);
  });

  test('by its ending, and Word’s own notes are no templates', async () => {
    put('旧的.docm', wordFile(body));
    put('~$试.docx', strToU8('甲'));
    put('结对协议书.docx', wordFile(body));
    expect((await run('fill', '旧的', ACTIVITY)).stderr).toBe(
      '模板“旧的.docm”不是 .docx。\n在 Word 里另存为不带宏的 .docx。\n',
    );
    expect((await run('fill', '结对协议', ACTIVITY)).stderr).toBe('');
    expect((await run('fill', '结队协议书', ACTIVITY)).stderr).toBe(
      '没有“结队协议书”这个模板。\n是不是 结对协议书？\n',
    );
    expect((await run('__complete', '--', 'fill', '')).stdout).toBe('结对协议书\t\n');
    expect((await run('__complete', '--', 'fill', '结对协议书', '乙')).stdout).toContain('乙社区\t');
  });

  /** A part of 200 MB that takes 200 KB. */
  function bomb(): Uint8Array {
    return zipSync({ 'word/media/x': new Uint8Array(200 * 2 ** 20) }, { level: 6 });
  }
});

describe('the record', () => {
  beforeEach(() => put('协议.docx', wordFile(p('{牵头支部}和{结对单位}'))));

  test('is named by its id, a part of it, or its partner', async () => {
    for (const word of ['乙社区', '丙', '丙镇卫']) {
      const { code, stderr } = await run('fill', '协议', word, '-o', '成.docx');
      expect([word, code, stderr]).toEqual([word, 0, '已写入 成.docx\n']);
    }
    expect(wordText(made())).toBe('骨科第二党支部和丙镇卫生院');
  });

  test.each([
    [['乙社去'], '没有“乙社去”这个结对。\n是不是 乙社区？\n'],
    [[ACTIVITY], `“${ACTIVITY}”是活动，模板“协议”要用结对的记录填。\n用 yueyi list 结对 查看有哪些。\n`],
    [[], '没有写用哪一条结对填“协议”。\n'],
    [['乙社区', '--all'], '写了 --all，又写了“乙社区”。\n'],
    [['--all', '--year', '2019', '-o', 'x/'], '2019年没有结对。\n'],
    [['--all'], 'docx 格式的几份不能连成一份。\n'],
    [['乙社区', '--kind', '活动'], '模板“协议”不是用活动的记录填的。\n'],
  ])('%j is refused', async (args, said) => {
    const { code, stderr } = await run('fill', '协议', ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  test('of several that are meant is asked for', async () => {
    const { code, stderr } = await run('fill', '协议', '社');
    expect([code, stderr]).toEqual([0, '']);
    put('编号.docx', wordFile(p('{编号}{名称}')));
    expect((await run('fill', '编号', '2025')).stderr).toMatch(/^“2025”有\d+条记录：/);
    put('表.docx', wordFile(p('{名称}{受益群众}')));
    expect((await run('fill', '表', '义诊')).stderr.replace(/\n(?!$)/g, '')).toBe(
      `“义诊”有2条记录：${ACTIVITY}、示例-2025-04-01-义诊。写全名称，只留一条。\n`,
    );
    expect((await run('fill')).stderr).toBe('没有写用哪个模板。\n可用的模板：协议、编号、表。\n');
    expect((await run('fill', '编号', '2025-清单', '--kind', '榜单')).code).toBe(0);
  });

  test('is not needed where no tag depends on one', async () => {
    put('封面.docx', wordFile(p('{医院}')));
    await run('fill', '封面', '-o', '成.docx');
    expect(wordText(made())).toBe('越州医院');
  });

  test('of a sample marks the file', async () => {
    put('表.docx', wordFile(p('{名称}{受益群众}')));
    await run('fill', '表', '示例-2025-04-01-义诊', '-o', '成.docx');
    expect(wordText(made())).toBe(
      '【示例】本文含示例数据（带 * 号），仅供演示，不得作为正式材料。\n【示例】义诊5人次*',
    );
    expect((await run('fill', '表', '示例-2025-04-01-义诊', '--no-sample')).code).toBe(2);
  });
});

test('--all writes a file for each record of the year, all or none', async () => {
  put('协议.docx', wordFile(p('{编号}：{牵头支部}')));
  expect(await run('fill', '协议', '--all', '--year', '2025', '-o', '协议/')).toMatchObject({
    code: 0,
    stderr: '已写入 协议/：3份\n',
  });
  const texts = readdirSync(join(cwd, '协议')).map((name) => [name, wordText(made(`协议/${name}`))]);
  expect(Object.fromEntries(texts)).toEqual({
    '乙社区.docx': '乙社区：甲支部',
    '丙镇.docx': '丙镇：骨科第二党支部',
    '联合体.docx': '联合体：＿＿＿＿',
  });
  mkdirSync(join(cwd, '另/丙镇.docx'), { recursive: true });
  expect(await run('fill', '协议', '--all', '--year', '2025', '-o', '另/')).toMatchObject({ code: 2 });
  expect(readdirSync(join(cwd, '另'))).toEqual(['丙镇.docx']);
});

test('a full disk is told, and leaves what was there', async () => {
  put('协议.docx', wordFile(p('{牵头支部}')));
  writeFiles(cwd, { '成.docx': '旧的' });
  const { writeSync } = fs;
  fs.writeSync = () => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  syncBuiltinESMExports();
  try {
    for (const args of [
      ['乙社区', '-o', '成.docx'],
      ['--all', '--year', '2025', '-o', '新/'],
    ]) {
      const { code, stderr } = await run('fill', '协议', ...args);
      expect([code, stderr]).toEqual([2, expect.stringContaining('：磁盘已满。')]);
    }
  } finally {
    fs.writeSync = writeSync;
    syncBuiltinESMExports();
  }
  expect(readFileSync(join(cwd, '成.docx'), 'utf8')).toBe('旧的');
  expect(readdirSync(cwd).sort()).toEqual(['data', '成.docx']);
});

test('bytes go to a pipe, never to a terminal', async () => {
  put('协议.docx', wordFile(p('{牵头支部}')));
  const args = ['fill', '协议', '乙社区'];
  const shown = await runCli(args, { cwd, terminal: { columns: 80 } });
  expect(shown).toMatchObject({ code: 2, stdout: '' });
  expect(shown.stderr).toBe('docx 格式不是文字，不能显示在屏幕上。\n写进文件：-o 文件名.docx。\n');
  const written: (string | Uint8Array)[] = [];
  await runCli(args, { cwd, stdout: { write: (bytes) => written.push(bytes) } });
  expect(wordText(written[0] as Uint8Array)).toBe('甲支部');
});

test('the same bytes in every time zone, with the parts of the template as they are', async () => {
  put('协议.docx', wordFile(p('{牵头支部}'), { 'word/media/a.png': 'png' }));
  const files = await inTimeZones(async () => {
    await run('fill', '协议', '乙社区', '-o', '成.docx');
    return Buffer.from(made()).toString('hex');
  });
  expect(new Set(files).size).toBe(1);
  expect(officeParts(made()).get('word/media/a.png')).toBe('png');
});

test('a ledger with errors is refused; by force the file says so', async () => {
  put('协议.docx', wordFile(p('{牵头支部}')));
  writeFiles(cwd, { 'data/people/bad.yaml': '- id: 甲\n  nane: 乙\n' });
  expect(await run('fill', '协议', '乙社区', '-o', '成.docx')).toMatchObject({ code: 1 });
  expect(existsSync(join(cwd, '成.docx'))).toBe(false);
  await run('fill', '协议', '乙社区', '-o', '成.docx', '--force');
  expect(wordText(made())).toMatch(/^【有误】台账还有必须修改的错误/);
});

test('--tags lists every tag of a kind, and each can be filled', async () => {
  const { stdout, code } = await run('fill', '--tags', '活动');
  expect(code).toBe(0);
  const tags = [...stdout.matchAll(/^│ (\{[^}#/.]+\})/gm)].map(([, tag]) => tag ?? '');
  expect(tags).toContain('{受益群众}');
  expect(await filled(p(...tags))).toContain('86人次');
  expect(await run('fill', '--tags', '活动', '-o', 'a.docx')).toMatchObject({ code: 2, stdout: '' });
});

test('no template, however damaged, is a fault of the program', async () => {
  const whole = wordFile(p('{名称}{#经过}{环节}{/经过}') + table(['{#结对}{编号}', '{结对单位}{/结对}']));
  const random = new Random(7);
  for (let at = 0; at < 60; at++) {
    const bytes = Uint8Array.from(whole);
    bytes[random.below(bytes.length)] = random.below(256);
    put('试.docx', bytes);
    const { code, stderr } = await run('fill', '试', ACTIVITY, '-o', '成.docx');
    expect([0, 2], stderr).toContain(code);
  }
  const xml = officeParts(whole).get('word/document.xml') ?? '';
  for (let at = 0; at < 120; at++) {
    const [from, size] = [random.below(xml.length), random.below(60)];
    put('试.docx', wordFile('', { 'word/document.xml': xml.slice(0, from) + xml.slice(from + size) }));
    const { code, stderr } = await run('fill', '试', ACTIVITY, '-o', '成.docx');
    expect([0, 2], stderr).toContain(code);
  }
});
