/** One UPDATE over a whole table is one transaction over a whole table. */
import { named, type ChangeOf } from '../change.ts';
import { changesIn, isBackfill, onExisting, type Pass } from '../pass.ts';
import { STRICT_ERROR, trouble, type Rule, type Trouble } from '../rule.ts';

export const noUnbatchedBackfill: Rule = {
  id: 'no-unbatched-backfill',
  group: 'locks',
  title: 'A whole table is filled or copied in one statement',
  why: 'All rows that it writes are locked until the transaction ends: writers wait, replicas lag behind, and a failure near the end undoes everything at the same price. MySQL and MariaDB lock the rows that INSERT … SELECT reads as well, so copying a table into a new one holds up those who write to the old one; PostgreSQL does not.',
  severity: STRICT_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'a new column filled',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), nullable=True))\nop.execute("UPDATE user SET role = \'guest\'")',
        at: 'op.execute',
      },
      {
        caption: 'NULLs filled',
        upgrade: `op.execute("UPDATE room SET note = COALESCE(note, '')")`,
        at: 'op.execute',
      },
      {
        caption: 'all rows copied',
        upgrade: 'op.execute("INSERT INTO log SELECT * FROM event")',
        at: 'op.execute',
      },
      {
        caption: 'all rows of a table copied into a new one',
        upgrade:
          'op.create_table("log", sa.Column("id", sa.Integer(), primary_key=True))\nop.execute("INSERT INTO log SELECT id FROM event")',
        at: 'op.execute',
        engines: ['mysql', 'mariadb'],
        says: 'reads every row of `event`',
      },
      {
        caption: 'and in one statement with it',
        upgrade: 'op.execute("CREATE TABLE event_backup AS SELECT * FROM event")',
        at: 'op.execute',
        engines: ['mysql', 'mariadb'],
        says: 'reads every row of `event`',
      },
    ],
    good: [
      {
        caption: 'a copy without its rows',
        upgrade: 'op.execute("CREATE TABLE log LIKE event")',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'a part of the rows',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), nullable=True))\nop.execute("UPDATE user SET role = \'guest\' WHERE id < 1000")',
      },
      {
        caption: 'rows copied into a new table on PostgreSQL, where reading locks none',
        upgrade:
          'op.create_table("log", sa.Column("id", sa.Integer(), primary_key=True))\nop.execute("INSERT INTO log SELECT id FROM event")',
        engines: ['postgresql'],
      },
      {
        caption: 'rows of a table that is new itself',
        upgrade:
          'op.create_table("kind", sa.Column("id", sa.Integer(), primary_key=True))\nop.create_table("log", sa.Column("id", sa.Integer(), primary_key=True))\nop.execute("INSERT INTO log SELECT id FROM kind")',
      },
      {
        caption: 'some rows copied into a new table',
        upgrade:
          'op.create_table("log", sa.Column("id", sa.Integer(), primary_key=True))\nop.execute("INSERT INTO log SELECT id FROM event WHERE id < 1000")',
      },
      { caption: 'rows that are written down', upgrade: 'op.execute("INSERT INTO role VALUES (1), (2)")' },
    ],
  },
  check: (pass) => [...written(pass), ...read(pass)],
};

const CURE = 'Give the column a server default instead, or fill it in batches outside of the migration.';

const written = (pass: Pass): readonly Trouble[] =>
  onExisting(pass, 'write').flatMap((change) => {
    const { verb, filtered, fillsNulls, table } = change;
    if (filtered || verb === 'delete') return [];
    if (verb === 'update' && !fillsNulls && !isBackfill(pass, change)) return [];
    if (verb === 'insert' && change.selects.length > 0 && oldSources(pass, change).length === 0) return [];
    return [
      trouble(
        change,
        `This writes every row ${verb === 'update' ? `of ${named(table)}` : `that it selects into ${named(table)}`} in one transaction: other writers wait for it, and replicas lag behind.`,
        verb === 'update' ? CURE : COPY_CURE,
      ),
    ];
  });

const COPY_CURE = 'Copy the rows in batches, outside of the migration.';

/** What a new table gets is written for nobody yet, but MySQL and MariaDB lock what they read for it. */
const read = ({ engine, ...pass }: Pass): readonly Trouble[] =>
  (engine === 'mysql' || engine === 'mariadb' ? changesIn(pass, 'upgrade', 'write') : []).flatMap(
    (change) => {
      if (change.verb !== 'insert' || change.filtered || !pass.facts.isNewTable(change)) return [];
      const [source] = oldSources(pass, change);
      if (source === undefined) return [];
      return [
        trouble(
          change,
          `This reads every row of ${named(source)} into ${named(change.table)} and locks it until the transaction ends: whoever updates one of them waits, and replicas lag behind.`,
          COPY_CURE,
        ),
      ];
    },
  );

/** The tables that it reads, less those of this pull request. */
const oldSources = ({ facts }: Pick<Pass, 'facts'>, change: ChangeOf<'write'>): readonly string[] =>
  change.selects.filter((table) => !facts.isNewName(change, table));
