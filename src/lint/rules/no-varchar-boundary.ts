/** From 256 bytes on, InnoDB keeps the length of a text in two bytes, and every row must be rewritten; as it must for a shorter one. */
import { columnNamed } from '../change.ts';
import { isBefore, onExisting, type Pass } from '../pass.ts';
import { MYSQL, STRICT_ERROR, trouble, type Rule } from '../rule.ts';

/** Characters that take at most 255 bytes in every character set, and that take more than 255 in each. */
const SHORT = 63;
const LONG = 255;
/** From this MariaDB on, up to 127 bytes grow at once over any boundary, and so many can be 63 characters. */
const LONGER_AT_ONCE = '10.4.3';

export const noVarcharBoundary: Rule = {
  id: 'no-varchar-boundary',
  group: 'locks',
  title: 'A VARCHAR grows over the boundary of 255 bytes, or shrinks',
  why: 'Up to 255 bytes the length of a value takes one byte, beyond them two. Growing within either side changes metadata alone; crossing copies the whole table and blocks writes, on MariaDB since 10.4.3 only from more than 127 bytes. Only lengths that grow over it in every character set are found. A column that shrinks is copied in any case; what it may lose is `no-type-narrowing`’s.',
  severity: STRICT_ERROR,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'from 50 to 300',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(300), existing_type=sa.String(50), existing_nullable=True)',
        at: 'op.alter_column',
        engines: ['mysql'],
      },
      {
        caption: 'on an older MariaDB',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(300), existing_type=sa.String(50), existing_nullable=True)',
        at: 'op.alter_column',
        engines: ['mariadb'],
        version: '10.3.39',
      },
      {
        caption: 'a shorter one, whose every value is read again',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(100), existing_type=sa.String(300), existing_nullable=True)',
        at: 'op.alter_column',
        says: 'shrinks from 300 to 100 characters',
      },
    ],
    good: [
      {
        caption: 'up to 127 bytes on MariaDB, which grow at once',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(300), existing_type=sa.String(50), existing_nullable=True)',
        engines: ['mariadb'],
        version: '10.11.6',
      },
      {
        caption: 'above it on both sides',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(500), existing_type=sa.String(300), existing_nullable=True)',
      },
      {
        caption: 'where it depends on the character set',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(255), existing_type=sa.String(100), existing_nullable=True)',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'alter-column').flatMap((change) => {
      const { from, to, table, column } = change;
      if (from.type?.name !== 'varchar' || to.type?.name !== 'varchar') return [];
      const [before] = from.type.numbers;
      const [after] = to.type.numbers;
      if (before === undefined || after === undefined || pass.facts.newColumn(change, column)) return [];
      const how =
        after < before
          ? `shrinks from ${before} to ${after} characters, and the server reads every value again`
          : crosses(pass, before, after)
            ? `grows from ${before} to ${after} characters, over the boundary of 255 bytes`
            : null;
      if (how === null) return [];
      return [
        trouble(
          change,
          `${columnNamed(table, column)} ${how}: the table is copied, and writes to it wait for its whole length.`,
          after < before
            ? 'Keep the length and check the limit in the application, or run it with an online schema-change tool.'
            : 'Run it with an online schema-change tool, or stay below the boundary.',
        ),
      ];
    }),
};

const crosses = ({ engine, version }: Pass, before: number, after: number): boolean =>
  before <= SHORT && after > LONG && (engine !== 'mariadb' || isBefore(version, LONGER_AT_ONCE));
