import { LookupFault } from '../reports/registry/lookup-fault.js';
import { CannotRun } from './errors.js';

/** Runs a look-up; what was asked for wrongly is a wrong command line. @throws CannotRun */
export function withUsageErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LookupFault)) throw error;
    throw new CannotRun(error.message, error.way);
  }
}
