/** What the database showed, on a page: the proofs, what differs, the SQL, the way back. */
import type { Finding } from '../lint/finding.ts';
import type { DatabaseProof } from '../verify/proof.ts';
import { code, element, fold, grid, sentence, type Html } from './html-text.ts';
import { ranSql } from './ran-sql.ts';
import type { EnvironmentReport } from './report.ts';
import { untold } from './said-once.ts';
import { NO_STEP, plural, serverWords, stepWords } from './words.ts';

export function proofPart({ database }: EnvironmentReport, findings: readonly Finding[]): readonly Html[] {
  if (database === null) return [];
  const open = untold(database, findings);
  const parts = database.parts ?? [];
  const sql = ranSql(database);
  const undeclared = database.declaredVersion === null ? '; production’s version is not declared' : '';
  return [
    element('h3', `Proof on ${serverWords(database)}`),
    ...(parts.length === 0
      ? []
      : [
          grid(
            ['', 'part', 'server', ''],
            parts.map(({ part, server, outcome, reason }) => [
              outcome,
              part,
              server ?? '',
              outcome === 'pass' ? '' : (reason ?? ''),
            ]),
          ),
        ]),
    grid(
      ['', 'proof', 'what it showed'],
      database.proofs
        .filter(({ outcome }) => outcome !== 'off')
        .map((proof) => [proof.outcome, proof.name, sentence(open.shown(proof))]),
    ),
    ...open.steps.map((step) =>
      element('p', [stepWords(step).join(step.revision), ': ', sentence(step.error ?? 'no message')]),
    ),
    ...database.proofs.flatMap(differences),
    ...(sql === '' ? [] : [fold('The SQL that ran', code(sql))]),
    ...(database.rollback === null ? [] : [wayBack(database.rollback)]),
    element('p', element('small', `Run on a ${database.source} server${undeclared}.`)),
  ];
}

function differences({ name, differences: found }: DatabaseProof['proofs'][number]): readonly Html[] {
  if (found.length === 0) return [];
  const rows = found.map(({ object, attribute, before, after, path, line }) => [
    sentence(object),
    attribute,
    before ?? 'nothing',
    after ?? 'nothing',
    path === null ? '' : element('code', `${path}:${String(line ?? 1)}`),
  ]);
  return [
    fold(
      `${plural(found.length, 'difference')} of ${name}, one by one`,
      grid(['object', 'attribute', 'expected', 'found', 'from'], rows),
    ),
  ];
}

function wayBack({ target, loses, fromMerge }: NonNullable<DatabaseProof['rollback']>): Html {
  const commands = target.split(' ').map((one) => `\`downgrade ${one}\``);
  const lost = loses.length === 0 ? 'nothing is lost' : `lost: ${loses.join(', ')}`;
  const steps = fromMerge === true ? ` \`downgrade -1\` will not work: ${NO_STEP}.` : '';
  return element('p', [
    element('b', 'Way back: '),
    sentence(`${commands.join(', then ')}; ${lost}.${steps}`),
  ]);
}
