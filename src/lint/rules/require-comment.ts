/** Nobody asks the author of a table three years later: the author has left. */
import { argument, stringOf } from '../arguments.ts';
import { key, named, type Change } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

export const requireComment: Rule = {
  id: 'require-comment',
  group: 'hygiene',
  title: 'A new table without a comment',
  why: 'A comment in the schema is read by whoever looks at the database without the code. With `columns: true` each column needs one, too.',
  severity: ALL_OFF,
  statements: true,
  options: { columns: false },
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()))',
        at: 'op.create_table',
      },
      {
        caption: 'a column without one, with `columns: true`',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()), comment="labels of notes")',
        at: 'op.create_table',
        config: { rules: { 'require-comment': { severity: 'error', options: { columns: true } } } },
      },
    ],
    good: [
      {
        caption: 'a comment',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()), comment="labels of notes")',
      },
      {
        caption: 'a comment that comes after the table',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer()))\nop.create_table_comment("tag", "labels of notes")\nop.execute("CREATE TABLE note (id INT)")\nop.execute("COMMENT ON TABLE note IS \'texts\'")',
      },
    ],
  },
  check: (pass) => {
    const ofColumns = pass.options['columns'] === true;
    return changesIn(pass, 'upgrade', 'create-table').flatMap((change) => {
      const { table, comment, columns, complete, temporary } = change;
      if (!complete || temporary) return [];
      const bare = ofColumns
        ? columns.filter((column) => !column.comment).map(({ name }) => named(name))
        : [];
      const missing =
        comment || pass.changes.some((one) => comments(one, table)) ? [] : [`table ${named(table)}`];
      const columnsOf = bare.length === 0 ? [] : [`${bare.join(', ')} of ${named(table)}`];
      if (missing.length + bare.length === 0) return [];
      return [
        trouble(
          change,
          `Nothing in the schema says what ${[...missing, ...columnsOf].join(' and what ')} ${bare.length > 1 && missing.length === 0 ? 'are' : 'is'} for: whoever looks at the database without the code must guess.`,
          'Say it:\ncomment="…"',
        ),
      ];
    });
  },
};

/** `op.create_table_comment`, `COMMENT ON TABLE`. */
function comments({ operation, kind, direction }: Change, table: string | null): boolean {
  if (kind !== 'other' || direction !== 'upgrade' || !operation || table === null) return false;
  if (operation.kind === 'call')
    return (
      operation.name === 'create_table_comment' &&
      key(stringOf(argument(operation, 'table_name')) ?? '') === key(table)
    );
  const text = operation.kind === 'sql' ? operation.sql.toLowerCase().replace(/["`]/g, '') : '';
  return text.includes('comment') && text.split(/[^\w.]+/).includes(key(table));
}
