/** The seventh proof: models and database part no further, and nothing is changed that no model asks for. */
import type { Finding } from '../../lint/finding.ts';
import { statementOf } from '../anchor.ts';
import { objectInWords } from '../schema/diff.ts';
import type { CapturedStatement, ProofDifference, ProofSection } from '../proof.ts';
import { placeOf } from '../place.ts';

/** One thing that autogenerate would change on a database, to make it what the models say. */
export interface ModelChange {
  /** The scratch database's name. */
  readonly database: string;
  /** `change` is what only a package of the project knows. */
  readonly kind: ModelObject;
  /** With its schema in front where the models name one; null for a table itself. */
  readonly table: string | null;
  readonly name: string;
  /** `exists`, `type`, `nullable`, `default`, `comment`. */
  readonly attribute: string;
  /** The database's; of `exists` what the object consists of, null where there is none. */
  readonly before: string | null;
  /** The models'. */
  readonly after: string | null;
}

export type ModelObject =
  'table' | 'column' | 'index' | 'unique' | 'foreign-key' | 'check' | 'primary-key' | 'change';

/** What autogenerate would change, with the database's label in place of its name. */
export interface Opinions {
  /** The base's models, the base's schema. */
  readonly base: readonly ModelChange[];
  /** The merge's models, the base's schema. */
  readonly before: readonly ModelChange[];
  /** The merge's models, the merge's schema. */
  readonly after: readonly ModelChange[];
}

export interface Drift {
  readonly opinions: Opinions;
  /** Of the new revisions' upgrades. */
  readonly statements: readonly CapturedStatement[];
  /** Whether what the models no longer have may stay in the database for now (profile `add-only`). */
  readonly keepsRemoved: boolean;
}

/** `when` of a difference between models and database that the base does not have. */
export const NEW = 'new on the merge';
/** `when` of one that the base has and the new revisions take away, though no model changed there. */
export const GHOST = 'changed beside the models';
/** `when` of something that left the models and may stay in the database for now. */
export const KEPT = 'kept for a later release';

export function driftSection({ opinions, statements, keepsRemoved }: Drift): ProofSection {
  const { base, before, after } = opinions;
  const fresh = without(after, base);
  // Without any change of a model the revisions are a repair: what they give to the models was asked for long ago.
  const repairs = without(before, base).length === 0 && without(base, before).length === 0;
  // Where the merge's models see it too, no change of a model explains that it is gone: the revisions did it.
  const ghosts = without(
    before.filter((one) => has(base, one) && (!repairs || isRemoval(one))),
    after,
  );
  const differences = [
    ...fresh.map((one) => placed(one, keepsRemoved && isRemoval(one) ? KEPT : NEW, statements)),
    ...ghosts.map((one) => placed(one, GHOST, statements)),
  ];
  const faults = differences.filter(({ when }) => when !== KEPT);
  const old = after.length - fresh.length;
  const reasons = [
    ...faults.slice(0, LISTED).map(driftInWords),
    ...(faults.length > LISTED ? [`${faults.length - LISTED} more`] : []),
    ...(differences.length > faults.length
      ? [`left in the database for a later release: ${differences.length - faults.length}`]
      : []),
    ...(old > 0 ? [`on the base already: ${old} ${old === 1 ? 'difference' : 'differences'}`] : []),
  ];
  const outcome = faults.length > 0 ? 'fail' : 'pass';
  return { name: 'drift', outcome, reason: reasons.join('; ') || null, differences };
}

const LISTED = 3;

function without(changes: readonly ModelChange[], others: readonly ModelChange[]): readonly ModelChange[] {
  return changes.filter((one) => !has(others, one));
}

function has(changes: readonly ModelChange[], wanted: ModelChange): boolean {
  return changes.some((one) => keyOf(one) === keyOf(wanted));
}

function keyOf({ database, kind, table, name, attribute, before, after }: ModelChange): string {
  return JSON.stringify([database, kind, table, name, attribute, before, after]);
}

const EXISTS = 'exists';

function isRemoval({ attribute, after }: ModelChange): boolean {
  return attribute === EXISTS && after === null;
}

/** Expected is what the models say, found what the database has. */
function placed(
  { database, kind, table, name, attribute, before, after }: ModelChange,
  when: string,
  statements: readonly CapturedStatement[],
): ProofDifference {
  const bare = (text: string) => text.split('.').at(-1) ?? text;
  const anchor = kind === 'change' ? 'table' : kind;
  const words =
    kind === 'change' ? `\`${name}\` ${after ?? before ?? ''}`.trim() : objectInWords({ kind, table, name });
  const object = database === '' ? words : `${words} of database \`${database}\``;
  const at = statementOf(
    {
      kind: anchor,
      table: table === null ? null : bare(table),
      name: bare(name),
      object,
      attribute,
      before,
      after,
    },
    // Only the last can have left it as it is.
    statements.toReversed(),
  );
  const there = (text: string | null) => (attribute === EXISTS ? (text === null ? 'no' : 'yes') : text);
  return {
    object,
    attribute,
    before: there(after),
    after: there(before),
    path: at?.path ?? null,
    line: at?.line ?? null,
    revision: null,
    when,
  };
}

/** "column `case`.`note` is in the models and not in the database". */
function driftInWords({ object, attribute, before, after, when }: ProofDifference): string {
  if (when === GHOST) {
    const what = attribute !== EXISTS ? `${attribute} of ${object}` : object;
    return `${what} is changed though no model of the pull request asks for it`;
  }
  if (attribute !== EXISTS)
    return `${object}: its ${attribute} is ${before ?? 'none'} in the models and ${after ?? 'none'} in the database`;
  return before === 'yes'
    ? `${object} is in the models and not in the database`
    : `${object} is in the database and not in the models`;
}

/** One per difference that counts. */
export function driftFindings({ differences }: ProofSection, environment: string): readonly Finding[] {
  return differences
    .filter(({ when }) => when !== KEPT)
    .map((difference) => {
      const isGhost = difference.when === GHOST;
      const words = driftInWords(difference);
      return {
        rule: isGhost ? 'no-ghost-change' : 'no-new-drift',
        severity: isGhost ? 'warning' : 'error',
        message: `After the upgrade ${isGhost ? '' : 'models and database differ where they did not: '}${words}.`,
        help: isGhost
          ? 'Take the operation out: autogenerate saw in some database what is not of this change. If it is meant as a repair, make it a pull request of its own.'
          : 'Make the revision do what the models say, or the models what the revision does; `alembic revision --autogenerate` on an upgraded database writes what is missing.',
        ...placeOf(difference, environment),
      };
    });
}
