/** Asks MySQL and MariaDB for the mildest way in which they would run a change, on an empty copy of the table. */
import { readSql } from '../../lint/sql/read.ts';
import type { Waiting } from '../../io/python.ts';
import type { DatabaseServer, Scratch } from '../../io/server.ts';
import { lockStatement, type Lock, type LockStatement } from './statement.ts';
import type { World } from '../run-world.ts';

type Attempt = readonly [clause: string, lockClass: Lock['lockClass']];

/** From the mildest on; the first that is accepted is the answer. */
const MYSQL: readonly Attempt[] = [
  ['ALGORITHM=INSTANT', 'instant'],
  ['ALGORITHM=INPLACE, LOCK=NONE', 'online'],
  ['ALGORITHM=INPLACE, LOCK=SHARED', 'blocks-writes'],
  ['ALGORITHM=INPLACE, LOCK=EXCLUSIVE', 'blocks-writes'],
  ['ALGORITHM=COPY', 'blocks-writes'],
];
const MARIADB: readonly Attempt[] = [
  ['ALGORITHM=INSTANT', 'instant'],
  ['ALGORITHM=NOCOPY, LOCK=NONE', 'online'],
  ['ALGORITHM=INPLACE, LOCK=NONE', 'online'],
  ['ALGORITHM=NOCOPY, LOCK=SHARED', 'blocks-writes'],
  ['ALGORITHM=INPLACE, LOCK=SHARED', 'blocks-writes'],
  ['ALGORITHM=INPLACE, LOCK=EXCLUSIVE', 'blocks-writes'],
  // From 11.2 on a copy is kept up with the writes that are made meanwhile.
  ['ALGORITHM=COPY, LOCK=NONE', 'online'],
  ['ALGORITHM=COPY', 'blocks-writes'],
];
/** What the server says to a clause that it cannot follow: not supported, for a reason, or not together. */
const REFUSALS = new Set([1845, 1846, 1221]);

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** Gives what it made back when disposed. */
export class MysqlLocks implements AsyncDisposable {
  readonly look = 'SELECT DATABASE()';
  readonly #server: DatabaseServer;
  readonly #world: World;
  /** Tables that the pull request did not make, by scratch name. */
  readonly #standing = new Map<string, Set<string>>();
  #copies: Scratch | null = null;

  constructor(server: DatabaseServer, world: World) {
    this.#server = server;
    this.#world = world;
  }

  /** Of the statement that is about to run; null where it is of another kind, or about a new table. */
  async before({ sql, seen }: Waiting): Promise<Lock | null> {
    const source = seen === null ? undefined : this.#world.scratch(seen);
    const standing = source && (await this.#tables(source));
    const statement = lockStatement(sql, this.#engine);
    if (statement === null || source === undefined || standing === undefined) {
      if (standing) this.#follow(sql, standing);
      return statement && unknown('the session did not say which database it is in');
    }
    const { table } = statement;
    if (table === null || statement.actions === null) return unknown('the statement cannot be read');
    if (!standing.has(table)) return null;
    const lock = await this.#ask(source, table, statement).catch((error: unknown) =>
      unknown(
        `it does not run on a copy of the table: ${messageOf(error).replaceAll(`${this.#copies?.name ?? source.name}.`, '')}`,
      ),
    );
    this.#follow(sql, standing);
    return lock;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#copies) await this.#server.dropScratch(this.#copies);
  }

  get #engine(): 'mysql' | 'mariadb' {
    return this.#server.engine === 'mariadb' ? 'mariadb' : 'mysql';
  }

  /** As they were before the first new statement on that database. */
  async #tables(source: Scratch): Promise<Set<string>> {
    const known = this.#standing.get(source.name);
    if (known) return known;
    // Whoever holds a table in a transaction of his own is not waited for.
    await source.query('SET SESSION lock_wait_timeout = 5');
    const rows = await source.query(
      "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'",
    );
    const tables = new Set(rows.map(({ name }) => String(name)));
    this.#standing.set(source.name, tables);
    return tables;
  }

  #follow(sql: string, standing: Set<string>): void {
    for (const effect of readSql(sql, this.#engine)) {
      if (effect.kind !== 'rename-table' || effect.table === null || effect.to === null) continue;
      if (standing.delete(effect.table)) standing.add(effect.to);
    }
  }

  async #ask(source: Scratch, table: string, { actions }: LockStatement): Promise<Lock> {
    const [copies, ids] = await this.#copy(source, table, actions ?? '');
    const separator = /^(PARTITION\s+BY|REMOVE\s+PARTITIONING)\b/i.test(actions ?? '') ? ' ' : ', ';
    let why = '';
    for (const [clause, lockClass] of this.#engine === 'mysql' ? MYSQL : MARIADB) {
      try {
        await copies.query(`ALTER TABLE ${quoted(table)} ${clause}${separator}${actions ?? ''}`);
      } catch (error) {
        if (!REFUSALS.has(Number((error as { errno?: number }).errno))) throw error;
        why = /Reason: (.+?)\.? Try /s.exec(messageOf(error))?.[1] ?? why;
        continue;
      }
      const rebuilds = clause.startsWith('ALGORITHM=COPY') || (await this.#isNew(copies, ids));
      const because = why === '' ? '' : ` (${why})`;
      const how = `the mildest that ${this.#server.product} accepts is ${clause}${because}`;
      // MariaDB accepts INSTANT for another engine or other partitions, and copies the table all the same.
      const isBelieved = !(rebuilds === true && lockClass === 'instant');
      return isBelieved
        ? { lockClass, rebuilds, tables: [table], how }
        : {
            lockClass: 'blocks-writes',
            rebuilds,
            tables: [table],
            how: `${how}, and copies the table all the same`,
          };
    }
    return unknown(`${this.#server.product} accepts none of its algorithms for it${why && `: ${why}`}`);
  }

  /** The table with all that hangs on it by foreign keys or is named like it, without rows; its ids in InnoDB. */
  async #copy(
    source: Scratch,
    table: string,
    actions: string,
  ): Promise<readonly [Scratch, ReadonlySet<string>]> {
    const copies = (this.#copies ??= await this.#server.createScratch('locks'));
    await copies.query('SET SESSION foreign_key_checks = 0');
    const old = await copies.query(
      "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'",
    );
    for (const { name } of old) await copies.query(`DROP TABLE ${quoted(String(name))}`);
    const related = await this.#server.query(
      `SELECT TABLE_NAME AS one, REFERENCED_TABLE_NAME AS other FROM information_schema.KEY_COLUMN_USAGE
       WHERE TABLE_SCHEMA = ? AND REFERENCED_TABLE_SCHEMA = TABLE_SCHEMA`,
      [source.name],
    );
    const around = related
      .map(({ one, other }) => [String(one), String(other)])
      .filter((pair) => pair.includes(table))
      .flat();
    // What a new foreign key refers to has nothing to do with the table yet.
    const meant = [...(await this.#tables(source))].filter((name) => actions.includes(name));
    const others = new Set([...around, ...meant].filter((name) => name !== table));
    for (const name of others) await recreate(source, copies, name);
    const before = (await this.#ids(copies)) ?? new Set();
    await recreate(source, copies, table);
    await copies.query('SET SESSION foreign_key_checks = 1');
    const own = [...((await this.#ids(copies)) ?? [])].filter((id) => !before.has(id));
    return [copies, new Set(own)];
  }

  /** A partition that goes away, or an index's own tables, are no rebuild: nothing of the table may be left. */
  async #isNew(copies: Scratch, ids: ReadonlySet<string>): Promise<boolean | null> {
    const now = await this.#ids(copies);
    return now === null || ids.size === 0 ? null : ![...ids].some((id) => now.has(id));
  }

  /** null where the server does not let us see them. */
  async #ids({ name }: Scratch): Promise<ReadonlySet<string> | null> {
    const view = this.#engine === 'mysql' ? 'INNODB_TABLES' : 'INNODB_SYS_TABLES';
    const encoded = name.replaceAll('-', '@002d');
    try {
      const rows = await this.#server.query(
        `SELECT TABLE_ID AS id FROM information_schema.${view} WHERE SUBSTRING_INDEX(NAME, '/', 1) = ?`,
        [encoded],
      );
      return new Set(rows.map(({ id }) => String(id)));
    } catch {
      return null;
    }
  }
}

async function recreate(source: Scratch, copies: Scratch, table: string): Promise<void> {
  const [row] = await source.query(`SHOW CREATE TABLE ${quoted(table)}`);
  await copies.query(String(row?.['Create Table']));
}

const unknown = (how: string): Lock => ({ lockClass: 'unknown', rebuilds: null, tables: [], how });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
