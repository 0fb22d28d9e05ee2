/** An index over (a) beside one over (a, b) answers nothing that the longer one does not. */
import { key, named } from '../change.ts';
import { indexNamed, madeIndexes, startsWith } from '../indexes.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

export const noPrefixRedundantIndex: Rule = {
  id: 'no-prefix-redundant-index',
  group: 'hygiene',
  title: 'An index whose columns another one begins with',
  why: 'Whatever the shorter index finds, the longer one finds as well, and every write keeps both. A unique index is another matter: it forbids what the longer one allows.',
  severity: ALL_OFF,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'the shorter one first',
        upgrade: 'op.create_index("ix_a", "user", ["a"])\nop.create_index("ix_ab", "user", ["a", "b"])',
        at: 'op.create_index("ix_a",',
      },
      {
        caption: 'the beginning of the primary key',
        upgrade:
          'op.create_table("user_tag", sa.Column("user", sa.Integer()), sa.Column("tag", sa.Integer()), sa.PrimaryKeyConstraint("user", "tag"))\nop.create_index("ix_user", "user_tag", ["user"])',
        at: 'op.create_index',
      },
    ],
    good: [
      {
        caption: 'the end of another one',
        upgrade: 'op.create_index("ix_b", "user", ["b"])\nop.create_index("ix_ab", "user", ["a", "b"])',
      },
      {
        caption: 'a unique one',
        upgrade:
          'op.create_index("ix_a", "user", ["a"], unique=True)\nop.create_index("ix_ab", "user", ["a", "b"])',
      },
    ],
  },
  check: (pass) => {
    const made = madeIndexes(pass);
    return made.flatMap((index) => {
      const longer = made.find(
        ({ table, columns }) =>
          key(table) === key(index.table) &&
          columns.length > index.columns.length &&
          startsWith(columns, index.columns),
      );
      if (index.unique || !longer) return [];
      return [
        trouble(
          index.change,
          `The index over (${index.columns.join(', ')}) of ${named(index.table)} is the beginning of ${indexNamed(longer)}, over (${longer.columns.join(', ')}): every write to the table keeps both, and no query needs the shorter one.`,
          'Leave out the shorter one.',
        ),
      ];
    });
  },
};
