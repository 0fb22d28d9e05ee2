/** Everything that a server can say of a schema: each attribute that changes is seen by its name, and nothing else is. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { diffSchemas } from '../../src/verify/schema/diff.ts';
import { readSchema } from '../../src/verify/schema/run-snapshot.ts';
import { openTestServer } from '../server.ts';
import { mysqlAttributes } from './attributes-mysql.ts';
import { postgresqlAttributes } from './attributes-postgresql.ts';
import { sqliteAttributes } from './attributes-sqlite.ts';
import type { Attribute } from './attributes.ts';
import { openTestSqlite } from './sqlite.ts';

describe.each(['mysql', 'mariadb', 'postgresql', 'sqlite'] as const)('A schema on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => {
    server = await (engine === 'sqlite' ? openTestSqlite() : openTestServer(engine));
  }, 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const attributes: readonly Attribute[] =
    engine === 'sqlite'
      ? sqliteAttributes()
      : engine === 'postgresql'
        ? postgresqlAttributes()
        : mysqlAttributes(engine);
  test.each(attributes.map((one) => [one.what, one] as const))(
    'is another one with another %s',
    async (_, { before, after, sees }) => {
      const made = await Promise.all([server.createScratch('base'), server.createScratch('step')]);
      const [one, other] = made;
      try {
        for (const sql of before) for (const scratch of made) await scratch.query(sql);
        const read = () => Promise.all(made.map((scratch) => readSchema(server, scratch, new Set())));
        const [first, second] = await read();
        expect(diffSchemas(first, second)).toEqual([]);
        for (const sql of after) await other.query(sql);
        const seen = diffSchemas(first, await readSchema(server, other, new Set()));
        expect(seen.map(({ object, attribute }) => `${object}: ${attribute}`)).toEqual(sees);
      } finally {
        for (const scratch of [one, other]) await server.dropScratch(scratch);
      }
    },
  );
});
