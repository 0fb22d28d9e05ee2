/** What projects do with the drivers of MySQL and MariaDB. */
import {
  asyncCreator,
  byUrl,
  connectArguments,
  creator,
  first,
  fromConfig,
  named,
  pooled,
  type Way,
} from './ways.ts';

const MYSQL = 'SELECT DATABASE()';

/** By the driver's name in a URL. */
export const MYSQL_WAYS: Readonly<Record<string, Way>> = {
  pymysql: (given) => ({
    imports: ['import pymysql', 'from pymysql import connect as alias'],
    engines: {
      ...byUrl(given, 'ssl_ca=/none.pem'),
      ...fromConfig(given),
      connect_args: connectArguments(
        given,
        'ssl={"ca": "/none.pem"}, read_default_file="/none.cnf", charset="utf8mb4"',
      ),
      'creator=': creator(given, `pymysql.connect(${named(given)}, ssl_ca="/none.pem")`),
      'creator= with an alias': creator(given, `alias(${named(given)})`),
      'a pool of its own': pooled(
        given,
        `pymysql.connections.Connection(${named(given)}, unix_socket="${given.decoy.socket}")`,
      ),
    },
    others: {
      connect: first(`pymysql.connect(${named(given)})`, MYSQL),
    },
  }),
  mysqldb: (given) => ({
    imports: ['import MySQLdb', 'from MySQLdb import connect as alias'],
    engines: {
      ...byUrl(given, 'ssl_ca=/none.pem'),
      ...fromConfig(given),
      connect_args: connectArguments(
        given,
        'ssl={"ca": "/none.pem"}, ssl_mode="VERIFY_IDENTITY", read_default_file="/none.cnf"',
      ),
      'creator=': creator(given, `MySQLdb.connect(${named(given)}, ssl={"ca": "/none.pem"})`),
      'creator= with an alias and positions': creator(
        given,
        'alias("127.0.0.1", "app", "secret", "production")',
      ),
      'a pool of its own': pooled(
        given,
        `MySQLdb.connections.Connection(db="production", passwd="secret", unix_socket="${given.decoy.socket}")`,
      ),
    },
    others: { connect: first(`MySQLdb.connect(${named(given)}, connect_timeout=5)`, MYSQL) },
  }),
  mysqlconnector: (given) => ({
    imports: [
      'import asyncio',
      'import mysql.connector',
      'import mysql.connector.aio',
      'from mysql.connector.pooling import MySQLConnectionPool',
    ],
    engines: {
      ...byUrl(given, 'ssl_ca=/none.pem'),
      ...fromConfig(given),
      connect_args: connectArguments(
        given,
        'ssl_ca="/none.pem", ssl_verify_cert=True, auth_plugin="mysql_native_password"',
      ),
      'creator=': creator(given, `mysql.connector.connect(${named(given)}, ssl_ca="/none.pem")`),
      'creator= of the pure implementation': creator(
        given,
        `mysql.connector.connect(${named(given)}, use_pure=True)`,
      ),
      'a pool of its own': pooled(
        given,
        `mysql.connector.MySQLConnection(${named(given)}, unix_socket="${given.decoy.socket}")`,
      ),
    },
    others: {
      'a pool of the driver': first(
        `MySQLConnectionPool(pool_name="p", pool_size=2, ${named(given)}).get_connection()`,
        MYSQL,
      ),
      failover: first(
        `mysql.connector.connect(failover=[dict(${named(given)}), dict(${named(given)})])`,
        MYSQL,
      ),
      'its asynchronous half': `asyncio.run(asked(mysql.connector.aio.connect(${named(given)}), "${MYSQL}"))`,
    },
  }),
  aiomysql: (given) => ({
    imports: ['import aiomysql'],
    engines: {
      ...byUrl(given, 'ssl_ca=/none.pem'),
      ...fromConfig(given),
      connect_args: connectArguments(given, 'read_default_file="/none.cnf"', 'db'),
      ...asyncCreator(given, `aiomysql.connect(${named(given, 'db')})`),
    },
    others: {
      'a pool of the driver': `await asked((await aiomysql.create_pool(${named(given, 'db')})).acquire(), "${MYSQL}")`,
    },
  }),
  asyncmy: (given) => ({
    imports: ['import asyncmy'],
    engines: {
      ...byUrl(given, 'ssl_ca=/none.pem'),
      ...fromConfig(given),
      connect_args: connectArguments(given, 'read_default_file="/none.cnf"'),
      ...asyncCreator(given, `asyncmy.connect(${named(given)})`),
    },
    others: {
      'a pool of the driver': `await asked((await asyncmy.create_pool(${named(given)})).acquire(), "${MYSQL}")`,
    },
  }),
};
