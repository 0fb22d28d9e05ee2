/** What projects do with the drivers of PostgreSQL. */
import {
  asyncCreator,
  byUrl,
  connectArguments,
  creator,
  first,
  fromConfig,
  login,
  named,
  pooled,
  type Way,
} from './ways.ts';

const POSTGRESQL = 'SELECT current_database()';

/** By the driver's name in a URL. */
export const POSTGRESQL_WAYS: Readonly<Record<string, Way>> = {
  psycopg2: (given) => ({
    imports: ['import psycopg2', 'import psycopg2.pool', 'from psycopg2 import connect as alias'],
    engines: {
      ...byUrl(given, 'sslmode=verify-full&sslrootcert=/none.pem'),
      ...fromConfig(given),
      'a URL of several hosts': `sa.create_engine("${given.dialect}://app:secret@/production?host=127.0.0.1:${given.decoy.port}&host=db.elsewhere.invalid:5433")`,
      connect_args: connectArguments(
        given,
        'hostaddr="127.0.0.1", sslmode="verify-full", sslcert="/none.pem", application_name="shop"',
        'dbname',
      ),
      'creator=': creator(
        given,
        `psycopg2.connect("host=127.0.0.1 port=${given.decoy.port} dbname=production sslmode=require")`,
      ),
      'creator= with an alias': creator(
        given,
        `alias("postgresql://app:secret@127.0.0.1:${given.decoy.port}/production?sslmode=require")`,
      ),
      'a pool of its own': pooled(
        given,
        `psycopg2.connect(${named(given)}, options="-c statement_timeout=9s")`,
      ),
    },
    others: {
      'a pool of the driver': first(
        `psycopg2.pool.ThreadedConnectionPool(1, 2, ${named(given)}).getconn()`,
        POSTGRESQL,
      ),
    },
  }),
  psycopg: (given) => ({
    imports: ['import psycopg', 'import psycopg_pool', 'from psycopg import connect as alias'],
    engines: {
      ...byUrl(given, 'sslmode=verify-full&sslrootcert=/none.pem'),
      ...fromConfig(given),
      'a URL of several hosts': `sa.create_engine("${given.dialect}://app:secret@/production?host=127.0.0.1:${given.decoy.port}&host=db.elsewhere.invalid:5433")`,
      connect_args: connectArguments(
        given,
        'hostaddr="127.0.0.1", sslmode="verify-full", connect_timeout=5',
        'dbname',
      ),
      'creator=': creator(
        given,
        `psycopg.connect("host=127.0.0.1 port=${given.decoy.port} dbname=production sslmode=require")`,
      ),
      'creator= with an alias': creator(
        given,
        `alias("postgresql://app:secret@127.0.0.1:${given.decoy.port}/production?sslmode=require")`,
      ),
      'a pool of its own': pooled(
        given,
        `psycopg.Connection.connect(${login(given)}, dbname="production", autocommit=False)`,
      ),
    },
    others: {
      'a pool of the driver': first(
        `psycopg_pool.ConnectionPool(kwargs=dict(${login(given)}, dbname="production"), open=True).getconn()`,
        POSTGRESQL,
      ),
    },
  }),
  psycopg_async: (given) => ({
    imports: ['import psycopg', 'import psycopg_pool'],
    engines: {
      ...byUrl(given, 'sslmode=verify-full&sslrootcert=/none.pem'),
      ...fromConfig(given),
      connect_args: connectArguments(given, 'sslmode="verify-full"', 'dbname'),
      ...asyncCreator(
        given,
        `psycopg.AsyncConnection.connect("host=127.0.0.1 port=${given.decoy.port} dbname=production sslmode=require")`,
      ),
    },
    others: {
      connect: `await asked(psycopg.AsyncConnection.connect("postgresql://app:secret@127.0.0.1:${given.decoy.port}/production"), "${POSTGRESQL}")`,
    },
  }),
  asyncpg: (given) => ({
    imports: ['import asyncpg', 'import ssl'],
    engines: {
      ...byUrl(given, 'ssl=verify-full'),
      ...fromConfig(given),
      connect_args: connectArguments(
        given,
        'ssl=ssl.create_default_context(), server_settings={"application_name": "shop"}',
      ),
      ...asyncCreator(
        given,
        `asyncpg.connect("postgresql://app:secret@127.0.0.1:${given.decoy.port}/production?sslmode=require")`,
      ),
    },
    others: {
      'a pool of the driver': `await (await asyncpg.create_pool("postgresql://app:secret@127.0.0.1:${given.decoy.port}/production")).fetchval("${POSTGRESQL}")`,
      'connect, and what else its URL says': `await (await asyncpg.connect(dsn="postgres://app@127.0.0.1:${given.decoy.port}/production?application_name=shop&sslmode=verify-full")).fetchval("${POSTGRESQL} WHERE current_setting('application_name') = 'shop'")`,
    },
  }),
};
