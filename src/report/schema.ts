/** The report's schema: what `check --format json` promises to those who read it, published as schema/report.schema.json. */
import * as z from 'zod/mini';
import { databaseSchema } from './database-schema.ts';
import type { Report } from './report.ts';

const text = z.string();
const texts = z.array(text);
const outcome = z.enum(['pass', 'fail', 'not-evaluated', 'base-broken']);

const revision = z.strictObject({
  id: text,
  path: text,
  downRevisions: texts,
  dependsOn: texts,
  branchLabels: texts,
  message: text,
  previousPath: z.exactOptional(text),
});

const node = z.strictObject({
  id: text,
  path: text,
  message: text,
  role: z.enum(['base', 'pull-request', 'proposed']),
  head: z.boolean(),
  parents: z.array(z.strictObject({ id: text, skipped: z.number() })),
});

const edit = z.strictObject({ path: text, line: z.number(), before: text, after: text });

const resolution = z.strictObject({
  recommended: z.enum(['merge-revision', 're-parent']),
  because: text,
  mergeRevision: z.strictObject({
    id: text,
    path: text,
    content: z.nullable(text),
    downRevisions: texts,
    command: text,
  }),
  reParent: z.nullable(z.strictObject({ edits: z.array(edit) })),
  refused: z.nullable(text),
});

const environment = z.strictObject({
  name: text,
  outcome,
  reason: z.nullable(text),
  scriptLocation: text,
  versionLocations: texts,
  heads: z.strictObject({ base: texts, head: texts, merged: z.nullable(texts) }),
  effectiveHeads: texts,
  expectedHeads: z.union([z.number(), z.record(text, z.number())]),
  revisions: z.strictObject({
    added: z.array(revision),
    changed: z.array(revision),
    removed: z.array(revision),
  }),
  neighbourhood: z.array(node),
  resolution: z.nullable(resolution),
  provable: z.boolean(),
  database: z.nullable(databaseSchema),
});

const finding = z.strictObject({
  rule: text,
  severity: z.enum(['error', 'warning', 'info']),
  message: text,
  help: text,
  path: z.nullable(text),
  line: z.nullable(z.number()),
  endLine: z.nullable(z.number()),
  revision: z.nullable(text),
  environment: z.nullable(text),
  fix: z.exactOptional(z.array(edit)),
  suppressed: z.nullable(z.strictObject({ reason: text, by: text })),
});

const part = z.strictObject({ part: text, environment: text, engine: text, version: text, image: text });
const forecast = z.union([
  z.strictObject({
    pullRequest: z.number(),
    environment: text,
    kind: z.literal('re-parent'),
    onto: texts,
  }),
  z.strictObject({ pullRequest: z.number(), environment: text, kind: z.literal('collide'), over: text }),
  z.strictObject({
    pullRequest: z.number(),
    environment: text,
    kind: z.literal('cures'),
    revision: text,
    into: z.enum(['base', 'branch']),
  }),
  z.strictObject({
    pullRequest: z.number(),
    environment: text,
    kind: z.literal('same-merge'),
    revision: text,
  }),
]);

/** The compiler holds it against the type that the code works with. */
export const reportSchema: z.ZodMiniType<Report> = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ version: text }),
  outcome,
  reason: z.nullable(text),
  base: z.strictObject({ ref: text, sha: text }),
  head: z.strictObject({ ref: text, sha: z.nullable(text) }),
  environments: z.array(environment),
  findings: z.array(finding),
  approvals: z.array(z.strictObject({ path: text, by: text })),
  forecast: z.exactOptional(z.array(forecast)),
  timings: z.record(text, z.number()),
  plan: z.exactOptional(z.array(part)),
});
