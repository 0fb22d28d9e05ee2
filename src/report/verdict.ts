/** From what was found to the one word that decides: pass, fail, not-evaluated or base-broken (design §3). */
import type { Finding } from '../lint/finding.ts';
import type { Outcome } from './report.ts';

export interface Verdict {
  readonly outcome: Outcome;
  /** One sentence; null for a pass that needs no words. */
  readonly reason: string | null;
}

export interface VerdictFacts {
  /** Whether the pull request changes anything that can change the verdict. */
  readonly touched: boolean;
  readonly findings: readonly Finding[];
  /** Sentences: why something that should have been judged was not. */
  readonly notEvaluated: readonly string[];
  /** Sentences: faults that were on the base already and that this pull request neither caused nor cures. */
  readonly onBase: readonly string[];
}

/** Between what is wrong and what nobody looked at, in the reason of a failure. */
export const UNKNOWN_BESIDE = ' Not evaluated: ';

/** Worst first: nothing weaker may hide something worse. */
const PRECEDENCE: readonly Outcome[] = ['fail', 'not-evaluated', 'base-broken', 'pass'];

const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.severity === 'error' && finding.suppressed === null);

const counted = (sentence: string, more: number): string =>
  more > 0 ? `${sentence} (and ${more} more)` : sentence;

/** Judges one environment, or what concerns the pull request as a whole. Unknown is never a pass. */
export function judge(facts: VerdictFacts): Verdict {
  if (!facts.touched) return { outcome: 'pass', reason: null };
  const errors = errorsOf(facts.findings);
  const [error] = errors;
  const [first] = facts.notEvaluated;
  const unknown = first === undefined ? null : counted(first, facts.notEvaluated.length - 1);
  if (error !== undefined) {
    const wrong = counted(error.message, errors.length - 1);
    // Whoever cures the errors must not learn only then that the rest was never looked at.
    return { outcome: 'fail', reason: unknown === null ? wrong : `${wrong}${UNKNOWN_BESIDE}${unknown}` };
  }
  if (unknown !== null) return { outcome: 'not-evaluated', reason: unknown };
  const [broken] = facts.onBase;
  if (broken !== undefined) {
    return { outcome: 'base-broken', reason: counted(broken, facts.onBase.length - 1) };
  }
  return { outcome: 'pass', reason: null };
}

/** The verdict over several parts is the worst of them; no part at all is a pass (nothing relevant was touched). */
export function worst(verdicts: readonly Verdict[]): Verdict {
  const [first] = PRECEDENCE.flatMap((outcome) => verdicts.filter((verdict) => verdict.outcome === outcome));
  return first ?? { outcome: 'pass', reason: null };
}
