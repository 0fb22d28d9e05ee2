/** A report in which everything that a pull request can write is hostile, and which has a place for everything. */
import fc from 'fast-check';
import type { Finding } from '../../src/lint/finding.ts';
import type { EnvironmentReport, Forecast, Report } from '../../src/report/report.ts';
import type { DatabaseProof } from '../../src/verify/proof.ts';
import { hostile } from './hostile.ts';

const outcome = fc.constantFrom('pass', 'fail', 'not-evaluated', 'base-broken');
const texts = fc.array(hostile, { maxLength: 2 });
const perhaps = fc.option(hostile);

const revision = fc.record({
  id: hostile,
  path: hostile,
  downRevisions: texts,
  dependsOn: texts,
  branchLabels: texts,
  message: hostile,
});

const finding: fc.Arbitrary<Finding> = fc.record({
  // Rules are ours; everything else may quote the pull request.
  rule: fc.constantFrom('no-multiple-heads', 'no-missing-parent', 'no-round-trip-difference'),
  severity: fc.constantFrom('error', 'warning', 'info'),
  message: hostile,
  help: fc.oneof(
    hostile,
    fc.tuple(hostile, hostile).map((lines) => lines.join('\n')),
  ),
  path: perhaps,
  line: fc.option(fc.nat()),
  endLine: fc.option(fc.nat()),
  revision: perhaps,
  environment: fc.constantFrom('migrations', null),
  suppressed: fc.option(fc.record({ reason: hostile, by: hostile })),
});

const edit = fc.record({ path: hostile, line: fc.nat(), before: hostile, after: hostile });

const resolution = fc.record({
  recommended: fc.constantFrom('merge-revision', 're-parent'),
  because: hostile,
  mergeRevision: fc.record({
    id: hostile,
    path: hostile,
    content: perhaps,
    downRevisions: texts,
    command: hostile,
  }),
  reParent: fc.option(fc.record({ edits: fc.array(edit, { maxLength: 2 }) })),
  refused: perhaps,
});

const difference = fc.record({
  object: hostile,
  attribute: hostile,
  before: perhaps,
  after: perhaps,
  path: perhaps,
  line: fc.option(fc.nat()),
  revision: perhaps,
});

const statement = fc.record({
  sql: hostile,
  path: perhaps,
  line: fc.option(fc.nat()),
  durationMs: fc.nat(),
  rows: fc.option(fc.nat()),
  lockClass: fc.constant('unknown' as const),
  rebuilds: fc.constant(null),
});

const database: fc.Arbitrary<DatabaseProof> = fc.record({
  engine: fc.constant('MySQL'),
  // A server's own words, and a declared version is the configuration's: both may be a pull request's.
  version: hostile,
  source: fc.constant('service'),
  declaredVersion: perhaps,
  steps: fc.array(
    fc.record({
      revision: hostile,
      direction: fc.constantFrom('upgrade', 'downgrade', 'upgrade-again'),
      outcome: fc.constantFrom('pass', 'fail', 'timeout'),
      durationMs: fc.nat(),
      error: perhaps,
      statements: fc.array(statement, { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
  proofs: fc.tuple(
    fc.record({
      name: fc.constant('round-trip'),
      outcome: fc.constantFrom('pass', 'fail', 'not-evaluated', 'not-applicable', 'off'),
      reason: perhaps,
      differences: fc.array(difference, { maxLength: 2 }),
    }),
  ),
  rollback: fc.option(fc.record({ target: hostile, loses: texts })),
});

const forecast: fc.Arbitrary<Forecast> = fc.oneof(
  fc.record({
    kind: fc.constant('re-parent' as const),
    pullRequest: fc.nat(),
    environment: fc.constant('migrations'),
    onto: fc.array(hostile, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('collide' as const),
    pullRequest: fc.nat(),
    environment: fc.constant('migrations'),
    over: hostile,
  }),
);

const node = fc.record({
  id: hostile,
  path: hostile,
  message: hostile,
  role: fc.constantFrom('base', 'pull-request', 'proposed'),
  head: fc.boolean(),
  parents: fc.array(fc.record({ id: hostile, skipped: fc.nat({ max: 3 }) }), { maxLength: 2 }),
});

const environment = (name: string): fc.Arbitrary<EnvironmentReport> =>
  fc.record({
    name: fc.constant(name),
    outcome,
    reason: perhaps,
    scriptLocation: hostile,
    versionLocations: texts,
    heads: fc.record({ base: texts, head: texts, merged: fc.option(texts) }),
    effectiveHeads: texts,
    expectedHeads: fc.constant(1),
    revisions: fc.record({
      added: fc.array(revision, { maxLength: 2 }),
      changed: fc.array(revision, { maxLength: 1 }),
      removed: fc.array(revision, { maxLength: 1 }),
    }),
    neighbourhood: fc.array(node, { maxLength: 3 }),
    resolution: fc.option(resolution),
    provable: fc.boolean(),
    database: fc.option(database),
  });

export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    outcome,
    reason: perhaps,
    ref: hostile,
    sha: fc.constantFrom('a'.repeat(40), null),
    name: hostile,
    second: fc.boolean(),
    findings: fc.array(finding, { maxLength: 4 }),
    approvals: fc.array(fc.record({ path: hostile, by: hostile }), { maxLength: 2 }),
    forecast: fc.array(forecast, { maxLength: 3 }),
  })
  .chain(({ name, second, ref, sha, ...rest }) => {
    const environments = second
      ? fc.tuple(environment('migrations'), environment(name))
      : fc.tuple(environment('migrations'));
    return environments.map((list): Report => ({
      ...rest,
      environments: list,
      schemaVersion: 1,
      tool: { version: '1.0.0' },
      base: { ref, sha: 'b'.repeat(40) },
      head: { ref, sha },
      timings: {},
    }));
  });
