/** A DELETE or UPDATE without a condition rewrites a whole table, usually by mistake. */
import { named } from '../change.ts';
import { isBackfill, onExisting } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const noUnfilteredDelete: Rule = {
  id: 'no-unfiltered-delete',
  group: 'data-loss',
  title: 'DELETE or UPDATE without WHERE on a table that exists',
  why: 'Every row is deleted or overwritten, on every database that is upgraded; what the rows held before is gone. An UPDATE that sets only columns which this pull request adds is a backfill and no matter of this rule.',
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      { caption: 'all rows deleted', upgrade: 'op.execute("DELETE FROM session")', at: 'op.execute' },
      {
        caption: 'with SQLAlchemy',
        upgrade:
          'users = sa.table("user", sa.column("role"))\nop.execute(users.update().values(role="guest"))',
        at: 'op.execute',
      },
      {
        caption: 'with a query, whose argument is no condition',
        upgrade: 'op.execute(orm.Query(User).update({"role": "guest"}))',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'what a trigger does when it fires',
        upgrade:
          'op.execute("CREATE TRIGGER emptied AFTER DELETE ON user FOR EACH ROW BEGIN DELETE FROM log; UPDATE total SET n = 0; END")',
        engines: ['mysql', 'mariadb'],
      },
      { caption: 'with a condition', upgrade: 'op.execute("DELETE FROM session WHERE expired = 1")' },
      {
        caption: 'with a condition as older SQLAlchemy takes it',
        upgrade:
          'users = sa.table("user", sa.column("role"))\nop.get_bind().execute(users.delete(sa.and_(users.c.role == "guest")))\nop.execute(sa.delete(users, users.c.role == "bot"))\nop.execute(users.update(whereclause=users.c.role == "cat").values(role="dog"))',
      },
      {
        caption: 'a backfill of a new column',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), nullable=True))\nop.execute("UPDATE user SET role = \'guest\'")',
      },
      {
        caption: 'a backfill of a new column, in a table that cannot be read',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), nullable=True))\nop.execute(load("user").update().values(role="guest"))',
      },
      {
        caption: 'NULLs filled, which leaves all other values alone',
        upgrade: `op.execute("UPDATE room SET note = COALESCE(note, ''), phone = IFNULL(phone, '')")`,
      },
      {
        caption: 'a backfill of columns that were added where they were missing',
        upgrade:
          'if not exists("user", "role"):\n    op.add_column("user", sa.Column("role", sa.String(9), nullable=True))\nusers = sa.table("user", sa.column("role"))\nop.execute(users.update().values(dict(role="guest")))',
      },
      {
        caption: 'a backfill through a table of the project’s own making',
        before: 'from app.db import sautils',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), nullable=True))\nusers = sautils.Table("user", sa.MetaData(), sa.Column("role", sa.String(9)))\nop.execute(users.update().values({users.c.role: users.c.name}))',
      },
      {
        caption: 'a backfill of a column that a helper of another file adds',
        before: 'from app.migrations.util import add_column',
        upgrade:
          'add_column("user", sa.Column("role", sa.String(9)))\nop.execute("UPDATE user SET role = \'guest\'")',
      },
      {
        caption: 'a condition that is computed',
        upgrade: 'op.execute(f"DELETE FROM session {condition()}")',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'write').flatMap((change) => {
      const { verb, filtered, fillsNulls, table } = change;
      if (verb === 'insert' || filtered || fillsNulls || isBackfill(pass, change)) return [];
      return [
        trouble(
          change,
          verb === 'delete'
            ? `This DELETE has no WHERE: it destroys every row of ${named(table)}, on every database that is upgraded, and no downgrade knows what was there.`
            : `This UPDATE has no WHERE: it overwrites every row of ${named(table)}, on every database that is upgraded, and what was there comes back only where a downgrade can compute it.`,
          'Add a WHERE that names the rows that are meant.',
        ),
      ];
    }),
};
