/** The fourth proof: what each change of a table that was there costs those who use it. */
import type { Finding } from '../../lint/finding.ts';
import { brief } from '../brief.ts';
import type { Lock } from './statement.ts';
import type { CapturedStatement, ProofDifference, ProofSection, ProofStep } from '../proof.ts';
import { placeOf } from '../place.ts';

export interface LockedStatement {
  readonly revision: string;
  readonly statement: CapturedStatement;
  /** null where the statement is of another kind, or about a table of the pull request's own. */
  readonly lock: Lock | null;
}

const REBUILD = 'rebuild';
const LOCK = 'lock';

/** `stopped` is the revision whose upgrade failed, so that nothing is known of what would follow. */
export function lockSection(found: readonly LockedStatement[], stopped: string | null): ProofSection {
  const asked = found.flatMap(({ lock, ...one }) => (lock === null ? [] : [{ ...one, lock }]));
  const unknown = asked.filter(({ lock }) => lock.lockClass === 'unknown');
  const differences = asked.flatMap(difference);
  const counts = (['instant', 'online', 'blocks-writes', 'unknown'] as const).flatMap((lockClass) => {
    const { length } = asked.filter(({ lock }) => lock.lockClass === lockClass);
    return length === 0 ? [] : [`${length} ${WORDS[lockClass]}`];
  });
  const reasons = [
    ...(asked.length === 0 ? [] : [`changes of tables that were there before: ${counts.join(', ')}`]),
    ...unknown.slice(0, 1).map(({ statement, lock }) => `\`${brief(statement.sql)}\`: ${lock.how}`),
    ...(stopped === null ? [] : [`the upgrade of \`${stopped}\` fails, and what follows it was not asked`]),
  ];
  const name = 'lock-class';
  if (reasons.length === 0) {
    const reason = 'no new revision changes a table that was there before';
    return { name, outcome: 'not-applicable', reason, differences };
  }
  const isUnknown = unknown.length > 0 || stopped !== null;
  const outcome = differences.length > 0 ? 'fail' : isUnknown ? 'not-evaluated' : 'pass';
  return { name, outcome, reason: reasons.join('; '), differences };
}

const WORDS = { instant: 'instant', online: 'online', 'blocks-writes': 'blocking', unknown: 'unknown' };

function difference({
  revision,
  statement,
  lock,
}: LockedStatement & { readonly lock: Lock }): readonly ProofDifference[] {
  const { lockClass, rebuilds, tables, how } = lock;
  if (lockClass !== 'blocks-writes' && rebuilds !== true) return [];
  const { path, line } = statement;
  return tables.map((table) => ({
    object: `table \`${table}\``,
    attribute: rebuilds === true ? REBUILD : LOCK,
    before: 'nobody waits',
    after: `${lockClass === 'online' ? '' : 'writes wait: '}${how}`,
    path,
    line,
    revision,
  }));
}

/** What was learned of the upgrades, at the same statements of the round trip's. */
export function withLocks(
  steps: readonly ProofStep[],
  found: readonly LockedStatement[],
): readonly ProofStep[] {
  return steps.map((step) => {
    if (step.direction === 'downgrade') return step;
    const own = found.filter(({ revision }) => revision === step.revision);
    const statements = step.statements.map((statement, index) => {
      const same = own[index]?.statement.sql === statement.sql ? own[index].lock : null;
      return same === null ? statement : { ...statement, lockClass: same.lockClass, rebuilds: same.rebuilds };
    });
    return { ...step, statements };
  });
}

/** One finding per line and table. */
export function lockFindings({ differences }: ProofSection, environment: string): readonly Finding[] {
  return differences.map(({ object, attribute, after, ...place }) => {
    const isRebuild = attribute === REBUILD;
    const what = isRebuild ? 'is rebuilt with all its rows' : 'is locked against writes for its whole length';
    return {
      rule: isRebuild ? 'no-table-rebuild' : 'no-blocking-change',
      severity: 'warning',
      message: `T${object.slice(1)} ${what}: ${after ?? ''}.`,
      help: isRebuild
        ? 'Add a new column or table beside it, fill it in batches and switch over, or make the change with an online schema-change tool.'
        : 'Use a form that lets others write (PostgreSQL: CREATE INDEX CONCURRENTLY, constraints NOT VALID and then VALIDATE), or make the change with an online schema-change tool or while nobody writes.',
      ...placeOf(place, environment),
    };
  });
}
