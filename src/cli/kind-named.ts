import { isKind, KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { nearest } from '../text/nearest.js';
import { CannotRun } from './errors.js';

/** The kind a user names by its folder or its Chinese title: activities, 活动. @throws CannotRun with the nearest */
export function kindNamed(typed: string): Kind {
  if (isKind(typed)) return typed;
  const titled = KINDS.find((kind) => kindTitle(kind) === typed);
  if (titled) return titled;
  const near = nearest(typed, [...KINDS.map(kindTitle), ...KINDS])[0];
  const all = KINDS.map((kind) => `${kindTitle(kind)}（${kind}）`).join('、');
  throw new CannotRun(`没有“${typed}”这个类别`, near ? `是不是 ${near}？` : `可用的类别：${all}。`);
}
