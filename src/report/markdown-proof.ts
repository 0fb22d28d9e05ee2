/** What the database showed: the proofs, what differs, the SQL of every new revision (folded), the way back. */
import type { Finding } from '../lint/finding.ts';
import { limitsOf } from '../verify/engine-limits.ts';
import type { DatabaseProof, ProofSection, ProofStep } from '../verify/proof.ts';
import { codeCell, codeSpan, fence, htmlText, plain } from './escape.ts';
import { folded } from './fold.ts';
import type { Detail } from './detail.ts';
import { prose } from './prose.ts';
import { ranSql } from './ran-sql.ts';
import type { EnvironmentReport } from './report.ts';
import { untold, type Untold } from './said-once.ts';
import { NO_STEP, plural, serverWords, stepWords } from './words.ts';

const SIGN: Readonly<Record<ProofSection['outcome'], string>> = {
  pass: '✅',
  fail: '❌',
  'not-evaluated': '⚠️',
  'not-applicable': '➖',
  off: '➖',
};

function table(proofs: readonly ProofSection[], { shown }: Untold): string {
  const rows = proofs
    .filter(({ outcome }) => outcome !== 'off')
    .map((proof) => `| ${SIGN[proof.outcome]} ${proof.outcome} | ${proof.name} | ${cell(shown(proof))} |`);
  return ['| | proof | what it showed |', '| --- | --- | --- |', ...rows].join('\n');
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

/** The whole path stands with the finding. */
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const value = (text: string | null): string => (text === null ? '_nothing_' : codeCell(text));

/** Folded, because each that counts is a finding too. */
function differences({ name, differences: found }: ProofSection, limit: number): string {
  if (found.length === 0) return '';
  const more = found.length - limit;
  const rows = found
    .slice(0, limit)
    .map(
      ({ object, attribute, before, after, path, line }) =>
        `| ${cell(object)} | ${cell(attribute)} | ${value(before)} | ${value(after)} | ${path === null ? '' : codeCell(`${fileName(path)}:${String(line ?? 1)}`)} |`,
    );
  const head = ['| object | attribute | expected | found | from |', '| --- | --- | --- | --- | --- |'];
  const rest = more > 0 ? `_${plural(more, 'more difference')} in the report file of the run._` : '';
  return folded(
    `${plural(found.length, 'difference')} of ${name}, one by one`,
    joined([[...head, ...rows].join('\n'), rest]),
  );
}

/** Nothing where no database ran. Folded where it holds no bad news, since the verdict has said so. */
export function proofSection(
  { database }: EnvironmentReport,
  findings: readonly Finding[],
  detail: Detail,
): string {
  if (database === null) return '';
  const ran = detail.statements ? ranSql(database) : '';
  const sql = ran === '' ? '' : fence(ran, 'sql');
  const rest = [database.rollback === null ? '' : rollbackCard(database.rollback), ranWhere(database)];
  const server = serverWords(database);
  const open = untold(database, findings);
  if (isGood(database)) {
    const title = `Proof on ${htmlText(server)}${sql === '' ? '' : ' and the SQL that ran'}`;
    return folded(
      title,
      joined([sql, partsTable(database.parts ?? []), table(database.proofs, open), ...rest]),
    );
  }
  const [failed] = open.steps;
  return joined([
    `#### Proof on ${plain(server)}`,
    partsTable(database.parts ?? []),
    table(database.proofs, open),
    failed === undefined ? '' : stepSentence(failed),
    ...database.proofs.map((proof) => differences(proof, detail.differences)),
    sql === '' ? '' : folded('The SQL that ran', sql),
    ...rest,
  ]);
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

const isGood = ({ steps, proofs, parts = [] }: DatabaseProof): boolean =>
  parts.every(({ outcome }) => outcome === 'pass') &&
  steps.every(({ outcome }) => outcome === 'pass') &&
  proofs.every(
    ({ outcome, differences: found }) =>
      outcome !== 'fail' && outcome !== 'not-evaluated' && found.length === 0,
  );

function ranWhere(database: DatabaseProof): string {
  const { source, declaredVersion } = database;
  const versions = declaredVersion === null ? '; production’s version is not declared' : '';
  const limits = limitsOf(database);
  if (limits !== null)
    return `Run by this pull request’s own code on a file of its own${versions}. ${limits}`;
  return `Run by this pull request’s own code on a ${source} server${versions}.`;
}

function stepSentence(step: ProofStep): string {
  const [what, how] = stepWords(step);
  return `${what.replace(/^t/, 'T')}${codeSpan(step.revision)}${how}: ${prose(step.error ?? 'no message')}`;
}

function rollbackCard({ target, loses, fromMerge }: NonNullable<DatabaseProof['rollback']>): string {
  const commands = target.split(' ').map((one) => codeSpan(`downgrade ${one}`));
  const lost = loses.length === 0 ? 'nothing is lost' : `lost: ${loses.map((one) => prose(one)).join(', ')}`;
  const steps = fromMerge === true ? ` ${codeSpan('downgrade -1')} will not work: ${NO_STEP}.` : '';
  return `**Way back:** ${commands.join(', then ')}; ${lost}.${steps}`;
}
