/** The configuration's schema for editors, made from the one that judges; published as schema/config.schema.json. */
import * as z from 'zod';
import { configSchema } from './schema.ts';

/** JSON Schema, draft 7, which the YAML language servers of today know best. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(configSchema(), { target: 'draft-7', io: 'input' });
  return {
    $schema,
    title: 'Alembic Gate',
    description: 'Configuration of Alembic Gate, .github/alembic-gate.yml',
    ...schema,
  };
}
