/** On MySQL an index is dropped from a table; without its name Alembic makes one up. */
import { argument, isNone } from '../arguments.ts';
import { named } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_ERROR, MYSQL, trouble, type Rule } from '../rule.ts';

export const requireIndexTable: Rule = {
  id: 'require-index-table',
  group: 'traps',
  title: 'drop_index without table_name',
  why: 'MySQL and MariaDB drop an index from a table by name, so Alembic puts in a table that does not exist and the migration fails. PostgreSQL needs no table and is not concerned.',
  severity: ALL_ERROR,
  engines: MYSQL,
  examples: {
    bad: [{ caption: 'no table', upgrade: 'op.drop_index("ix_name")', at: 'op.drop_index' }],
    good: [
      { caption: 'with the table', upgrade: 'op.drop_index("ix_name", table_name="user")' },
      {
        caption: 'in a batch, which knows it',
        upgrade: 'with op.batch_alter_table("user") as batch:\n    batch.drop_index("ix_name")',
      },
    ],
  },
  check: (pass) =>
    (['upgrade', 'downgrade'] as const).flatMap((direction) =>
      changesIn(pass, direction, 'drop-index').flatMap((change) => {
        const { operation } = change;
        if (operation?.kind !== 'call' || operation.batchTable || '**' in operation.keywords) return [];
        const table = argument(operation, 'table_name') ?? operation.keywords['tablename'];
        if (table !== undefined && !isNone(table)) return [];
        return [
          trouble(
            change,
            `Dropping index ${named(change.name)} without its table fails on MySQL and MariaDB: Alembic names a table that does not exist.`,
            'Name the table:\ntable_name="…"',
          ),
        ];
      }),
    ),
};
