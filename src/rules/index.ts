import { agreementBlank } from './agreement-blank.js';
import { aliasReference } from './alias-reference.js';
import { closedBranch } from './closed-branch.js';
import { dateOrder } from './date-order.js';
import { declaredTotal } from './declared-total.js';
import { doubleEntry } from './double-entry.js';
import { duplicateId } from './duplicate-id.js';
import { duplicateItemId } from './duplicate-item-id.js';
import { evaluationEarly } from './evaluation-early.js';
import { evaluationParty } from './evaluation-party.js';
import { eventOrder } from './event-order.js';
import { evidenceFile } from './evidence-file.js';
import { factsSubset } from './facts-subset.js';
import { factsSum } from './facts-sum.js';
import { farFuture } from './far-future.js';
import { fileYear } from './file-year.js';
import { frozenFigure } from './frozen-figure.js';
import { frozenFile } from './frozen-file.js';
import { frozenRecords } from './frozen-records.js';
import { leadAndAssist } from './lead-and-assist.js';
import { leadAndSupport } from './lead-and-support.js';
import { lookAlikeId } from './look-alike-id.js';
import { missingApproval } from './missing-approval.js';
import { missingEvidence } from './missing-evidence.js';
import { missingLiaison } from './missing-liaison.js';
import { missingReviews } from './missing-reviews.js';
import { missingVerification } from './missing-verification.js';
import { nearDuplicate } from './near-duplicate.js';
import { outlier } from './outlier.js';
import { outlinePeriod } from './outline-period.js';
import { outsideProgram } from './outside-program.js';
import { privateNumber } from './private-number.js';
import { quotedText } from './quoted-text.js';
import { referenceRing } from './reference-ring.js';
import { repeatedEvaluation } from './repeated-evaluation.js';
import { repeatedFact } from './repeated-fact.js';
import { repeatedOutline } from './repeated-outline.js';
import { repeatedPartner } from './repeated-partner.js';
import { repeatedUnit } from './repeated-unit.js';
import type { Rule } from './rule.js';
import { sampleForbidden } from './sample-forbidden.js';
import { sampleReference } from './sample-reference.js';
import { selfVerification } from './self-verification.js';
import { solarTerm } from './solar-term.js';
import { stepOrder } from './step-order.js';
import { targetCondition } from './target-condition.js';
import { typedNumber } from './typed-number.js';
import { unbalancedBraces } from './unbalanced-braces.js';
import { unknownFigure } from './unknown-figure.js';
import { unknownReference } from './unknown-reference.js';
import { unknownStep } from './unknown-step.js';
import { wrongNumber } from './wrong-number.js';

/** Every rule, in the order they run. A new rule is a file and a line here. */
export const RULES: readonly Rule[] = [
  duplicateId,
  duplicateItemId,
  lookAlikeId,
  unknownReference,
  aliasReference,
  referenceRing,
  sampleReference,
  sampleForbidden,
  privateNumber,
  quotedText,
  nearDuplicate,
  repeatedPartner,
  leadAndAssist,
  leadAndSupport,
  dateOrder,
  fileYear,
  closedBranch,
  outsideProgram,
  eventOrder,
  farFuture,
  unknownStep,
  stepOrder,
  selfVerification,
  missingVerification,
  missingEvidence,
  evidenceFile,
  missingApproval,
  missingReviews,
  missingLiaison,
  agreementBlank,
  repeatedEvaluation,
  evaluationEarly,
  evaluationParty,
  doubleEntry,
  solarTerm,
  outlier,
  factsSum,
  factsSubset,
  declaredTotal,
  repeatedOutline,
  outlinePeriod,
  targetCondition,
  unknownFigure,
  unbalancedBraces,
  typedNumber,
  wrongNumber,
  repeatedUnit,
  repeatedFact,
  frozenFile,
  frozenFigure,
  frozenRecords,
];
