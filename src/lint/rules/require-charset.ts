/** A table in an old character set refuses the first emoji, and cannot be joined on text with the others. */
import { named } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_OFF, MYSQL, trouble, type Rule } from '../rule.ts';

export const requireCharset: Rule = {
  id: 'require-charset',
  group: 'hygiene',
  title: 'A new table in a character set that is not on the list',
  why: 'latin1 and utf8mb3 cannot hold every character, and a join between texts of two character sets uses no index. `charsets` is the list; with `explicit: true` a table must name its character set, because otherwise the server’s default decides.',
  severity: ALL_OFF,
  engines: MYSQL,
  statements: true,
  options: { charsets: ['utf8mb4'], explicit: false },
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()), mysql_charset="latin1")',
        at: 'op.create_table',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("CREATE TABLE tag (id INT) DEFAULT CHARSET=utf8")',
        at: 'op.execute',
      },
      {
        caption: 'none named, with `explicit: true`',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()))',
        at: 'op.create_table',
        config: { rules: { 'require-charset': { severity: 'error', options: { explicit: true } } } },
      },
    ],
    good: [
      {
        caption: 'by its collation, with `explicit: true`',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer()), mysql_collate="utf8mb4_bin")\nop.execute("CREATE TABLE note (id INT) COLLATE utf8mb4_bin")',
        config: { rules: { 'require-charset': { severity: 'error', options: { explicit: true } } } },
      },
      {
        caption: 'on the list, and the server’s default',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer()), mysql_charset="utf8mb4")\nop.execute("CREATE TABLE note (id INT)")',
      },
    ],
  },
  check: (pass) => {
    const { charsets, explicit } = pass.options;
    const allowed = Array.isArray(charsets) ? charsets.map((one) => String(one).toLowerCase()) : [];
    return changesIn(pass, 'upgrade', 'create-table')
      .filter(({ charset, complete, temporary }) =>
        charset === null
          ? explicit === true && complete && !temporary
          : !allowed.includes(charset.toLowerCase()),
      )
      .map((change) =>
        trouble(
          change,
          `Table ${named(change.table)} is made in ${change.charset === null ? 'the server’s default character set, whatever that is' : `character set ${change.charset}`}: texts of different character sets cannot be joined by an index, and not each of them holds every character.`,
          `Name one of ${allowed.join(', ')}:\nmysql_charset="${allowed[0] ?? 'utf8mb4'}"`,
        ),
      );
  },
};
