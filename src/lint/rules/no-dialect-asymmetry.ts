/** A branch on the dialect in one direction only undoes on one database what was done on another. */
import type { Direction, Operation } from '../../revision/operation.ts';
import { tableOf } from '../arguments.ts';
import { asksForDialect } from '../dialect-condition.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';
import { readSql } from '../sql/read.ts';

export const noDialectAsymmetry: Rule = {
  id: 'no-dialect-asymmetry',
  group: 'reversibility',
  title: 'Only one direction asks which database it runs on',
  why: 'On one of the databases a direction then undoes what the other never did, or leaves what it did. The version row says that both happened.',
  severity: STRICT_ERROR,
  examples: {
    bad: [
      {
        caption: 'a branch in the upgrade',
        upgrade: 'if op.get_bind().dialect.name == "mysql":\n    op.create_index("ix", "user", ["a"])',
        downgrade: 'op.drop_index("ix", table_name="user")',
        at: 'op.create_index',
        says: 'only if `op.get_bind().dialect.name == "mysql"`',
      },
      {
        caption: 'a way out at the top',
        upgrade:
          'if op.get_bind().dialect.name != "mysql":\n    return\nop.create_index("ix", "user", ["a"])',
        downgrade: 'op.drop_index("ix", table_name="user")',
        at: 'op.create_index',
      },
    ],
    good: [
      {
        caption: 'a branch in both',
        upgrade: 'if op.get_bind().dialect.name == "mysql":\n    op.create_index("ix", "user", ["a"])',
        downgrade: 'if op.get_bind().dialect.name == "mysql":\n    op.drop_index("ix", table_name="user")',
      },
      {
        caption: 'two ways to do the same, both undone alike',
        upgrade:
          'if op.get_bind().dialect.name == "mysql":\n    op.execute("CREATE INDEX ix ON user (a)")\nelse:\n    op.create_index("ix", "user", ["a"])',
        downgrade: 'op.drop_index("ix", table_name="user")',
      },
      {
        caption: 'a question for each database',
        upgrade:
          'name = op.get_bind().dialect.name\nif name == "mysql":\n    op.execute("CREATE INDEX ix ON user (a)")\nif name == "postgresql":\n    op.execute("CREATE INDEX ix ON user (a)")',
        downgrade: 'op.drop_index("ix", table_name="user")',
      },
      {
        caption: 'a type that only PostgreSQL has to drop',
        upgrade: 'op.add_column("user", sa.Column("role", sa.Enum("a", name="role")))',
        downgrade:
          'op.drop_column("user", "role")\nif op.get_bind().dialect.name == "postgresql":\n    sa.Enum(name="role").drop(op.get_bind())',
      },
      {
        caption: 'a key that goes along with its column everywhere else',
        upgrade:
          'op.add_column("note", sa.Column("tag_id", sa.Integer()))\nop.create_foreign_key("fk_tag", "note", "tag", ["tag_id"], ["id"])',
        downgrade:
          'if op.get_bind().dialect.name == "mysql":\n    op.drop_constraint("fk_tag", "note", type_="foreignkey")\nop.drop_column("note", "tag_id")',
      },
      {
        caption: 'what is written to find anything',
        upgrade: 'op.add_column("user", sa.Column("role", sa.Enum("a", name="role")))',
        downgrade:
          'op.drop_column("user", "role")\nif op.get_bind().dialect.name == "postgresql":\n    op.execute("DROP TYPE IF EXISTS role")',
      },
      {
        caption: 'what leaves nothing behind in the schema',
        upgrade:
          'if op.get_bind().dialect.name == "mysql":\n    op.execute("SET FOREIGN_KEY_CHECKS = 0")\nop.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True))',
        downgrade: 'op.drop_table("tag")',
      },
      {
        caption: 'no way back at all, of which another rule speaks',
        upgrade: 'if op.get_bind().dialect.name == "mysql":\n    op.create_index("ix", "user", ["a"])',
      },
    ],
  },
  check: ({ migration: { operations } }) => {
    const asking = (direction: Direction): readonly Operation[] =>
      operations.filter((one) => one.direction === direction && asksForDialect(one.under));
    const present = (direction: Direction): boolean => operations.some((one) => one.direction === direction);
    const [up, down] = [asking('upgrade'), asking('downgrade')];
    const [first] = (up.length > 0 ? up : down).filter(
      (one) => !isTolerant(one) && !goesAnyway(one, operations) && !isPassing(one),
    );
    if (!first || up.length > 0 === down.length > 0) return [];
    if (!present('upgrade') || !present('downgrade') || hasOtherwise([...up, ...down])) return [];
    const [here, there] = first.direction === 'upgrade' ? ['upgrade', 'downgrade'] : ['downgrade', 'upgrade'];
    const condition = first.under.find((one) => asksForDialect([one])) ?? '';
    return [
      trouble(
        first,
        `${here}() does this only if \`${condition.replaceAll('`', "'")}\`, and ${there}() does not ask: on the other databases ${there}() meets what never happened, or leaves what did.`,
        `Ask for the same dialect in ${there}().`,
      ),
    ];
  },
};

/** Leaves nothing in the schema that the other direction would have to undo: settings of a session, rows. */
const isPassing = (operation: Operation): boolean =>
  operation.kind === 'sql' && readSql(operation.sql, null).every(({ kind }) => kind === 'write');

/** What is written to find anything: IF EXISTS, and types that only PostgreSQL has as objects of their own. */
function isTolerant(operation: Operation): boolean {
  if (operation.kind === 'sql') return /\bif\s+(?:not\s+)?exists\b/i.test(operation.sql);
  if (operation.kind !== 'call') return false;
  const { name, keywords } = operation;
  return name === 'create' || name === 'drop' || 'if_exists' in keywords || 'if_not_exists' in keywords;
}

/** MySQL must drop a foreign key or an index before its column or table, elsewhere they go along with it. */
function goesAnyway(operation: Operation, all: readonly Operation[]): boolean {
  if (operation.kind !== 'call' || !/^drop_(?:constraint|index)$/.test(operation.name)) return false;
  const table = tableOf(operation);
  return all.some(
    (other) =>
      other.kind === 'call' &&
      other.direction === operation.direction &&
      /^drop_(?:column|table)$/.test(other.name) &&
      tableOf(other) === table,
  );
}

/** Where `else` or a second question does something as well, every database gets its own way to the same end. */
const hasOtherwise = (operations: readonly Operation[]): boolean =>
  new Set(operations.flatMap(({ under }) => under.filter((one) => asksForDialect([one])))).size > 1;
