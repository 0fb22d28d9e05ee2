/** Duplicates that are there fail the upgrade, and old code may still write new ones. */
import { key, named, sameName, type ChangeOf } from '../change.ts';
import { changesIn, onExisting, type Pass } from '../pass.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noUniqueOnExisting: Rule = {
  id: 'no-unique-on-existing',
  group: 'rolling-deploy',
  title: 'A table that exists gets a unique index or constraint',
  why: 'An empty test database has no duplicates; production may. Then the upgrade fails half-way, and what old code inserts meanwhile fails as well.',
  recipe: [
    { does: 'Let the code refuse duplicates, and remove those that are there.' },
    {
      does: 'Make the key. MySQL and MariaDB build it while others write; PostgreSQL does so concurrently, and takes the finished index for the constraint.',
      migration:
        'with op.get_context().autocommit_block():\n    op.create_index("uq_mail", "account", ["mail"], unique=True, postgresql_concurrently=True)\nop.execute("ALTER TABLE account ADD CONSTRAINT uq_mail UNIQUE USING INDEX uq_mail")',
    },
  ],
  severity: STRICT_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'a unique index',
        upgrade: 'op.create_index("ix_mail", "user", ["mail"], unique=True)',
        at: 'op.create_index',
      },
      {
        caption: 'a unique constraint',
        upgrade: 'op.create_unique_constraint("uq_mail", "user", ["mail"])',
        at: 'op.create_unique_constraint',
      },
      {
        caption: 'a primary key of a table that had none',
        upgrade: 'op.create_primary_key("pk_user", "user", ["mail"])',
        at: 'op.create_primary_key',
        says: 'or one holds NULL',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user ADD UNIQUE (mail)")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'a primary key in place of another, whose columns it may hold',
        upgrade:
          'op.drop_constraint("pk_user", "user", type_="primary")\nop.create_primary_key("pk_user", "user", ["id", "mail"])',
      },
      {
        caption: 'a primary key of a column that is new itself',
        upgrade:
          'op.add_column("user", sa.Column("n", sa.Integer(), sa.Identity(), nullable=False))\nop.create_primary_key("pk_user", "user", ["n"])',
      },
      { caption: 'an index that is not unique', upgrade: 'op.create_index("ix_mail", "user", ["mail"])' },
      {
        caption: 'a new column, which is NULL everywhere',
        upgrade:
          'op.add_column("user", sa.Column("code", sa.String(9), nullable=True))\nop.create_unique_constraint("uq_code", "user", ["code"])',
      },
      {
        caption: 'a constraint over an index that is unique already',
        upgrade: 'op.execute("ALTER TABLE account ADD CONSTRAINT uq UNIQUE USING INDEX ix_mail")',
        engines: ['postgresql'],
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'create-index', 'add-constraint').flatMap((change) => {
      const columns = uniqueColumns(change);
      if (columns === undefined || (columns ?? []).some((column) => isEmpty(pass, change, column))) return [];
      const isKey = change.kind === 'add-constraint' && change.constraint.kind === 'primary-key';
      if (isKey && replacesKey(pass, change.table)) return [];
      const over = columns === null ? '' : ` over ${columns.map(named).join(', ')}`;
      return [
        trouble(
          change,
          `${named(change.table)} gets a ${isKey ? 'primary' : 'unique'} key${over}: the upgrade fails if two rows agree there${isKey ? ' or one holds NULL' : ''}, and so does what old code inserts while this deploys.`,
          `Look for duplicates on production first, and let the code refuse them one release earlier:\n${query(change.table, columns)}`,
        ),
      ];
    }),
};

type Added = ChangeOf<'create-index' | 'add-constraint'>;

/** undefined where the change makes nothing unique; null where its columns cannot be read. */
function uniqueColumns(change: Added): readonly string[] | null | undefined {
  if (change.kind === 'create-index') return change.unique ? change.columns : undefined;
  const { kind, columns, usingIndex } = change.constraint;
  return (kind === 'unique' || kind === 'primary-key') && !usingIndex ? columns : undefined;
}

/** NULLs never collide; what fills a new column for a primary key is the author's. */
function isEmpty({ facts }: Pass, change: Added, column: string): boolean {
  const added = facts.newColumn(change, key(column));
  if (added === null) return false;
  const isKey = change.kind === 'add-constraint' && change.constraint.kind === 'primary-key';
  return isKey || (added.nullable !== false && !added.serverDefault);
}

/** A key that is longer than the one before it is as unique. */
const replacesKey = (pass: Pass, table: string | null): boolean =>
  changesIn(pass, 'upgrade', 'drop-constraint').some(
    // Raw SQL of PostgreSQL does not say which kind it drops.
    (one) => (one.constraint === 'primary-key' || one.constraint === null) && sameName(one.table, table),
  );

function query(table: string | null, columns: readonly string[] | null): string {
  const list = columns?.join(', ') ?? '…';
  return `SELECT ${list}, COUNT(*) FROM ${table ?? '…'} GROUP BY ${list} HAVING COUNT(*) > 1`;
}
