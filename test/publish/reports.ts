/** Reports for tests, in a line each: everything that is not said is unremarkable. */
import type { EnvironmentReport, Report } from '../../src/report/report.ts';
import type { Resolution } from '../../src/remedy/resolution.ts';
import type { DatabaseProof } from '../../src/verify/proof.ts';

export const SHA = { base: 'b'.repeat(40), head: 'a'.repeat(40) };

export const revision = (id: string) => ({
  id,
  path: `migrations/versions/${id}.py`,
  downRevisions: [],
  dependsOn: [],
  branchLabels: [],
  message: id,
});

export const environment = (some: Partial<EnvironmentReport> = {}): EnvironmentReport => ({
  name: 'migrations',
  outcome: 'pass',
  reason: null,
  scriptLocation: 'migrations',
  versionLocations: ['migrations/versions'],
  heads: { base: ['b1'], head: ['p1'], merged: ['p1'] },
  effectiveHeads: ['p1'],
  expectedHeads: 1,
  revisions: { added: [revision('p1')], changed: [], removed: [] },
  neighbourhood: [],
  resolution: null,
  provable: true,
  database: null,
  ...some,
});

/** Two heads: `b1` of the base and `p1` of the pull request. */
export const forked = (some: Partial<Resolution> = {}): EnvironmentReport =>
  environment({
    outcome: 'fail',
    reason: '2 heads where 1 is expected',
    heads: { base: ['b1'], head: ['p1'], merged: ['b1', 'p1'] },
    resolution: {
      recommended: 'merge-revision',
      because: 'both are new',
      mergeRevision: {
        id: 'm1',
        path: 'migrations/versions/m1_merge.py',
        content: "revision = 'm1'\ndown_revision = ('b1', 'p1')\n",
        downRevisions: ['b1', 'p1'],
        command: 'alembic merge -m "merge" --rev-id m1 b1 p1',
      },
      reParent: {
        edits: [
          {
            path: 'migrations/versions/p1.py',
            line: 2,
            before: "down_revision = 'a'",
            after: "down_revision = 'b1'",
          },
        ],
      },
      refused: null,
      ...some,
    },
  });

const twoHeads = ({ name }: EnvironmentReport) => ({
  rule: 'no-multiple-heads',
  severity: 'error' as const,
  message: '2 heads where 1 is expected',
  help: 'Merge them.',
  path: null,
  line: null,
  endLine: null,
  revision: null,
  environment: name,
  suppressed: null,
});

export const report = (
  environments: readonly EnvironmentReport[] = [environment()],
  some: Partial<Report> = {},
): Report => ({
  schemaVersion: 1,
  tool: { version: '0.0.0' },
  outcome: environments.some(({ outcome }) => outcome === 'fail') ? 'fail' : 'pass',
  reason: environments.find(({ reason }) => reason !== null)?.reason ?? null,
  base: { ref: 'origin/main', sha: SHA.base },
  head: { ref: SHA.head, sha: SHA.head },
  environments,
  findings: environments.filter(({ outcome }) => outcome === 'fail').map(twoHeads),
  approvals: [],
  timings: {},
  ...some,
});

export const proof = (some: Partial<DatabaseProof> = {}): DatabaseProof => ({
  engine: 'MySQL',
  version: '9.7.4',
  source: 'service',
  declaredVersion: null,
  steps: (['upgrade', 'downgrade', 'upgrade-again'] as const).map((direction) => ({
    revision: 'p1',
    direction,
    outcome: 'pass',
    durationMs: 5,
    error: null,
    statements: [],
  })),
  proofs: [{ name: 'round-trip', outcome: 'pass', reason: null, differences: [] }],
  rollback: null,
  ...some,
});
