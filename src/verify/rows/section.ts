/** What rows in the tables showed, as a section of the proof, and the findings that follow. */
import type { Finding } from '../../lint/finding.ts';
import { mentions } from '../anchor.ts';
import type { CapturedStatement, ProofDifference, ProofSection, ProofStep } from '../proof.ts';
import type { RowsLost } from './compare.ts';
import { placeOf } from '../place.ts';

export interface RowsRun {
  readonly differences: readonly ProofDifference[];
  /** Why not every revision had its turn, where that is no finding of this proof; null where all had. */
  readonly stopped: string | null;
  /** Tables that took no row, with what the server said. */
  readonly empty: ReadonlyMap<string, string>;
  /** What ran, for telling which of these tables matter. */
  readonly steps: readonly ProofStep[];
}

const VALUES = 'values';
const ROWS = 'rows';

/** A table without rows that a new revision is about proves nothing of it. */
export function rowsSection({ differences, stopped, empty, steps }: RowsRun): ProofSection {
  const sql = steps.flatMap(({ statements }) =>
    statements.filter(({ line }) => line !== null).map((one) => one.sql),
  );
  const open = [...empty].filter(([table]) => sql.some((text) => mentions(text, table)));
  const unfilled = [...empty].map(
    ([table, said]) => `no row could be made for \`${table}\` (${said || 'no reason given'})`,
  );
  const section = { name: 'rows', differences } as const;
  const left = [...(stopped === null ? [] : [stopped]), ...unfilled];
  if (differences.length > 0)
    return { ...section, outcome: 'fail', reason: [...differences.map(inWords), ...left].join('; ') };
  if (stopped !== null || open.length > 0)
    return { ...section, outcome: 'not-evaluated', reason: left.join('; ') };
  return { ...section, outcome: 'pass', reason: unfilled.join('; ') || null };
}

/** One finding per difference. */
export function rowsFindings({ differences }: ProofSection, environment: string): readonly Finding[] {
  return differences.map((difference): Finding => {
    const isLoss = difference.attribute === VALUES || difference.attribute === ROWS;
    return {
      rule: isLoss ? 'no-round-trip-difference' : 'no-failing-migration',
      severity: 'error',
      message: isLoss
        ? `The rows differ: ${inWords(difference)}.`
        : `On a real server, ${inWords(difference)}`,
      help: isLoss
        ? 'Make `downgrade()` touch only what `upgrade()` changed, or declare it with `# alembic-gate: irreversible reason` above `def downgrade`.'
        : 'Make the rows fit first, in this revision or one before it: fill NULLs, join duplicates, shorten what is too long.',
      ...placeOf(difference, environment),
    };
  });
}

/** A step that works without rows and not with them; `tables` are those that have rows. */
export function failedWithRows(step: ProofStep, tables: readonly string[]): ProofDifference {
  const last = step.statements.findLast(({ line }) => line !== null)?.sql ?? '';
  const table = tables.find((name) => mentions(last, name));
  return {
    object: table === undefined ? 'the database' : `table \`${table}\``,
    attribute: step.direction,
    before: 'works',
    after: step.error,
    path: step.at?.path ?? null,
    line: step.at?.line ?? null,
    revision: step.revision,
    when: table === undefined ? 'with rows' : `with rows in \`${table}\``,
  };
}

/** A step that cannot read generated text in these columns. */
export function stoppedAtText({ revision, direction, error }: ProofStep, columns: readonly string[]): string {
  const what = direction === 'upgrade-again' ? 'second upgrade' : direction;
  return (
    `the ${what} of \`${revision}\` does not take the text that was generated for ${columns.join(', ')} ` +
    `(${error ?? 'no reason given'}), which says nothing of the text that is there; give rows as they are with \`seed: FILE\``
  );
}

const TAKES_ROWS = /^\s*(UPDATE|DELETE|DROP|TRUNCATE|REPLACE|MERGE|WITH)\b/i;

/** Of a downgrade's statements, the one that did it: what writes there comes before what only names the table. */
export function culpritOf(
  { table, column }: RowsLost,
  statements: readonly CapturedStatement[],
): CapturedStatement | undefined {
  const name = table.split('.').at(-1) ?? table;
  const own = statements.filter(({ sql, line }) => line !== null && mentions(sql, name));
  const writing = own.filter(({ sql }) => TAKES_ROWS.test(sql));
  return writing.find(({ sql }) => column !== null && mentions(sql, column)) ?? writing[0] ?? own[0];
}

/** `line` is that of the statement which did it, else of the downgrade. */
export function lostRows(
  { table, column, before, changed }: RowsLost,
  {
    revision,
    path,
    line,
  }: { readonly revision: string; readonly path: string | null; readonly line: number | null },
): ProofDifference {
  return {
    object: column === null ? `table \`${table}\`` : `column \`${table}\`.\`${column}\``,
    attribute: column === null ? ROWS : VALUES,
    before: `${before} rows`,
    after: column === null ? `${changed} of them are gone` : `${changed} of them differ`,
    path,
    line,
    revision,
    when: 'after the downgrade',
  };
}

function inWords({ object, attribute, before, after, revision, when }: ProofDifference): string {
  if (attribute === VALUES || attribute === ROWS)
    return `${object} had ${before ?? ''}, and ${when ?? ''} of \`${revision ?? ''}\` ${after ?? ''}, though the upgrade does not write there`;
  const what = attribute === 'upgrade-again' ? 'second upgrade' : attribute;
  return `${when ?? ''} the ${what} of \`${revision ?? ''}\` fails: ${after ?? 'no reason given'}`;
}
