/** Some changes let nobody write until they are done. */
import { named, type Change, type ChangeOf } from '../change.ts';
import { changesIn, onExisting, type Pass } from '../pass.ts';
import { STRICT_ERROR, trouble, type Rule, type Trouble } from '../rule.ts';

export const noBlockingChange: Rule = {
  id: 'no-blocking-change',
  group: 'locks',
  title: 'Writes wait for the whole length of a change',
  why: 'The server cannot make the change without a lock on the table: everybody who writes to it waits until it is done. Asked of a real server where one ran (MySQL and MariaDB: whether LOCK=NONE is refused; PostgreSQL: which lock the session holds). Read from the source are full-text and spatial indexes of MySQL and MariaDB, and commands of PostgreSQL that keep everybody out; keys, checks, types and indexes have rules of their own.',
  severity: STRICT_ERROR,
  engines: ['mysql', 'mariadb', 'postgresql'],
  examples: {
    bad: [
      {
        caption: 'a full-text index',
        upgrade: 'op.execute("CREATE FULLTEXT INDEX ix_text ON note (text)")',
        at: 'op.execute',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'a full-text index, with Alembic',
        upgrade: 'op.create_index("ix_text", "note", ["text"], mysql_prefix="FULLTEXT")',
        at: 'op.create_index',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'an index built again',
        upgrade: 'op.execute("REINDEX TABLE note")',
        at: 'op.execute',
        engines: ['postgresql'],
      },
      {
        caption: 'a view that is filled again',
        upgrade: 'op.execute("REFRESH MATERIALIZED VIEW totals")',
        at: 'op.execute',
        engines: ['postgresql'],
      },
    ],
    good: [
      {
        caption: 'an ordinary index',
        upgrade: 'op.create_index("ix_a", "note", ["a"])',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'one of a new table',
        upgrade:
          'op.execute("CREATE TABLE tag (text TEXT)")\nop.execute("CREATE FULLTEXT INDEX ix_text ON tag (text)")',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'concurrently',
        upgrade:
          'op.execute("REINDEX TABLE CONCURRENTLY note")\nop.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY totals")',
        engines: ['postgresql'],
      },
    ],
  },
  check: (pass) => (pass.engine === 'postgresql' ? commands(pass) : indexes(pass)),
};

const indexes = (pass: Pass): readonly Trouble[] =>
  onExisting(pass, 'create-index')
    .filter(({ sort }) => sort !== null)
    .map((change) =>
      trouble(
        change,
        `Writes to ${named(change.table)} wait until its ${change.sort === 'fulltext' ? 'full-text' : 'spatial'} index is built over all its rows.`,
        'Build it while nobody writes, or in a copy of the table that an online schema-change tool makes.',
      ),
    );

const COMMANDS: Readonly<Record<string, string>> = {
  REINDEX: 'writes to the table wait until its indexes are built again',
  CLUSTER: 'everybody who reads or writes the table waits until it is sorted',
  REFRESH: 'everybody who reads the view waits until it is filled again',
};

const commands = (pass: Pass): readonly Trouble[] =>
  changesIn(pass, 'upgrade', 'other').flatMap((change) => {
    const harm = COMMANDS[change.statement];
    if (harm === undefined || isConcurrent(change)) return [];
    return [
      trouble(
        change,
        `This ${change.statement} keeps others out: ${harm}.`,
        change.statement === 'CLUSTER'
          ? 'Take it out of the migration, and run it while nobody uses the table.'
          : `Run it concurrently, outside of the transaction:\nwith op.get_context().autocommit_block():\n    op.execute("${change.statement} … CONCURRENTLY …")`,
      ),
    ];
  });

const isConcurrent = ({ operation }: Change & ChangeOf<'other'>): boolean =>
  operation?.kind !== 'sql' || /\bconcurrently\b/i.test(operation.sql);
