/**
 * The shape of a proof in a report, with limits: a proof comes from a run of the pull request's own code, so the bot
 * takes nothing larger or other than this.
 */
import * as z from 'zod/mini';
import { PROOFS } from '../config/choices.ts';
import type { DatabaseProof } from '../verify/proof.ts';

export const text = (limit: number) => z.string().check(z.maxLength(limit));
export const list = <T extends z.core.SomeType>(item: T, limit: number) =>
  z.array(item).check(z.maxLength(limit));
export const id = text(200);
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

const column = z.strictObject({
  table: text(200),
  column: text(200),
  type: text(20_000),
  nullable: z.boolean(),
  default: value,
  comment: value,
  autoIncrement: z.boolean(),
  collation: z.exactOptional(text(200)),
  charset: z.exactOptional(text(200)),
});

const rewrite = z.strictObject({
  revision: id,
  outcome: z.enum(['same', 'differs', 'not-evaluated']),
  reason: z.nullable(text(5000)),
  differences: list(difference, 2000),
});

const proof = z.strictObject({
  name: z.enum(PROOFS),
  outcome: z.enum(['pass', 'fail', 'not-evaluated', 'not-applicable', 'off']),
  reason: z.nullable(text(5000)),
  differences: list(difference, 2000),
});

const proofPart = z.strictObject({
  part: text(200),
  server: z.nullable(text(300)),
  outcome: z.enum(['pass', 'fail', 'not-evaluated']),
  reason: z.nullable(text(5000)),
});

export const databaseSchema: z.ZodMiniType<DatabaseProof> = z.strictObject({
  engine: text(50),
  version: text(200),
  source: z.enum(['service', 'local', 'container']),
  declaredVersion: z.nullable(text(200)),
  declaredEngine: z.exactOptional(text(200)),
  steps: list(step, 2000),
  proofs: list(proof, 10),
  before: z.exactOptional(list(column, 2000)),
  rewrites: z.exactOptional(list(rewrite, 1000)),
  parts: z.exactOptional(list(proofPart, 256)),
  rollback: z.nullable(
    z.strictObject({
      target: id,
      loses: list(text(1000), 1000),
      fromMerge: z.exactOptional(z.boolean()),
    }),
  ),
});
