/** A table without a primary key cannot be replicated, synchronised or cleaned up row by row. */
import { named } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

export const requirePrimaryKey: Rule = {
  id: 'require-primary-key',
  group: 'hygiene',
  title: 'A new table without a primary key',
  why: 'MySQL’s and MariaDB’s row-based replication then looks through the whole table for every changed row, and group replication refuses the table; PostgreSQL’s logical replication refuses to update or delete its rows. Duplicates cannot be told apart anywhere.',
  severity: ALL_OFF,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade: 'op.create_table("tag", sa.Column("name", sa.String(50), nullable=False))',
        at: 'op.create_table',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("CREATE TABLE tag (name VARCHAR(50))")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'a column that is one',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True))',
      },
      {
        caption: 'a constraint',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()), sa.PrimaryKeyConstraint("id"))',
      },
      {
        caption: 'a key that is added later in the revision',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer()))\nop.create_primary_key("pk", "tag", ["id"])',
      },
      {
        caption: 'columns that are computed, and a copy of a table',
        upgrade: 'op.create_table("tag", *columns())\nop.execute("CREATE TABLE copy LIKE tag")',
      },
      { caption: 'a temporary table', upgrade: 'op.execute("CREATE TEMPORARY TABLE work (id INT)")' },
    ],
  },
  check: (pass) => {
    const later = changesIn(pass, 'upgrade', 'add-constraint').filter(
      ({ constraint }) => constraint.kind === 'primary-key',
    );
    return changesIn(pass, 'upgrade', 'create-table')
      .filter(({ columns, constraints, complete, temporary, table }) => {
        const has =
          columns.some(({ primaryKey }) => primaryKey) ||
          constraints.some(({ kind }) => kind === 'primary-key') ||
          later.some((one) => one.table === table);
        return complete && !temporary && !has;
      })
      .map((change) =>
        trouble(
          change,
          `Table ${named(change.table)} has no primary key: ${pass.engine === 'postgresql' ? 'logical replication refuses to update or delete its rows' : 'replication looks through all of it for every changed row'}, and nothing tells two equal rows apart.`,
          'Give it one:\nsa.Column("id", sa.BigInteger(), primary_key=True)',
        ),
      );
  },
};
