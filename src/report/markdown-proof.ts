/** What the database showed: the proofs, what differs, the SQL of every new revision (folded), the way back. */
import type { DatabaseProof, ProofSection } from '../verify/proof.ts';
import { codeCell, codeSpan, fence, plain } from './escape.ts';
import type { Detail } from './detail.ts';
import { prose } from './prose.ts';
import type { EnvironmentReport } from './report.ts';

const SIGN: Readonly<Record<ProofSection['outcome'], string>> = {
  pass: '✅',
  fail: '❌',
  'not-evaluated': '⚠️',
  'not-applicable': '➖',
  off: '➖',
};

function table(proofs: readonly ProofSection[]): string {
  const rows = proofs
    .filter(({ outcome }) => outcome !== 'off')
    .map(({ name, outcome, reason }) => `| ${SIGN[outcome]} ${outcome} | ${name} | ${plain(reason ?? '')} |`);
  return ['| | proof | |', '| --- | --- | --- |', ...rows].join('\n');
}

const value = (text: string | null): string => (text === null ? '_nothing_' : codeCell(text));

function differences(proof: ProofSection): string {
  if (proof.differences.length === 0) return '';
  const rows = proof.differences.map(
    ({ object, attribute, before, after, path, line }) =>
      `| ${plain(object)} | ${plain(attribute)} | ${value(before)} | ${value(after)} | ${path === null ? '' : codeCell(`${path}:${String(line ?? 1)}`)} |`,
  );
  return [
    `**${proof.name}**`,
    ['| object | attribute | expected | found | from |', '| --- | --- | --- | --- | --- |', ...rows].join(
      '\n',
    ),
  ].join('\n\n');
}

function statements(database: DatabaseProof): string {
  const steps = database.steps.filter(({ direction }) => direction !== 'upgrade-again');
  const sql = steps.flatMap(({ revision, direction, statements: list }) => {
    const own = list.filter(({ path }) => path !== null).map(({ sql: text }) => `${text.trim()};`);
    return own.length === 0 ? [] : [`-- ${direction} ${revision}\n${own.join('\n')}`];
  });
  if (sql.length === 0) return '';
  return `<details><summary>The SQL that ran</summary>\n\n${fence(sql.join('\n\n'), 'sql')}\n\n</details>`;
}

/** Nothing where no database ran. */
export function proofSection({ database }: EnvironmentReport, detail: Detail): string {
  if (database === null) return '';
  const failed = database.steps.find(({ outcome }) => outcome !== 'pass');
  const versions = database.declaredVersion === null ? '; production’s version is not declared' : '';
  return [
    `#### Proof on ${plain(`${database.engine} ${database.version}`)}`,
    `Run by this pull request’s own code on a ${database.source} server${versions}.`,
    table(database.proofs),
    ...(failed === undefined
      ? []
      : [
          `${failed.direction} of ${codeSpan(failed.revision)} ${failed.outcome}: ${prose(failed.error ?? 'no message')}`,
        ]),
    ...database.proofs.map(differences),
    detail.statements ? statements(database) : '',
    database.rollback === null ? '' : rollbackCard(database.rollback),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function rollbackCard({ target, loses }: NonNullable<DatabaseProof['rollback']>): string {
  const lost = loses.length === 0 ? 'nothing is lost' : `lost: ${loses.map(prose).join(', ')}`;
  return `**Way back:** ${codeSpan(`downgrade ${target}`)}; ${lost}.`;
}
