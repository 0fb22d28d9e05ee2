/** CONVERT TO CHARACTER SET rewrites every text of a table. */
import { named } from '../change.ts';
import { onExisting, type Pass } from '../pass.ts';
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
        says: 'the table is copied',
      },
      {
        caption: 'with a collation',
        upgrade: 'op.execute("ALTER TABLE user CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")',
        at: 'op.execute',
        engines: ['mysql'],
        says: 'Unless',
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
      .filter(({ option, charset, table }) => option === 'convert-charset' && !hasIt(pass, table, charset))
      .map((change) => {
        const { charset, table } = change;
        // MySQL writes nothing anew where only the collation of columns without an index is another.
        const unless =
          pass.engine === 'mysql' && charset !== null && pass.tableBefore(table).length === 0
            ? `Unless they are in ${charset} already, every text of ${named(table)} is rewritten`
            : `Every text of ${named(table)} is rewritten`;
        return trouble(
          change,
          `${unless}: for its whole length the table is copied, and writes to it wait; values that become equal fail a unique key.`,
          'Convert it with an online schema-change tool, and set only the default in the migration.',
        );
      }),
};

/** Whether MySQL's texts are known to have it; whether an index makes it copy all the same, the server is asked. */
function hasIt({ engine, tableBefore }: Pass, table: string | null, charset: string | null): boolean {
  const texts = tableBefore(table).flatMap((column) => column.charset ?? []);
  return engine === 'mysql' && texts.length > 0 && texts.every((one) => one === charset);
}
