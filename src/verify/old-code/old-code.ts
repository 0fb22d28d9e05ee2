/** The third proof: what code of the base reads and writes still works after the upgrade. */
import type { Finding } from '../../lint/finding.ts';
import { DEFINITION, mentions } from '../anchor.ts';
import type { Unmapped } from './tables.ts';
import type { CapturedStatement, ProofDifference, ProofSection, ProofStep } from '../proof.ts';
import { placeOf } from '../place.ts';

/** Something that the base let its code do and the new schema does not. */
export interface Break {
  /** The target's database; '' for the project's own. */
  readonly database: string;
  /** Table or view. */
  readonly table: string;
  readonly isView: boolean;
  /** null where it is about all of it. */
  readonly column: string | null;
  readonly verb: 'SELECT' | 'INSERT' | 'UPDATE';
  /** The statement as far as it has no values: "INSERT INTO `case`". */
  readonly head: string;
  /** The server's words, without values. */
  readonly said: string;
  /** Whether plain rows are refused; else only some, such as those with a NULL, a double or the greatest value. */
  readonly ordinary: boolean;
}

export interface OldCodeRun {
  readonly breaks: readonly Break[];
  /** Tables that the new revisions change and for which no row could be made at the base, with what the server said. */
  readonly untried: ReadonlyMap<string, string>;
  /** Columns that take less text than before, of which generated text tells nothing. */
  readonly unread: ReadonlySet<string>;
  /** What is gone and no model of the base maps. */
  readonly unmapped: readonly Unmapped[];
  /** Upgrades of the new revisions. */
  readonly steps: readonly ProofStep[];
}

/** `when` of a difference that depends on the row. */
const SOME = 'with some of the rows that the base takes';

/** A constraint may refuse what no code ever writes; a type that takes less was made for what is refused now. */
const CONSTRAINT =
  /duplicate|unique|violates|conflicting key|check constraint|CONSTRAINT .* failed|foreign key|cannot be null|null value|doesn't have a default/i;

export function oldCodeSection({ breaks, untried, unread, unmapped, steps }: OldCodeRun): ProofSection {
  const differences = merged(breaks).map((one) => oldCodeDifference(one, steps));
  const excused =
    unmapped.length === 0
      ? []
      : [`no model of the base maps ${unmapped.map(unmappedInWords).join(', ')}, so no code reads it`];
  const open = [...untried].map(
    ([table, said]) => `no row could be made at the base for \`${table}\` (${said || 'no reason given'})`,
  );
  if (unread.size > 0)
    open.push(
      `whether ${[...unread].join(', ')} still takes what code of the base writes there cannot be told by generated text; give rows as they are with \`seed: FILE\``,
    );
  if (differences.length > 0)
    return section('fail', [...differences.map(inWords), ...open, ...excused], differences);
  return open.length > 0 ? section('not-evaluated', [...open, ...excused]) : section('pass', excused);
}

export function section(
  outcome: ProofSection['outcome'],
  reasons: readonly string[],
  differences: readonly ProofDifference[] = [],
): ProofSection {
  return { name: 'old-code', outcome, reason: reasons.join('; ') || null, differences };
}

/** What is refused in the same words is one thing. */
function merged(breaks: readonly Break[]): readonly Break[] {
  const found = new Map<string, Break>();
  for (const one of breaks) {
    const key = [one.head, one.said].join('\0');
    const other = found.get(key);
    found.set(key, other === undefined ? one : { ...other, ordinary: other.ordinary || one.ordinary });
  }
  return [...found.values()];
}

function oldCodeDifference(one: Break, steps: readonly ProofStep[]): ProofDifference {
  const changed = culpritOf(one, steps);
  const onlySome = !one.ordinary && CONSTRAINT.test(one.said);
  return {
    object: objectOf(one),
    attribute: one.head,
    before: 'works',
    after: one.said,
    path: changed?.statement.path ?? null,
    line: changed?.statement.line ?? null,
    revision: changed?.revision ?? null,
    ...(onlySome ? { when: SOME } : {}),
  };
}

function objectOf({ database, table, isView }: Break): string {
  const object = `${isView ? 'view' : 'table'} \`${table}\``;
  return database === '' ? object : `${object} of database \`${database}\``;
}

const unmappedInWords = ({ table, column }: Unmapped): string =>
  column === null ? `\`${table}\`` : `\`${table}\`.\`${column}\``;

interface Culprit {
  readonly revision: string;
  readonly statement: CapturedStatement;
}

/** The last statement about what the server quotes, the column or the key, else about the table. */
function culpritOf({ table, said }: Break, steps: readonly ProofStep[]): Culprit | undefined {
  const bare = lastPart(table);
  const names = [...said.matchAll(/["'`]([\w.$]+)["'`]/g)].map(([, name = '']) => lastPart(name));
  const own = steps
    .flatMap(({ revision, statements }) => statements.map((statement) => ({ revision, statement })))
    .filter(({ statement: { line, sql } }) => line !== null && DEFINITION.test(sql) && mentions(sql, bare))
    .toReversed();
  return (
    own.find(({ statement: { sql } }) => names.some((name) => name !== bare && mentions(sql, name))) ?? own[0]
  );
}

const lastPart = (name: string): string => name.split('.').at(-1) ?? name;

function inWords({ attribute, after, when }: ProofDifference): string {
  return `${attribute} … fails${when === undefined ? '' : ` ${when}`}: ${after ?? 'no reason given'}`;
}

/** What only some rows run into may never be written, so it warns. */
export function oldCodeFindings({ differences }: ProofSection, environment: string): readonly Finding[] {
  return differences.map((difference) => {
    const { object, when } = difference;
    return {
      rule: 'no-old-code-break',
      severity: when === undefined ? 'error' : 'warning',
      message: `Code of the base that still runs while this deploys breaks on ${object}: after the upgrade ${inWords(difference)}`,
      help:
        when === undefined
          ? 'Split it: first a revision that old code can live with (nullable, or with a server default; new names beside the old ones), and take the old away once no old code runs; or say `deploys: stop`.'
          : 'See to it that no code which still runs writes such rows, in a release before this one; or say `deploys: stop`.',
      ...placeOf(difference, environment),
    };
  });
}
