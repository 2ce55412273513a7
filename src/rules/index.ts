import { dateOrder } from './date-order.js';
import { duplicateId } from './duplicate-id.js';
import { eventOrder } from './event-order.js';
import { factsSubset } from './facts-subset.js';
import { factsSum } from './facts-sum.js';
import { repeatedPartner } from './repeated-partner.js';
import type { Rule } from './rule.js';
import { sampleForbidden } from './sample-forbidden.js';
import { sampleReference } from './sample-reference.js';
import { targetCondition } from './target-condition.js';
import { typedNumber } from './typed-number.js';
import { unknownFigure } from './unknown-figure.js';
import { unknownReference } from './unknown-reference.js';
import { unknownStep } from './unknown-step.js';

/** Every rule that a schema cannot say, in the order they run. A new rule is a file and a line here. */
export const RULES: readonly Rule[] = [
  duplicateId,
  unknownReference,
  sampleReference,
  sampleForbidden,
  repeatedPartner,
  dateOrder,
  eventOrder,
  unknownStep,
  factsSum,
  factsSubset,
  targetCondition,
  unknownFigure,
  typedNumber,
];
