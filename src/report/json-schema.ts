/** The report's schema as JSON Schema, published as schema/report.schema.json. */
import * as z from 'zod';
import { reportSchema } from './schema.ts';

export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { target: 'draft-7' });
  return {
    $schema,
    title: 'Alembic Gate report',
    description: 'What `alembic-gate check --format json` prints',
    ...schema,
  };
}
