/**
 * The report that a gate run left, written by a job that ran the pull request's code: nothing of it is believed but the
 * proof, and that only for the commit and the revisions it was made for.
 */
import * as z from 'zod/mini';
import type { DatabaseProof } from '../verify/proof.ts';

/** What the bot reads of a run's report. */
export interface RunReport {
  readonly headSha: string;
  readonly environments: readonly {
    readonly name: string;
    readonly baseHeads: readonly string[];
    readonly added: readonly string[];
    readonly database: DatabaseProof | null;
  }[];
}

const text = (limit: number) => z.string().check(z.maxLength(limit));
const list = <T extends z.core.SomeType>(item: T, limit: number) => z.array(item).check(z.maxLength(limit));
const id = text(200);
const path = z.nullable(text(1000));
const count = z.nullable(z.number());

const statement = z.strictObject({
  sql: text(100_000),
  path,
  line: count,
  durationMs: z.number(),
  rows: count,
  lockClass: z.enum(['instant', 'online', 'blocks-writes', 'unknown']),
  rebuilds: z.nullable(z.boolean()),
});

const step = z.strictObject({
  revision: id,
  direction: z.enum(['upgrade', 'downgrade', 'upgrade-again']),
  outcome: z.enum(['pass', 'fail', 'timeout']),
  durationMs: z.number(),
  error: z.nullable(text(20_000)),
  at: z.exactOptional(z.strictObject({ path, line: count })),
  statements: list(statement, 5000),
});

const value = z.nullable(text(20_000));
const difference = z.strictObject({
  object: text(1000),
  attribute: text(200),
  before: value,
  after: value,
  path,
  line: count,
  revision: z.nullable(id),
  when: z.exactOptional(text(200)),
});

const proof = z.strictObject({
  name: z.enum([
    'round-trip',
    'rows',
    'old-code',
    'lock-class',
    'order',
    'interruption',
    'drift',
    'start-states',
    'fresh-install',
    'two-deployers',
  ]),
  outcome: z.enum(['pass', 'fail', 'not-evaluated', 'not-applicable', 'off']),
  reason: z.nullable(text(5000)),
  differences: list(difference, 2000),
});

const database: z.ZodMiniType<DatabaseProof> = z.strictObject({
  engine: text(50),
  version: text(200),
  source: z.enum(['service', 'local', 'container']),
  declaredVersion: z.nullable(text(200)),
  steps: list(step, 2000),
  proofs: list(proof, 10),
  rollback: z.nullable(z.strictObject({ target: id, loses: list(text(1000), 1000) })),
});

const report = z.object({
  schemaVersion: z.literal(1),
  head: z.object({ sha: z.string() }),
  environments: list(
    z.object({
      name: text(1000),
      heads: z.object({ base: list(id, 1000) }),
      revisions: z.object({ added: list(z.object({ id }), 5000) }),
      database: z.nullable(database),
    }),
    100,
  ),
});

/** A sentence (why it is not taken) or the report; `headSha` is the commit that the run was for. */
export function readRunReport(bytes: Uint8Array, headSha: string): RunReport | string {
  const parsed = report.safeParse(jsonOf(bytes));
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    return `the report of the gate's run is not one of ours (at ${place === '' ? 'its top' : place})`;
  }
  const { head, environments } = parsed.data;
  if (head.sha !== headSha) return "the report of the gate's run is about another commit";
  return {
    headSha,
    environments: environments.map(({ name, heads, revisions, database: shown }) => ({
      name,
      baseHeads: heads.base,
      added: revisions.added.map((revision) => revision.id),
      database: shown,
    })),
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
