/** Two indexes over the same columns: every write keeps both, and no query needs the second. */
import { key, named } from '../change.ts';
import { indexNamed, madeIndexes, startsWith } from '../indexes.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

export const noDuplicateIndex: Rule = {
  id: 'no-duplicate-index',
  group: 'hygiene',
  title: 'Two indexes over the same columns',
  why: 'Every insert, update and delete keeps both of them, in memory and on disk, and no query is faster for it. A primary key or a unique constraint is an index already.',
  severity: ALL_OFF,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'an index on the primary key',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True))\nop.create_index("ix_tag_id", "tag", ["id"])',
        at: 'op.create_index',
      },
      {
        caption: 'an index beside index=True',
        upgrade:
          'op.add_column("user", sa.Column("nick", sa.String(9), index=True))\nop.create_index("ix_nick", "user", ["nick"])',
        at: 'op.create_index',
      },
      {
        caption: 'in raw SQL',
        upgrade:
          'op.execute("CREATE TABLE tag (a INT, b INT, UNIQUE (a, b))")\nop.execute("CREATE INDEX ix ON tag (a, b)")',
        at: 'op.execute("CREATE INDEX',
      },
    ],
    good: [
      {
        caption: 'another order of columns',
        upgrade: 'op.create_index("ix_ab", "user", ["a", "b"])\nop.create_index("ix_ba", "user", ["b", "a"])',
      },
      {
        caption: 'another table, and an index over a part of the column',
        upgrade:
          'op.create_index("ix_a", "user", ["a"])\nop.create_index("ix_a", "note", ["a"])\nop.create_index("ix_b", "user", ["a"], mysql_length=9)',
      },
    ],
  },
  check: (pass) => {
    const made = madeIndexes(pass);
    return made.flatMap((index, at) => {
      const other = made
        .slice(0, at)
        .find(
          ({ table, columns }) =>
            key(table) === key(index.table) &&
            columns.length === index.columns.length &&
            startsWith(columns, index.columns),
        );
      if (!other) return [];
      return [
        trouble(
          index.change,
          `Table ${named(index.table)} has two indexes over (${index.columns.join(', ')}), this and ${indexNamed(other)}: every write to it keeps both, and no query needs the second.`,
          index.unique === other.unique ? 'Leave out one of them.' : 'Leave out the one that is not unique.',
        ),
      ];
    });
  },
};
