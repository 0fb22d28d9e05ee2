/** What takes a moment on a laptop takes an hour on the largest table of production. */
import { sizeOfTable } from '../../config/table-size.ts';
import { columnNamed, named, type Change } from '../change.ts';
import { isBefore, onExisting, type Pass } from '../pass.ts';
import { filledByPostgresql } from '../rewrites.ts';
import { ALL_WARNING, trouble, type Rule } from '../rule.ts';

const SIZES = { user: { rows: 12_000_000, bytes: null }, note: { rows: 900, bytes: 65_536 } };

export const noLargeTableChange: Rule = {
  id: 'no-large-table-change',
  group: 'locks',
  title: 'A large table is changed in a way that goes through all its rows',
  why: `A change that reads or writes every row takes as long as the table is large, and so long its locks are held, replicas lag and a deploy waits. \`table-sizes: FILE\` of the configuration names a file of the repository with what production holds, YAML or JSON:

\`\`\`yaml
user: { rows: 12000000, bytes: 5368709120 }
audit.log: { rows: 90000000 }
\`\`\`

Tables from \`rows\` or \`bytes\` on (options of this rule; 1,000,000 and 1 GiB) are large. The servers write the file themselves:

\`\`\`sql
-- MySQL, MariaDB
SELECT JSON_OBJECTAGG(table_name, JSON_OBJECT('rows', table_rows, 'bytes', data_length + index_length))
  FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE';
-- PostgreSQL
SELECT json_object_agg(oid::regclass, json_build_object('rows', greatest(reltuples, 0)::bigint, 'bytes', pg_total_relation_size(oid)))
  FROM pg_class WHERE relkind = 'r' AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace);
\`\`\``,
  recipe: [
    {
      does: 'Make the new shape beside the old one: a column, an index that is built while others write, or a copy of the table by gh-ost, pt-online-schema-change or pg_repack.',
    },
    { does: 'Switch the code over, when the copy is complete.' },
    { does: 'Drop what is left, when no instance of the release before it runs any more.' },
  ],
  severity: ALL_WARNING,
  statements: true,
  options: { rows: 1_000_000, bytes: 1_073_741_824 },
  examples: {
    bad: [
      {
        caption: 'an index, with `user: {rows: 12000000}`',
        upgrade: 'op.create_index("ix_mail", "user", ["mail"])',
        at: 'op.create_index',
        tableSizes: SIZES,
        says: '12,000,000 rows',
      },
      {
        caption: 'another type, in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user ALTER COLUMN n TYPE BIGINT")',
        at: 'op.execute',
        engines: ['postgresql'],
        tableSizes: SIZES,
      },
      {
        caption: 'from a limit of its own on, in bytes',
        upgrade: 'op.create_unique_constraint("uq", "note", ["a"])',
        at: 'op.create_unique_constraint',
        tableSizes: SIZES,
        config: { rules: { 'no-large-table-change': { severity: 'warning', options: { bytes: 65_536 } } } },
        says: '64 KiB',
      },
    ],
    good: [
      {
        caption: 'a column that is added at once',
        upgrade: 'op.add_column("user", sa.Column("nick", sa.Text(), nullable=True))',
        tableSizes: SIZES,
      },
      {
        caption: 'a small table, and one of which nobody says how large it is',
        upgrade: 'op.create_index("ix_a", "note", ["a"])\nop.create_index("ix_b", "tag", ["b"])',
        tableSizes: SIZES,
      },
      {
        caption: 'a constraint that is not checked now',
        upgrade: 'op.execute("ALTER TABLE user ADD CONSTRAINT ck CHECK (n > 0) NOT VALID")',
        engines: ['postgresql'],
        tableSizes: SIZES,
      },
      { caption: 'without `table-sizes:`', upgrade: 'op.create_index("ix_mail", "user", ["mail"])' },
    ],
  },
  check: (pass) => {
    const { tableSizes } = pass;
    if (tableSizes === null) return [];
    return onExisting(
      pass,
      ...(['alter-column', 'add-column', 'drop-column', 'create-index', 'add-constraint'] as const),
      ...(['drop-constraint', 'table-option', 'write'] as const),
    ).flatMap((change) => {
      const size = change.table === null ? null : sizeOfTable(tableSizes, change.table);
      const what = size === null ? null : wholeTable(pass, change);
      const large = size === null ? null : largeness(pass, size);
      if (what === null || large === null) return [];
      return [
        trouble(
          change,
          `${named(change.table)} holds ${large}, and ${what}: that takes long, and what it locks or delays stays so until it ends.`,
          pass.engine === 'postgresql'
            ? 'Make it in steps that keep nobody out (CONCURRENTLY, NOT VALID and then VALIDATE, batches), or in a window of its own.'
            : 'Make it with an online schema-change tool (gh-ost, pt-online-schema-change), or in batches outside of the migration.',
        ),
      ];
    });
  },
};

/** What goes through all rows, as words; null for what is done at once, or may be. */
function wholeTable(pass: Pass, change: Change): string | null {
  const isMysql = pass.engine === 'mysql' || pass.engine === 'mariadb';
  switch (change.kind) {
    case 'alter-column': {
      const { type, nullable } = change.to;
      const isNew = pass.facts.newColumn(change, change.column) !== null;
      const changes = type !== undefined || (nullable !== undefined && nullable !== change.from.nullable);
      const goesThrough =
        changes && !(pass.engine === 'postgresql' && type === undefined && nullable === true);
      return goesThrough && !isNew
        ? `${columnNamed(change.table, change.column)} is altered in each of them`
        : null;
    }
    case 'add-column':
      return (isMysql && (change.column.generated === 'stored' || change.column.autoIncrement)) ||
        (pass.engine === 'postgresql' && filledByPostgresql(change.column) !== null)
        ? `${columnNamed(change.table, change.column.name)} is filled in each of them`
        : null;
    case 'drop-column':
      return pass.engine === 'mysql' && isBefore(pass.version, '8.0.29')
        ? `${columnNamed(change.table, change.column)} is taken out of each of them`
        : null;
    case 'create-index':
      return 'an index is built over all of them';
    case 'add-constraint':
      return change.constraint.notValid || change.constraint.usingIndex
        ? null
        : 'all of them are read for a constraint';
    case 'drop-constraint':
      return isMysql && change.constraint === 'primary-key'
        ? 'all of them are stored anew without their key'
        : null;
    case 'table-option':
      return change.option === 'partition' && /^(?:DROP|ADD|DISCARD|ATTACH|DETACH)\b/i.test(change.text)
        ? null
        : `all of them are stored anew (${change.text})`;
    case 'write':
      return change.filtered || change.verb === 'insert'
        ? null
        : `all of them are ${change.verb}d in one transaction`;
    default:
      return null;
  }
}

function largeness(
  pass: Pass,
  { rows, bytes }: { readonly rows: number | null; readonly bytes: number | null },
): string | null {
  const limit = (name: string): number => Number(pass.options[name]);
  if (rows !== null && rows >= limit('rows')) return `${rows.toLocaleString('en-US')} rows`;
  return bytes !== null && bytes >= limit('bytes') ? inBytes(bytes) : null;
}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

function inBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
  return `${String(Math.round(bytes / 1024 ** power))} ${UNITS[power] ?? ''}`;
}
