/** What the driver may say, checked: its process runs the pull request's code, which can write to the same descriptor. */
import { z } from 'zod';

const failure = z.object({
  kind: z.enum([
    'migration',
    'no-alembic',
    'missing-module',
    'missing-variable',
    'missing-extension',
    'foreign-file',
    'service',
    'database',
    'no-driver',
    'foreign-dialect',
    'no-application',
    'no-migrate',
    'nothing-ran',
    'no-models',
    'alembic',
    'exit',
    'environment',
  ]),
  subject: z.string().nullable(),
  class: z.string(),
  message: z.string(),
  line: z.number().int().nullable(),
  at: z.object({ path: z.string(), line: z.number().int() }).nullable(),
  errno: z.string().nullable(),
});

const versionTable = z.object({
  database: z.string(),
  table: z.string(),
  schema: z.string().nullable(),
  foreignKeys: z.boolean().optional(),
});
const modelChange = z.object({
  database: z.string(),
  kind: z.enum(['table', 'column', 'index', 'unique', 'foreign-key', 'check', 'primary-key', 'change']),
  table: z.string().nullable(),
  name: z.string(),
  attribute: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const target = z.object({
  host: z.string(),
  port: z.number().int().nullable(),
  database: z.string().nullable(),
});

export const driverMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('started'), python: z.string(), alembic: z.string(), sqlalchemy: z.string() }),
  z.object({ event: z.literal('ask'), kind: z.literal('scratch'), target }),
  z.object({
    event: z.literal('step'),
    revision: z.string(),
    direction: z.enum(['upgrade', 'downgrade']),
    line: z.number().int().nullable(),
  }),
  z.object({ event: z.literal('step-end'), durationMs: z.number() }),
  z.object({
    event: z.literal('statement'),
    sql: z.string(),
    line: z.number().int().nullable(),
    /** Only there where statements wait. */
    seen: z.string().nullish(),
  }),
  z.object({ event: z.literal('statement-end'), durationMs: z.number(), rows: z.number().int().nullable() }),
  z.object({ event: z.literal('done'), contexts: z.array(versionTable) }),
  z.object({
    event: z.literal('compared'),
    contexts: z.array(versionTable),
    changes: z.array(modelChange),
    stale: z.boolean(),
  }),
  z.object({ event: z.literal('dialect'), dialect: z.string() }),
  failure.extend({ event: z.literal('failed') }),
]);

export type DriverMessage = z.infer<typeof driverMessage>;
