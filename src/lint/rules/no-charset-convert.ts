/** CONVERT TO CHARACTER SET rewrites every text of a table. */
import { named } from '../change.ts';
import { onExisting } from '../pass.ts';
import { MYSQL, trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const noCharsetConvert: Rule = {
  id: 'no-charset-convert',
  group: 'locks',
  title: 'A table is converted to another character set',
  why: 'The server copies the whole table and blocks writes meanwhile; columns may silently get a larger type, and two values that were different may be equal under the new collation and fail a unique key.',
  severity: WARNING_ERROR,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user CONVERT TO CHARACTER SET utf8mb4")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'the default for columns to come',
        upgrade: 'op.execute("ALTER TABLE user DEFAULT CHARACTER SET utf8mb4")',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'table-option')
      .filter(({ option }) => option === 'convert-charset')
      .map((change) =>
        trouble(
          change,
          `Every text of ${named(change.table)} is rewritten: for its whole length the table is copied, and writes to it wait; values that become equal fail a unique key.`,
          'Convert it with an online schema-change tool, and set only the default in the migration.',
        ),
      ),
};
