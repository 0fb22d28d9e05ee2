/** The sixth proof: a deployment that dies between two statements is cured by running the upgrade again. */
import type { Finding } from '../../lint/finding.ts';
import { brief } from '../brief.ts';
import type { ProofDifference, ProofSection } from '../proof.ts';
import { placeOf } from '../place.ts';

/** What came of one interruption. */
export interface Interruption {
  readonly revision: string;
  readonly path: string | null;
  /** The statement that had run last, and its line. */
  readonly after: { readonly sql: string; readonly line: number | null };
  /** What is left of the revision's statements, in order. */
  readonly left: readonly string[];
  /** What is wrong after the second run: the error that it raised, else what differs; empty where nothing is. */
  readonly faults: readonly string[];
}

export interface Interrupted {
  readonly tried: readonly Interruption[];
  /** Interruptions that were not tried because there is a limit to them. */
  readonly skipped: number;
  /** Why there was nothing to try, where there was nothing. */
  readonly idle: string;
  /** The revision whose upgrade fails even uninterrupted. */
  readonly failing: string | null;
}

export function interruptionSection({ tried, skipped, idle, failing }: Interrupted): ProofSection {
  const name = 'interruption';
  const differences = tried.flatMap(difference);
  const bad = tried.filter(({ faults }) => faults.length > 0).length;
  const reasons = [
    `stopped after ${tried.length} ${tried.length === 1 ? 'statement' : 'statements'} and run again: ${bad === 0 ? 'the same schema each time' : `${bad} did not come to the same schema`}`,
    ...(skipped === 0 ? [] : [`${skipped} more were not tried, ${tried.length} is the limit`]),
    ...(failing === null ? [] : [`the upgrade of \`${failing}\` fails even uninterrupted`]),
  ];
  if (tried.length === 0 && failing === null) {
    return { name, outcome: 'not-applicable', reason: idle, differences };
  }
  const outcome = bad > 0 ? 'fail' : failing === null ? 'pass' : 'not-evaluated';
  return { name, outcome, reason: reasons.join('; '), differences };
}

function difference({ revision, path, after, left, faults }: Interruption): readonly ProofDifference[] {
  if (faults.length === 0) return [];
  return [
    {
      object: `the upgrade of \`${revision}\`, stopped after \`${brief(after.sql)}\``,
      attribute: 'second run',
      before: 'the same schema',
      after: `${faults.slice(0, 3).join('; ')}. ${recovery(revision, left)}`,
      path,
      line: after.line,
      revision,
      when: `after ${brief(after.sql)}`.slice(0, 200),
    },
  ];
}

/** Forward, because that needs nothing that is not known: the statements that did not run, then the version. */
function recovery(revision: string, left: readonly string[]): string {
  const sql = left.map((text) => `${text.trim().replace(/;$/, '')};`).join(' ');
  const values = left.some((text) => /%s|%\(\w+\)s|\?/.test(text))
    ? ', with the values that the file gives,'
    : '';
  const first = sql === '' ? '' : `run by hand${values} what is left: ${sql} and then `;
  return `To recover, ${first}\`alembic stamp ${revision}\``;
}

/** One per revision: the first place in it where an interruption does harm. */
export function interruptionFindings({ differences }: ProofSection, environment: string): readonly Finding[] {
  const firsts = differences.filter(
    ({ revision }, index) => differences.findIndex((one) => one.revision === revision) === index,
  );
  return firsts.map(({ object, after, ...place }) => ({
    rule: 'no-failing-migration',
    severity: 'error',
    message: `T${object.slice(1)} and run again, does not come to the same schema: ${after ?? ''}.`,
    help: 'Give each statement a revision of its own, or guard it (IF NOT EXISTS, or a look with the inspector), so that a second run goes on where the first one stopped.',
    ...placeOf(place, environment),
  }));
}
