/** The third proof: what code of the base writes still goes in after the upgrade. */
import type { Finding } from '../lint/finding.ts';
import { mentions, statementOf } from './anchor.ts';
import type { ProofDifference, ProofSection, ProofStep } from './proof.ts';
import { headOf } from './rows-words.ts';

/** A statement that the base took and the new schema refuses. */
export interface Break {
  readonly table: string;
  readonly sql: string;
  /** The server's words, without values. */
  readonly said: string;
}

/** One difference per table and kind of statement, at the line that changed the table last. */
export function oldCodeDifference({ table, sql, said }: Break, steps: readonly ProofStep[]): ProofDifference {
  const object = {
    kind: 'table',
    table: null,
    name: table,
    object: '',
    attribute: '',
    before: null,
    after: null,
  } as const;
  const changed = steps.toReversed().flatMap((step) => {
    const own = step.statements.filter((one) => one.line !== null);
    const named = own.find((one) =>
      [...said.matchAll(/["'`]([\w.]+)["'`]/g)].some(([, name = '']) => isAbout(one.sql, table, name)),
    );
    const statement = named ?? statementOf(object, own);
    return statement === undefined ? [] : [{ step, statement }];
  })[0];
  return {
    object: `table \`${table}\``,
    attribute: headOf(sql),
    before: 'works',
    after: said,
    path: changed?.statement.path ?? null,
    line: changed?.statement.line ?? null,
    revision: changed?.step.revision ?? null,
  };
}

/** The server quotes the column or key in question, perhaps with its table in front. */
function isAbout(sql: string, table: string, quoted: string): boolean {
  const name = quoted.split('.').at(-1) ?? quoted;
  return (
    name !== table && /^\s*(ALTER|CREATE|DROP)\b/i.test(sql) && mentions(sql, table) && mentions(sql, name)
  );
}

export function oldCodeFindings({ differences }: ProofSection, environment: string): readonly Finding[] {
  return differences.map(({ attribute, after, path, line, revision, object }) => ({
    rule: 'no-old-code-break',
    severity: 'error',
    message: `Code of the base that still runs while this deploys breaks on ${object}: ${attribute} … fails after the upgrade: ${after ?? 'no reason given'}`,
    help: 'Split it: first a revision that old code can live with (nullable, or with a server default; new names beside the old ones), and take the old away once no old code runs; or say `deploys: stop`.',
    path,
    line,
    endLine: line,
    revision,
    environment,
    suppressed: null,
  }));
}
