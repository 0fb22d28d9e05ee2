/** The first proof: every new revision up, down and up again leaves the schema it found, and makes the one it made. */
import { lineOf } from '../anchor.ts';
import type { CapturedStatement, ProofDifference, ProofSection, ProofStep } from '../proof.ts';
import type { SchemaDifference } from '../schema/schema.ts';

/** One revision's way; what was not reached is absent from `steps` and empty in the differences. */
export interface Trip {
  readonly revision: string;
  readonly path: string | null;
  /** Line of `def downgrade`; null where there is none or it was never asked for. */
  readonly downgradeLine: number | null;
  readonly steps: readonly ProofStep[];
  /** Before the upgrade x after the downgrade. */
  readonly returned: readonly SchemaDifference[];
  /** After the first upgrade x after the second. */
  readonly repeated: readonly SchemaDifference[];
  /** The declared reason why it does not go down. */
  readonly irreversible: string | null;
}

export const AFTER_DOWNGRADE = 'after the downgrade';
export const AFTER_SECOND_UPGRADE = 'after the second upgrade';

/**
 * `unreached` are new revisions that never got their turn because an earlier one failed; `passedOver` those that lie
 * below a revision of the base, so that no database at the base ever runs them.
 */
export function roundTripSection(
  trips: readonly Trip[],
  unreached: readonly string[],
  passedOver: readonly string[],
): ProofSection {
  const differences = trips.flatMap(tripDifferences);
  const faults = trips.flatMap(tripFaults);
  const declared = trips.flatMap(({ revision, irreversible }) =>
    irreversible === null ? [] : [`${code(revision)} is declared irreversible: ${irreversible}`],
  );
  const open = [
    ...(unreached.length === 0 ? [] : [`not reached: ${unreached.map(code).join(', ')}`]),
    ...(passedOver.length === 0
      ? []
      : [`never run where the base is deployed: ${passedOver.map(code).join(', ')}`]),
  ];
  const reason = [...faults, ...open, ...declared].join('; ') || null;
  const section = { name: 'round-trip', differences, reason } as const;
  if (faults.length > 0) return { ...section, outcome: 'fail' };
  if (open.length > 0) return { ...section, outcome: 'not-evaluated' };
  if (trips.length === 0)
    return { ...section, outcome: 'not-applicable', reason: 'no new revision to prove' };
  return { ...section, outcome: declared.length === trips.length ? 'not-applicable' : 'pass' };
}

/** A column that only stands elsewhere is told and never fails: `op.add_column` cannot put it back in its place. */
export function isMinor(difference: { readonly attribute: string }): boolean {
  return difference.attribute === 'position';
}

function tripFaults(trip: Trip): readonly string[] {
  const failed = trip.steps
    .filter(({ outcome }) => outcome !== 'pass')
    .map(
      ({ direction, error }) =>
        `the ${spoken(direction)} of ${code(trip.revision)} failed: ${error ?? 'no reason given'}`,
    );
  const returned = trip.returned.filter((difference) => !isMinor(difference));
  const repeated = trip.repeated.filter((difference) => !isMinor(difference));
  return [
    ...(returned.length === 0
      ? []
      : [`${subject(trip)}; ${AFTER_DOWNGRADE}: ${listed(returned, AFTER_DOWNGRADE)}`]),
    ...failed,
    ...(repeated.length === 0
      ? []
      : [
          `${code(trip.revision)} run twice gives another schema; ${AFTER_SECOND_UPGRADE}: ${listed(repeated, AFTER_SECOND_UPGRADE)}`,
        ]),
  ];
}

function subject(trip: Trip): string {
  const does = statementsOf(trip, 'downgrade').some(({ line }) => line !== null);
  return `the downgrade of ${code(trip.revision)} ${does ? 'does not restore the schema' : 'does nothing'}`;
}

const LISTED = 3;

function listed(differences: readonly SchemaDifference[], when: string): string {
  const rest = differences.length - LISTED;
  const first = differences
    .slice(0, LISTED)
    .map((difference) => differenceInWords({ ...difference, when }))
    .join(', ');
  return rest > 0 ? `${first} and ${rest} more` : first;
}

/** "index `case`.`ix` stays", "column `case`.`note`: comment 'x' → ''". */
export function differenceInWords({ object, attribute, before, after, when }: Worded): string {
  if (attribute !== 'exists')
    return `${object}: ${attribute} ${valueInWords(before)} → ${valueInWords(after)}`;
  if (when === AFTER_DOWNGRADE) return `${object} ${after === 'no' ? 'does not come back' : 'stays'}`;
  return `${object} ${after === 'no' ? 'is gone' : 'is new'}`;
}

type Worded = Pick<ProofDifference, 'object' | 'attribute' | 'before' | 'after' | 'when'>;

/** A value of an attribute in quotes, SQL's none as `none`. */
export function valueInWords(text: string | null): string {
  if (text === null) return 'none';
  return text.startsWith("'") ? text : `'${text}'`; // a literal default brings its own quotes
}

function tripDifferences(trip: Trip): readonly ProofDifference[] {
  const down = statementsOf(trip, 'downgrade');
  const up = statementsOf(trip, 'upgrade');
  const placed = (
    differences: readonly SchemaDifference[],
    when: string,
    statements: readonly CapturedStatement[],
  ) =>
    differences.map((difference) => ({
      object: difference.object,
      attribute: difference.attribute,
      before: difference.before,
      after: difference.after,
      path: trip.path,
      line: lineOf(difference, statements, trip.downgradeLine),
      revision: trip.revision,
      when,
    }));
  return [
    ...placed(trip.returned, AFTER_DOWNGRADE, [...down, ...up]),
    ...placed(trip.repeated, AFTER_SECOND_UPGRADE, [...up, ...down]),
  ];
}

function statementsOf(trip: Trip, direction: ProofStep['direction']): readonly CapturedStatement[] {
  return trip.steps.find((step) => step.direction === direction)?.statements ?? [];
}

function spoken(direction: ProofStep['direction']): string {
  return direction === 'upgrade-again' ? 'second upgrade' : direction;
}

function code(id: string): string {
  return `\`${id}\``;
}
