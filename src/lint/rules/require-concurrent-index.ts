/** CREATE INDEX on PostgreSQL keeps writers out for as long as the table is read. */
import { named, type ChangeOf } from '../change.ts';
import { onExisting } from '../pass.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const requireConcurrentIndex: Rule = {
  id: 'require-concurrent-index',
  group: 'locks',
  title: 'An index is built without CONCURRENTLY, or with it inside of a transaction',
  why: 'An ordinary CREATE INDEX holds a SHARE lock: every INSERT, UPDATE and DELETE waits until the whole table was read. CONCURRENTLY does not block, and PostgreSQL refuses it inside of the transaction that Alembic opens, unless it stands in an `autocommit_block()`.',
  recipe: [
    {
      does: 'Build the index in a revision of its own, outside of the transaction, with a guard for the next attempt: one that fails leaves an invalid index behind.',
      migration:
        'with op.get_context().autocommit_block():\n    op.drop_index("ix_a", table_name="user", if_exists=True, postgresql_concurrently=True)\n    op.create_index("ix_a", "user", ["a"], postgresql_concurrently=True)',
    },
    { does: 'Release the code whose queries need it.' },
  ],
  severity: STRICT_ERROR,
  engines: ['postgresql'],
  statements: true,
  examples: {
    bad: [
      { caption: 'a blocking one', upgrade: 'op.create_index("ix_a", "user", ["a"])', at: 'op.create_index' },
      {
        caption: 'inside of the transaction',
        upgrade: 'op.create_index("ix_a", "user", ["a"], postgresql_concurrently=True)',
        at: 'op.create_index',
      },
    ],
    good: [
      {
        caption: 'both',
        upgrade:
          'with op.get_context().autocommit_block():\n    op.create_index("ix_a", "user", ["a"], postgresql_concurrently=True)',
      },
      {
        caption: 'where it is computed',
        upgrade: 'op.create_index("ix_a", "user", ["a"], postgresql_concurrently=not offline())',
      },
      {
        caption: 'a table of this pull request',
        upgrade:
          'op.create_table("tag", sa.Column("a", sa.Integer()))\nop.create_index("ix_a", "tag", ["a"])',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'create-index')
      .filter(({ concurrently, autocommit, operation }) =>
        concurrently === true ? operation !== null && !autocommit : concurrently === false,
      )
      .map((change) =>
        trouble(
          change,
          change.concurrently
            ? `CONCURRENTLY cannot run inside of a transaction, and Alembic opens one: the migration fails unless env.py turns that off.`
            : `Building an index on ${named(change.table)} makes every INSERT, UPDATE and DELETE on it wait until the whole table was read.`,
          `Build it concurrently, outside of the transaction:\nwith op.get_context().autocommit_block():\n    op.create_index(${written(change)}, postgresql_concurrently=True)`,
        ),
      ),
};

/** As `create_index` takes it, as far as it can be read. */
const written = ({ name, table, columns }: ChangeOf<'create-index'>): string =>
  name === null || table === null || columns === null || table.includes('.')
    ? '…'
    : `${JSON.stringify(name)}, ${JSON.stringify(table)}, [${columns.map((one) => JSON.stringify(one)).join(', ')}]`;
