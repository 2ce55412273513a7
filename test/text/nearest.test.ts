import { expect, test } from 'vitest';
import { nearest } from '../../src/text/nearest.js';

const NAMES = [
  '骨科第三党支部',
  '内科第二党支部',
  '骨科第二党支部',
  '医技第一党支部',
  '城南街道社区卫生服务中心',
  '东湖街道社区卫生服务中心',
  '越医有爱',
  '越医康养',
  '内科',
  '义诊',
  'pairings',
  'activities',
];

test.each([
  ['骨科二支部', '骨科第二党支部'],
  ['骨科2支部', '骨科第二党支部'],
  ['骨科第二党支部委员会', '骨科第二党支部'],
  ['医计第一党支部', '医技第一党支部'],
  ['东湖卫生服务中心', '东湖街道社区卫生服务中心'],
  ['越医康样', '越医康养'],
  ['越康医养', '越医康养'],
  ['义珍', '义诊'],
  ['pairing', 'pairings'],
  ['Activites', 'activities'],
])('%s means %s', (word, name) => {
  expect(nearest(word, NAMES)).toEqual([name]);
});

test.each(['骨科五支部', '骨科', '脑病科', '2025', 'xyz', '', '急诊第九党支部'])('nothing is near %j', (word) => {
  expect(nearest(word, NAMES)).toEqual([]);
});

test('equally near names keep their order, and a repeated name is given once', () => {
  expect(nearest('内科支部', ['内科第二党支部', '内科第一党支部', '内科第二党支部'], 3)).toEqual([
    '内科第二党支部',
    '内科第一党支部',
  ]);
});
