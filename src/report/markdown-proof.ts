/** What the database showed: the proofs, what differs, the SQL of every new revision (folded), the way back. */
import type { DatabaseProof, ProofSection, ProofStep } from '../verify/proof.ts';
import { codeCell, codeSpan, fence, plain } from './escape.ts';
import type { Detail } from './detail.ts';
import { prose } from './prose.ts';
import type { EnvironmentReport } from './report.ts';
import { serverWords, stepWords } from './words.ts';

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
    .map(({ name, outcome, reason }) => `| ${SIGN[outcome]} ${outcome} | ${name} | ${cell(reason ?? '')} |`);
  return ['| | proof | |', '| --- | --- | --- |', ...rows].join('\n');
}

function partsTable(parts: NonNullable<DatabaseProof['parts']>): string {
  if (parts.length === 0) return '';
  const rows = parts.map(
    ({ part, server, outcome, reason }) =>
      `| ${SIGN[outcome]} ${outcome} | ${cell(part)} | ${cell(server ?? '')} | ${cell(outcome === 'pass' ? '' : (reason ?? ''))} |`,
  );
  return ['| | part | server | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const cell = (text: string): string => prose(text, codeCell);

const value = (text: string | null): string => (text === null ? '_nothing_' : codeCell(text));

function differences(proof: ProofSection): string {
  if (proof.differences.length === 0) return '';
  const rows = proof.differences.map(
    ({ object, attribute, before, after, path, line }) =>
      `| ${cell(object)} | ${cell(attribute)} | ${value(before)} | ${value(after)} | ${path === null ? '' : codeCell(`${path}:${String(line ?? 1)}`)} |`,
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
    const own = list.filter(({ path }) => path !== null).map((one) => `${one.sql.trim()};${costs(one)}`);
    return own.length === 0 ? [] : [`-- ${direction} ${revision}\n${own.join('\n')}`];
  });
  if (sql.length === 0) return '';
  return `<details><summary>The SQL that ran</summary>\n\n${fence(sql.join('\n\n'), 'sql')}\n\n</details>`;
}

/** As a comment of SQL; nothing where the server was not asked. */
function costs({ lockClass, rebuilds }: ProofStep['statements'][number]): string {
  if (lockClass === 'unknown') return '';
  return ` -- ${lockClass}${rebuilds === true ? ', rebuilds the table' : ''}`;
}

/** Nothing where no database ran. */
export function proofSection({ database }: EnvironmentReport, detail: Detail): string {
  if (database === null) return '';
  const failed = database.steps.find(({ outcome }) => outcome !== 'pass');
  const versions = database.declaredVersion === null ? '; production’s version is not declared' : '';
  return [
    `#### Proof on ${plain(serverWords(database))}`,
    `Run by this pull request’s own code on a ${database.source} server${versions}.`,
    partsTable(database.parts ?? []),
    table(database.proofs),
    ...(failed === undefined ? [] : [stepSentence(failed)]),
    ...database.proofs.map(differences),
    detail.statements ? statements(database) : '',
    database.rollback === null ? '' : rollbackCard(database.rollback),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function stepSentence(step: ProofStep): string {
  const [what, how] = stepWords(step);
  return `${what.replace(/^t/, 'T')}${codeSpan(step.revision)}${how}: ${prose(step.error ?? 'no message')}`;
}

function rollbackCard({ target, loses }: NonNullable<DatabaseProof['rollback']>): string {
  const lost = loses.length === 0 ? 'nothing is lost' : `lost: ${loses.map((one) => prose(one)).join(', ')}`;
  return `**Way back:** ${codeSpan(`downgrade ${target}`)}; ${lost}.`;
}
