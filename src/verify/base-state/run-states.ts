/** The states that scenarios start from: each is built once, and copied inside the server for every scenario that needs one. */
import { diffDatabases, type Databases } from '../schema/diff.ts';
import type { World } from '../run-world.ts';

interface Kept {
  readonly world: World;
  readonly schema: Databases;
}

export interface StatesOptions {
  /**
   * Whether the first databases that are made get a name which no other can have at the same time: they are what
   * scenarios work on then, and what is kept is a copy.
   */
  readonly oneName: boolean;
  /** Whether one scenario alone is expected: it works on what was built for it. Others that come nevertheless get copies of a second. */
  readonly oneUse: boolean;
  /** Hears why copies are not to be had. */
  say(line: string): void;
}

/** Nobody works on what is kept here; it is removed on dispose. */
export class States implements AsyncDisposable {
  readonly #options: StatesOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #given = new Set<string>();
  #copies = true;

  constructor(options: StatesOptions) {
    this.#options = options;
  }

  /**
   * Databases in the state that `key` stands for, which are the caller's. A copy counts only if the server shows the same
   * schema for it as for its source; where it does not, or nothing can be copied, `build` is called each time.
   */
  async open(key: string, build: () => Promise<World>): Promise<World> {
    if (!this.#copies || this.#isFirstUse(key)) return build();
    const kept = this.#kept.get(key) ?? (await keep(await build()));
    this.#kept.set(key, kept);
    let why: string;
    try {
      const world = await this.#copyOf(key, kept);
      const [difference] = diffDatabases(kept.schema, await world.snapshot());
      if (difference === undefined) return world;
      why = `the copy's ${difference.object} differs in ${difference.attribute}`;
      await world[Symbol.asyncDispose]();
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
    }
    this.#copies = false;
    this.#options.say(`The state is built anew for each scenario, because the server cannot copy it: ${why}`);
    await this[Symbol.asyncDispose]();
    return build();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { world } of this.#kept.values()) await world[Symbol.asyncDispose]();
    this.#kept.clear();
  }

  /** Of a state that nobody is expected to want again. */
  #isFirstUse(key: string): boolean {
    const isFirst = this.#options.oneUse && !this.#given.has(key);
    this.#given.add(key);
    return isFirst;
  }

  async #copyOf(key: string, { world, schema }: Kept): Promise<World> {
    const copy = await world.copy();
    if (!this.#options.oneName || this.#renamed.has(key)) return copy;
    // The copy stays, under a name of ours, so that the one name is free for those who work.
    this.#renamed.add(key);
    await world[Symbol.asyncDispose]();
    this.#kept.set(key, { world: copy, schema });
    return copy.copy();
  }

  readonly #renamed = new Set<string>();
}

async function keep(world: World): Promise<Kept> {
  return { world, schema: await world.snapshot() };
}
