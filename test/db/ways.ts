/**
 * The ways in which projects come to a connection: each is Python that names the decoy, with TLS that the scratch server
 * does not speak. Every way must land on scratch.
 */
import type { Decoy } from './decoy.ts';

export interface Given {
  /** As URLs begin. */
  readonly dialect: string;
  readonly isAsynchronous: boolean;
  readonly decoy: Decoy;
  /** Whether SQLAlchemy is so new that it has `async_creator`. */
  readonly hasAsyncCreator: boolean;
}

export interface Ways {
  readonly imports: readonly string[];
  /** Name -> expression for an engine. */
  readonly engines: Readonly<Record<string, string>>;
  /** Name -> expression for the scratch database's name, without SQLAlchemy; may await in asynchronous ones. */
  readonly others: Readonly<Record<string, string>>;
}

export type Way = (given: Given) => Ways;

const make = ({ isAsynchronous }: Given) => (isAsynchronous ? 'create_async_engine' : 'sa.create_engine');

export const login = ({ decoy }: Given) =>
  `host="127.0.0.1", port=${decoy.port}, user="app", password="secret"`;

export const named = (given: Given, database = 'database') => `${login(given)}, ${database}="production"`;

/** `tls` is what a URL's query asks for. */
export function byUrl(given: Given, tls: string): Record<string, string> {
  const { dialect, decoy } = given;
  const at = (path: string) => `${dialect}://app:secret@127.0.0.1:${decoy.port}/production${path}`;
  const socket = dialect.startsWith('postgresql')
    ? `${dialect}://app:secret@/production?host=${decoy.directory}&port=${decoy.port}`
    : `${dialect}://app:secret@localhost/production?unix_socket=${decoy.socket}`;
  const engine = (url: string) => `${make(given)}("${url}")`;
  return {
    'a URL': engine(at('')),
    'a URL that names no database': engine(at('').replace('/production', '')),
    'a URL with TLS': engine(at(`?${tls}`)),
    'a URL of a socket': engine(socket),
    'an address that does not exist': engine(`${dialect}://app:secret@db.elsewhere.invalid/production`),
  };
}

export function fromConfig(given: Given): Record<string, string> {
  const { dialect, decoy, isAsynchronous } = given;
  const section = `{"db.url": "${dialect}://app:secret@127.0.0.1:${decoy.port}/production", "db.pool_pre_ping": "true"}`;
  const name = isAsynchronous ? 'async_engine_from_config' : 'sa.engine_from_config';
  return { 'a section of a configuration': `${name}(${section}, prefix="db.")` };
}

export const connectArguments = (given: Given, more: string, database?: string) =>
  `${make(given)}("${given.dialect}://", connect_args=dict(${named(given, database)}, ${more}))`;

export const creator = (given: Given, call: string) =>
  `${make(given)}("${given.dialect}://", creator=lambda: ${call})`;

export const asyncCreator = (given: Given, call: string): Record<string, string> =>
  given.hasAsyncCreator
    ? { 'async_creator=': `${make(given)}("${given.dialect}://", async_creator=lambda: ${call})` }
    : {};

export const pooled = (given: Given, call: string) =>
  `${make(given)}("${given.dialect}://", pool=sa.pool.QueuePool(lambda: ${call}))`;

/** The first value that a question gives on a connection. */
export const first = (connection: string, question: string) => `first(${connection}, "${question}")`;

const HEAD = `import sqlalchemy as sa
import sqlalchemy.pool
from alembic import context

QUESTION = {"mysql": "SELECT DATABASE()", "mariadb": "SELECT DATABASE()", "postgresql": "SELECT current_database()"}


def say(name, database):
    with open("landed", "a") as file:
        file.write("%s: %s\\n" % (name, database))


def first(connection, question):
    cursor = connection.cursor()
    cursor.execute(question)
    return cursor.fetchone()[0]


async def asked(opening, question):
    connection = await opening
    cursor = connection.cursor()
    cursor = await cursor if hasattr(cursor, "__await__") else cursor
    await cursor.execute(question)
    return (await cursor.fetchone())[0]


def migrate(connection):
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()

`;

const entries = (ways: Readonly<Record<string, string>>, lambda: string) =>
  Object.entries(ways)
    .map(([name, code]) => `    ${JSON.stringify(name)}: ${lambda}${code},\n`)
    .join('');

/** Migrates by the first way after it looked where each of them leads. */
export function synchronousEnv(ways: Ways): string {
  return `${ways.imports.join('\n')}\n${HEAD}
ENGINES = {\n${entries(ways.engines, 'lambda: ')}}
OTHERS = {\n${entries(ways.others, 'lambda: ')}}

for name, make in ENGINES.items():
    with make().connect() as connection:
        say(name, connection.execute(sa.text(QUESTION[connection.dialect.name])).scalar())
for name, ask in OTHERS.items():
    say(name, ask())
with next(iter(ENGINES.values()))().connect() as connection:
    migrate(connection)
`;
}

export function asynchronousEnv(ways: Ways): string {
  const others = Object.entries(ways.others)
    .map(([name, code]) => `    say(${JSON.stringify(name)}, ${code})\n`)
    .join('');
  return `import asyncio\n${ways.imports.join('\n')}\n${HEAD}
from sqlalchemy.ext.asyncio import async_engine_from_config, create_async_engine

ENGINES = {\n${entries(ways.engines, 'lambda: ')}}


async def main():
    for name, make in ENGINES.items():
        engine = make()
        async with engine.connect() as connection:
            question = QUESTION[engine.dialect.name]
            say(name, (await connection.execute(sa.text(question))).scalar())
        await engine.dispose()
${others}    engine = next(iter(ENGINES.values()))()
    async with engine.connect() as connection:
        await connection.run_sync(migrate)
        await connection.commit()
    await engine.dispose()


asyncio.run(main())
`;
}
