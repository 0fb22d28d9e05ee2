/** SQLite as the product opens it, asked through the testbed's newest Python, and a base with what its batches lose. */
import { fileURLToPath } from 'node:url';
import { openSqlite } from '../../src/io/server/sqlite.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import { testWatch } from '../server.ts';
import { testbed } from '../testbed.ts';
import { PLAIN_ENVIRONMENT } from '../config/plain-environment.ts';
import { ENV, type ProjectRevision } from './project.ts';

export const openTestSqlite = (
  changes: Partial<Parameters<typeof openSqlite>[0]> = {},
): Promise<DatabaseServer> =>
  openSqlite({
    config: { database: 'auto', databaseUrl: null },
    environment: { ...PLAIN_ENVIRONMENT, declared: { python: testbed().python.newest } },
    checkout: '/',
    variables: process.env,
    watch: testWatch(),
    driver: fileURLToPath(new URL('../../src/driver', import.meta.url)),
    ...changes,
  });

/** A URL that is refused nowhere: a file beside the ini. */
export const FILE_URL = 'sqlite:///app.db';

export const SHELF: ProjectRevision = {
  id: 'root',
  down: null,
  upgrade: `op.create_table("shelf", sa.Column("id", sa.Integer, primary_key=True), sa.Column("slug", sa.String(12), nullable=False, unique=True))
op.create_table(
    "book",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("shelf_id", sa.Integer, sa.ForeignKey("shelf.id", name="fk_shelf", ondelete="CASCADE"), nullable=False),
    sa.Column("title", sa.String(20), nullable=False, server_default="none"),
    sa.Column("code", sa.String(20)),
    sa.Column("price", sa.Numeric(10, 2), nullable=False),
    sa.Column("level", sa.SmallInteger, nullable=False),
    sa.Column("due", sa.Date),
    sa.Column("data", sa.JSON),
    sa.Column("seen", sa.DateTime),
    sa.Column("cover", sa.LargeBinary),
    sa.CheckConstraint("level > 2 AND level < 9", name="ck_level"),
)
op.create_index("ix_code", "book", ["code"])`,
  downgrade: 'op.drop_table("book")\nop.drop_table("shelf")',
};

/** The way in which SQLite changes what is there. */
export const batch = (table: string, ...calls: readonly string[]): string =>
  `with op.batch_alter_table("${table}") as batch:\n${calls.map((call) => `    batch.${call}`).join('\n')}`;

const listening = (event: string, body: string) =>
  `from sqlalchemy import event\n${ENV.replace(
    '    with engine.connect()',
    `    event.listen(engine, "${event}", ${body})\n    with engine.connect()`,
  )}`;

/** An application that has its foreign keys enforced. */
export const ENFORCING_ENV = listening(
  'connect',
  'lambda connection, _: connection.execute("PRAGMA foreign_keys = ON")',
);

/** One that begins its transactions itself, so that a change of the schema is inside of them. */
export const TRANSACTIONAL_ENV = listening(
  'connect',
  'lambda connection, _: setattr(connection, "isolation_level", None)',
).replace(
  '    with engine.connect()',
  '    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))\n    with engine.connect()',
);
