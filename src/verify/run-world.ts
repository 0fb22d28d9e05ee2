/** The scratch databases of one scenario: one per target of the application, asked for as connections appear. */
import type { DatabaseServer, Endpoint, Scratch } from '../io/server.ts';
import type { Target, VersionTable } from '../io/python.ts';
import { withoutAddresses } from './brief.ts';
import type { Databases } from './schema/diff.ts';
import { GATE_TARGET } from './gate-target.ts';
import { readSchema } from './schema/run-snapshot.ts';
import type { Schema } from './schema/schema.ts';

export interface WorldShape {
  readonly databases: readonly {
    readonly label: string;
    readonly versionTables: readonly string[];
    /** Whether the project's own URL leads there. */
    readonly isFirst: boolean;
    /** Keys of the targets that it stands for. */
    readonly targets: readonly string[];
    /** SQLite: whether the application has foreign keys enforced there. */
    readonly foreignKeys?: boolean;
  }[];
  readonly taken: boolean;
}

/** Removes its scratch databases when disposed. */
export class World implements AsyncDisposable {
  readonly #server: DatabaseServer;
  readonly #purpose: string;
  readonly #byTarget = new Map<string, Promise<Scratch>>();
  /** Label (the target's database; '' for the first) by scratch name, in order of appearance. */
  readonly #labels = new Map<string, string>();
  readonly #scratches = new Map<string, Scratch>();
  readonly #versionTables = new Map<string, Set<string>>();
  readonly #enforcing = new Set<string>();
  #first: Promise<Scratch> | null = null;
  /** Whether a connection went to the first scratch. */
  #taken = false;

  constructor(server: DatabaseServer, purpose: string) {
    this.#server = server;
    this.#purpose = purpose;
  }

  /**
   * The scratch database that stands for a target. A target that is one of ours already stays itself: the URL that the
   * project was given leads there. The first of the application's own targets takes the place of the project's database
   * if nobody went there by that URL.
   */
  async endpoint(target: Target): Promise<Endpoint> {
    const own = target.database === null ? undefined : this.#scratches.get(target.database);
    if (own) {
      this.#taken ||= this.#labels.get(own.name) === '';
      return own.endpoint;
    }
    const key = JSON.stringify([target.host, target.port, target.database]);
    const asked = this.#byTarget.get(key) ?? this.#assign(target);
    this.#byTarget.set(key, asked);
    return (await asked).endpoint;
  }

  /** The scratch database that the gate itself names to a project, in its configuration and in variables. */
  own(): Promise<Endpoint> {
    return this.endpoint(GATE_TARGET);
  }

  /** What Alembic's contexts said of their version tables, which are no part of any schema. */
  noteVersionTables(tables: readonly VersionTable[]): void {
    for (const { database, table, foreignKeys } of tables) {
      if (foreignKeys === true) this.#enforcing.add(database);
      this.#versionTables.set(database, (this.#versionTables.get(database) ?? new Set()).add(table));
    }
  }

  /**
   * Databases of its own with everything that these hold, for the same targets. Rejects where the server cannot copy
   * them, or one of them names another; what was copied until then is gone.
   */
  async copy(): Promise<World> {
    const sources = [...this.#scratches.values()];
    return World.remade(this.#server, this.#purpose, await this.shape(), (index) =>
      this.#server.cloneScratch(sources[index] as Scratch, this.#purpose),
    );
  }

  /** What it is beside the contents of its databases, which `databases()` lists in the same order. */
  async shape(): Promise<WorldShape> {
    const targets = await Promise.all(
      [...this.#byTarget].map(async ([key, asked]) => [key, (await asked).name] as const),
    );
    const first = (await this.#first)?.name;
    const databases = [...this.#scratches.keys()].map((name) => ({
      label: this.#labels.get(name) ?? '',
      versionTables: [...(this.#versionTables.get(name) ?? [])],
      isFirst: name === first,
      targets: targets.flatMap(([key, of]) => (of === name ? [key] : [])),
      ...(this.#enforcing.has(name) ? { foreignKeys: true } : {}),
    }));
    return { databases, taken: this.#taken };
  }

  /** One of that shape, each database of which is made by `make`. Where that rejects, what was made until then is gone. */
  static async remade(
    server: DatabaseServer,
    purpose: string,
    shape: WorldShape,
    make: (index: number) => Promise<Scratch>,
  ): Promise<World> {
    const world = new World(server, purpose);
    try {
      for (const [index, database] of shape.databases.entries()) {
        const { label, versionTables, isFirst, targets, foreignKeys } = database;
        const scratch = await make(index);
        world.#scratches.set(scratch.name, scratch);
        world.#labels.set(scratch.name, label);
        if (versionTables.length > 0) world.#versionTables.set(scratch.name, new Set(versionTables));
        for (const key of targets) world.#byTarget.set(key, Promise.resolve(scratch));
        if (isFirst) world.#first = Promise.resolve(scratch);
        if (foreignKeys === true) world.#enforcing.add(scratch.name);
      }
      world.#taken = shape.taken;
      return world;
    } catch (error) {
      await world[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** The one of this name that is ours, as a session inside of it is asked for its name. */
  scratch(name: string): Scratch | undefined {
    return this.#scratches.get(name);
  }

  /** SQLite: whether the application's own sessions there have foreign keys enforced. */
  enforcesKeys(name: string): boolean {
    return this.#enforcing.has(name);
  }

  /** Label ('' for the project's own) and database. */
  databases(): readonly (readonly [string, Scratch])[] {
    return [...this.#scratches.values()].map((scratch) => [this.#labels.get(scratch.name) ?? '', scratch]);
  }

  async snapshot(): Promise<Databases> {
    const schemas = new Map<string, Schema>();
    for (const [name, label] of this.#labels) {
      const scratch = this.#scratches.get(name);
      if (scratch)
        schemas.set(
          label,
          await readSchema(this.#server, scratch, this.#versionTables.get(name) ?? new Set()),
        );
    }
    return schemas;
  }

  /** Revision ids in a version table, as the server has them; null where there is no such table of ours. */
  async versions({ database, table, schema }: VersionTable): Promise<readonly string[] | null> {
    const scratch = this.#scratches.get(database);
    if (!scratch) return null;
    const quote = this.#server.engine === 'postgresql' ? '"' : '`';
    const name = [schema, table].flatMap((part) =>
      part === null ? [] : [`${quote}${part.replaceAll(quote, quote + quote)}${quote}`],
    );
    const rows = await scratch.query(`SELECT version_num AS id FROM ${name.join('.')}`).catch(noTable);
    return rows?.map(({ id }) => String(id)) ?? null;
  }

  /** From the driver to a command: that one comes by the application's own target, where the driver may have come by ours. */
  passOn(): void {
    this.#taken = false;
  }

  /** Revision ids in all version tables that were noted. */
  async recorded(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const [database, tables] of this.#versionTables)
      for (const table of tables)
        found.push(...((await this.versions({ database, table, schema: null })) ?? []));
    return found;
  }

  /** Ends what a killed client left running, whose locks would stand in the way of everything after it. */
  async endSessions(): Promise<void> {
    // A file is let go of with the process.
    if (this.#server.engine === 'sqlite') return;
    for (const { name, endpoint } of this.#scratches.values()) {
      if (this.#server.engine === 'postgresql') {
        await this.#server.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = $2 AND pid <> pg_backend_pid()',
          [name, endpoint.user],
        );
        continue;
      }
      const rows = await this.#server.query(
        'SELECT ID AS id FROM information_schema.PROCESSLIST WHERE DB = ? AND USER = ? AND ID <> CONNECTION_ID()',
        [name, endpoint.user],
      );
      for (const { id } of rows) await this.#server.query(`KILL ${Number(id)}`).catch(() => undefined); // it may have ended by itself
    }
  }

  /** A message without the scratch databases' names and password, and addresses in memory, which mean nothing to anybody and differ from run to run. */
  readable(message: string): string {
    const passwords = [...this.#scratches.values()].map(({ endpoint }) => endpoint.password);
    const open = passwords
      .filter(Boolean)
      .reduce((text, password) => text.replaceAll(password, '…'), withoutAddresses(message));
    return [...this.#labels].reduce((text, [name, label]) => {
      const shown = label === '' ? '' : `${label}.`;
      return text
        .replaceAll(`\`${name}\`.`, label === '' ? '' : `\`${label}\`.`)
        .replaceAll(`${name}.`, shown)
        .replaceAll(name, label);
    }, open);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const scratch of this.#scratches.values()) await this.#server.dropScratch(scratch);
    this.#scratches.clear();
  }

  #assign(target: Target): Promise<Scratch> {
    if (this.#first !== null && !this.#taken && target.host !== GATE_TARGET.host) {
      this.#taken = true;
      return this.#first;
    }
    const created = this.#create(this.#first === null ? '' : (target.database ?? target.host));
    this.#first ??= created;
    return created;
  }

  async #create(label: string): Promise<Scratch> {
    const scratch = await this.#server.createScratch(this.#purpose);
    this.#scratches.set(scratch.name, scratch);
    this.#labels.set(scratch.name, label);
    return scratch;
  }
}

/** What both client libraries call a table that is not there. */
function noTable(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ER_NO_SUCH_TABLE' || code === '42P01' || code === 'no-table') return null;
  throw error;
}
