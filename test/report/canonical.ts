/** The reports that every rendering is judged by: what a pull request can be told, each through the real check. */
import { notEvaluatedReport } from '../../src/report/compose.ts';
import type { Report } from '../../src/report/report.ts';
import type { DatabaseProof } from '../../src/verify/proof.ts';
import type { ProofResult } from '../../src/verify/run-ports.ts';
import { judged } from '../flows/judged.ts';
import { APPLICATION, CASES, FORK, NOTES, PRIORITY, revision, TAGS, VERSIONS } from './stories.ts';

const PATH = `${VERSIONS}/f15b6ca3087e_cw_221_tags_on_cases.py`;

const statement = (sql: string, line: number): DatabaseProof['steps'][number]['statements'][number] => ({
  sql,
  path: PATH,
  line,
  durationMs: 12,
  rows: null,
  lockClass: 'unknown',
  rebuilds: null,
});

const step = (
  direction: DatabaseProof['steps'][number]['direction'],
  some: Partial<DatabaseProof['steps'][number]> = {},
): DatabaseProof['steps'][number] => ({
  revision: TAGS.id,
  direction,
  outcome: 'pass',
  durationMs: 15,
  error: null,
  statements:
    direction === 'downgrade'
      ? [statement('ALTER TABLE cases DROP COLUMN tags', 17)]
      : [statement('ALTER TABLE cases ADD COLUMN tags JSON', 13)],
  ...some,
});

const proof = (some: Partial<DatabaseProof> = {}): ProofResult => ({
  kind: 'proved',
  resolution: null,
  proof: {
    engine: 'MySQL',
    version: '8.4.10',
    source: 'local',
    declaredVersion: null,
    steps: [step('upgrade'), step('downgrade'), step('upgrade-again')],
    proofs: [{ name: 'round-trip', outcome: 'pass', reason: null, differences: [] }],
    rollback: { target: CASES.id, loses: ['column `cases`.`tags`'] },
    ...some,
  },
});

const ONE_TAG = { before: APPLICATION, inPullRequest: revision(TAGS) };

const LOSSY = proof({
  proofs: [
    {
      name: 'round-trip',
      outcome: 'fail',
      reason: 'the downgrade of `f15b6ca3087e` does not restore the schema',
      differences: [
        {
          object: 'column `cases`.`state`',
          attribute: 'comment',
          before: 'open|closed',
          after: '',
          path: PATH,
          line: 17,
          revision: TAGS.id,
          when: 'after the downgrade',
        },
        {
          object: 'index `cases`.`ix_cases_tags`',
          attribute: 'exists',
          before: 'no',
          after: 'yes',
          path: PATH,
          line: 13,
          revision: TAGS.id,
          when: 'after the downgrade',
        },
      ],
    },
  ],
});

const HANGING = proof({
  steps: [
    step('upgrade', {
      outcome: 'timeout',
      durationMs: 120_000,
      error: 'one step took longer than 120 s, in `UPDATE cases SET tags = JSON_ARRAY()`',
      at: { path: PATH, line: 13 },
    }),
  ],
  proofs: [
    {
      name: 'round-trip',
      outcome: 'fail',
      reason:
        'the upgrade of `f15b6ca3087e` failed: one step took longer than 120 s, in `UPDATE cases SET tags = JSON_ARRAY()`',
      differences: [],
    },
  ],
  rollback: null,
});

const elsewhere = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`billing/${path}`, text]));

/** By the name of the file that keeps its comment. */
export const CANONICAL: Readonly<Record<string, () => Promise<Report>>> = {
  proved: () => judged(ONE_TAG, { proof: proof() }),
  'nothing-touched': () => judged({ before: APPLICATION, inPullRequest: { 'README.md': 'Words.\n' } }),
  'two-heads': () => judged(FORK),
  'two-heads-in-a-template-of-their-own': () =>
    judged({
      ...FORK,
      before: {
        ...APPLICATION,
        'migrations/script.py.mako': '<%! import os %>"""${message}"""\n${os.name}\n',
      },
    }),
  'a-lossy-downgrade': () => judged(ONE_TAG, { proof: LOSSY }),
  'a-migration-that-hangs': () => judged(ONE_TAG, { proof: HANGING }),
  'a-file-that-python-cannot-load': () =>
    judged({
      before: APPLICATION,
      inPullRequest: { [PATH]: "revision = 'f15b6ca3087e'\ndown_revision = (\n" },
    }),
  'a-missing-parent-and-a-rewritten-past': () =>
    judged({
      before: APPLICATION,
      inPullRequest: { ...revision(NOTES), ...revision({ ...CASES, upgrade: "op.drop_table('cases')" }) },
    }),
  'a-computed-parent': () =>
    judged({
      before: APPLICATION,
      inPullRequest: { [PATH]: "revision = 'f15b6ca3087e'\ndown_revision = get_parent()\n" },
    }),
  'a-conflict-in-the-versions': () =>
    judged({ ...ONE_TAG, onMain: revision({ ...TAGS, upgrade: 'pass' }), conflicts: [PATH] }),
  'a-base-that-is-broken': () =>
    judged({
      before: {
        ...APPLICATION,
        ...revision(PRIORITY),
        ...revision({ ...PRIORITY, id: '19ae47c6f35d', message: 'CW-118 status' }),
      },
      inPullRequest: revision({ ...TAGS, down: PRIORITY.id }),
    }),
  'two-environments-and-a-laxer-gate': () =>
    judged({
      ...FORK,
      before: {
        ...APPLICATION,
        ...elsewhere(APPLICATION),
        '.github/alembic-gate.yml': 'comment: problems\n',
      },
      inPullRequest: {
        ...FORK.inPullRequest,
        ...elsewhere(revision(TAGS)),
        '.github/alembic-gate.yml': 'environments:\n  - script-location: migrations\n    expected-heads: 2\n',
      },
    }),
  'no-server': () =>
    judged(ONE_TAG, {
      proof: {
        kind: 'not-evaluated',
        reason:
          "The project needs the environment variable `APP_SECRET` to start; give it a harmless value with `env: {APP_SECRET: …}`, or name it in `url-env:` if it holds the database's URL.",
      },
    }),
  'nothing-to-judge-by': () =>
    Promise.resolve(
      notEvaluatedReport(
        '.github/alembic-gate.yml:2:1: enviroments is an unknown key: did you mean environments?',
        {
          version: '1.0.0',
        },
      ),
    ),
};
