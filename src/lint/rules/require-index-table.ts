/** On MySQL an index is dropped from a table; without its name Alembic makes one up. */
import { argument, isNone } from '../arguments.ts';
import { addArgument } from '../argument-splice.ts';
import { named, type ChangeOf } from '../change.ts';
import { changesIn, type Pass } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const requireIndexTable: Rule = {
  id: 'require-index-table',
  group: 'traps',
  title: 'drop_index without table_name',
  why: 'MySQL and MariaDB drop an index from a table by name, so Alembic puts in a table that does not exist and the migration fails. PostgreSQL drops it by its name alone, so this is only worth knowing there: readers and tools cannot tell whose index it is.',
  severity: ALL_ERROR,
  engines: ['mysql', 'mariadb', 'postgresql', 'sqlite'],
  examples: {
    bad: [
      { caption: 'no table', upgrade: 'op.drop_index("ix_name")', at: 'op.drop_index', byHand: true },
      {
        caption: 'no table, on the way back',
        upgrade: 'op.create_index("ix_name", "user", ["name"])',
        downgrade: 'op.drop_index("ix_name")',
        at: 'op.drop_index',
      },
    ],
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
        const known = tableOf(pass, change);
        const found = trouble(
          change,
          isMysql(pass.engine)
            ? `Dropping index ${named(change.name)} without its table fails on MySQL and MariaDB: Alembic names a table that does not exist.`
            : `Dropping index ${named(change.name)} does not say of which table: who reads this must search for it, and on MySQL it would fail.`,
          `Name the table:${known === null ? '\ntable_name="…"' : ''}`,
          isMysql(pass.engine) ? undefined : 'info',
        );
        return [known === null ? found : { ...found, missing: `table_name=${JSON.stringify(known)}` }];
      }),
    ),
  fix: ({ span, missing }, text) =>
    span === null || missing === undefined ? [] : addArgument(span, text, missing),
};

/** Of the index of that name in the other direction; null where it is not there, or in a schema of its own. */
function tableOf(pass: Pass, { direction, name }: ChangeOf<'drop-index'>): string | null {
  const other = direction === 'upgrade' ? 'downgrade' : 'upgrade';
  const made = changesIn(pass, other, 'create-index').find((one) => name !== null && one.name === name);
  return made?.table?.includes('.') === false ? made.table : null;
}

const isMysql = (engine: string | null): boolean => engine === 'mysql' || engine === 'mariadb';
