import { describe, expect, test } from 'vitest';
import { ACTIVITY_STEPS, followersOf, REQUEST_STEPS, STAGES, type StepOrder } from '../../src/ledger/stages.js';

const BOARDS = Object.entries(STAGES) as [string, StepOrder & { closing: readonly string[] }][];
const ALL: [string, StepOrder][] = [...BOARDS, ['活动', ACTIVITY_STEPS], ['点单', REQUEST_STEPS]];
const stepsOf = ({ stages, turns = {} }: StepOrder): string[] => [...new Set([...stages, ...Object.keys(turns)])];

describe('the tables of steps', () => {
  test.each(ALL)('%s: names only its own steps', (_, order) => {
    const named = [
      ...Object.values(order.turns ?? {}).flatMap(({ from, to }) => [...from, ...to]),
      ...(order.back ?? []).flat(),
    ];
    expect(named.filter((step) => !stepsOf(order).includes(step))).toEqual([]);
  });

  test.each(BOARDS)('%s: nothing follows a closing', (_, order) => {
    for (const step of order.closing) expect(followersOf(order, step)).toEqual([]);
  });

  test.each(ALL)('%s: no step is listed twice as a follower', (_, order) => {
    for (const step of stepsOf(order)) {
      const followers = followersOf(order, step);
      expect(new Set(followers).size).toBe(followers.length);
    }
  });

  test.each([
    ['揭榜挂帅', '征集需求 定榜 发榜 揭榜 签订责任书 攻榜推进 中期评估 攻榜推进 验榜 结题'],
    ['揭榜挂帅', '发榜 流榜 续榜 揭榜 攻榜推进 退榜 发榜 揭榜 结题'],
    ['任务清单', '推进中 已完成待核 推进中 已完成待核 已核验 销号'],
    ['一书记一项目', '选题 申报 立项 实施 中期检查 结项'],
    ['工作清单', '建账 自查 对账核查 验收检查 限期整改 验收检查 对账销号'],
    ['整改清单', '限期整改 基本到位 持续整改 整改到位'],
    ['工作要点', '推进中 推进中 已完成'],
    ['活动', '计划 申报 改期 申报 取得志愿码 已开展 签到'],
    ['点单', '点单 派单 接单 派单 接单 办单 评单'],
  ])('%s: %s', (type, line) => {
    const order = new Map(ALL).get(type);
    const steps = line.split(' ');
    const wrong = steps.filter((step, index) => {
      const before = steps[index - 1];
      return order && before && before !== step && !followersOf(order, before).includes(step);
    });
    expect(order).toBeDefined();
    expect(wrong).toEqual([]);
  });

  test.each([
    ['揭榜挂帅', '流榜', '结题'],
    ['揭榜挂帅', '征集需求', '流榜'],
    ['任务清单', '已核验', '已完成待核'],
    ['工作清单', '限期整改', '对账销号'],
    ['工作清单', '建账', '限期整改'],
    ['整改清单', '整改到位', '持续整改'],
    ['活动', '取消', '已开展'],
    ['活动', '已开展', '取消'],
    ['活动', '签到', '改期'],
    ['点单', '办单', '派单'],
  ])('%s: after %s there is no %s', (type, before, step) => {
    const order = new Map(ALL).get(type);
    expect(order && followersOf(order, before)).not.toContain(step);
  });
});
