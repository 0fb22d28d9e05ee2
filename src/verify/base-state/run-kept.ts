/** The base state as an earlier run kept it, where that is provably the same; otherwise built, and kept for the next. */
import type { KeptState } from '../../io/kept-states.ts';
import type { Dump } from '../../io/server/dump.ts';
import type { DatabaseServer } from '../../io/server.ts';
import { diffDatabases, type Databases } from '../schema/diff.ts';
import type { Schema } from '../schema/schema.ts';
import type { ProofPorts } from '../run-ports.ts';
import { World, type WorldShape } from '../run-world.ts';

interface Kept {
  readonly shape: WorldShape;
  readonly dumps: readonly Dump[];
  readonly schema: readonly (readonly [string, Schema])[];
  readonly contents: readonly string[];
}

/** Written in place of a state that was kept and did not come back as it was. */
interface Unkeepable {
  readonly unkeepable: string;
}

/** The base state; `build` makes it where none is kept that counts. */
export async function throughKept(ports: ProofPorts, build: () => Promise<World>): Promise<World> {
  const { kept, server } = ports;
  if (kept === undefined) return build();
  const key = [...kept.made, server.engine, server.product, server.version, await server.settings()];
  const found = await recall(ports, await kept.states.read(key));
  if (found.kind === 'world') {
    ports.progress('The base state is one that an earlier run kept');
    return found.world;
  }
  if (found.kind === 'wrong') {
    kept.note(`The kept base state is not used, because ${found.why}: it is built anew.`);
    await kept.states.discard(key);
  }
  const world = await build();
  if (!kept.states.writable || found.kind === 'unkeepable') return world;
  const state = await stateOf(ports, world);
  if (state === null) return world;
  // What was written down truly and does not come back is not tried at every run.
  const isTrue = found.kind === 'wrong' && found.state !== null && nameless(found.state) === nameless(state);
  await kept.states.write(key, JSON.stringify(isTrue ? { unkeepable: found.why } : state));
  return world;
}

type Recalled =
  | { readonly kind: 'none' | 'unkeepable' }
  | { readonly kind: 'world'; readonly world: World }
  | { readonly kind: 'wrong'; readonly why: string; readonly state: Kept | null };

async function recall(ports: ProofPorts, found: KeptState): Promise<Recalled> {
  if (found.kind === 'none') return { kind: 'none' };
  if (found.kind === 'unusable') return { kind: 'wrong', why: found.why, state: null };
  let state: Kept | Unkeepable;
  try {
    state = JSON.parse(found.text) as Kept | Unkeepable;
  } catch {
    return { kind: 'wrong', why: 'it is no text of ours', state: null };
  }
  if ('unkeepable' in state) return { kind: 'unkeepable' };
  const restored = await restore(ports, state);
  return restored.kind === 'world' ? restored : { ...restored, state };
}

/** The same for two runs that made the same: schemas and users carry the name of their run. */
function nameless(state: Kept): string {
  const text = JSON.stringify(state);
  return state.dumps.reduce((rest, { name, user }) => rest.replaceAll(name, '').replaceAll(user, ''), text);
}

type Restored =
  { readonly kind: 'world'; readonly world: World } | { readonly kind: 'wrong'; readonly why: string };

/** The server is asked for everything that was written down: objects, attribute by attribute, and sums over all rows. */
async function restore({ server }: ProofPorts, kept: Kept): Promise<Restored> {
  let world: World | null = null;
  let why: string | null;
  try {
    world = await World.remade(server, 'proof', kept.shape, (index) =>
      server.loadScratch(kept.dumps[index] as Dump, 'proof'),
    );
    why = await difference(world, kept, server);
    if (why === null) return { kind: 'world', world };
  } catch (error) {
    why = `it cannot be loaded (${words(error)})`;
  }
  await world?.[Symbol.asyncDispose]();
  return { kind: 'wrong', why };
}

async function difference(world: World, kept: Kept, server: DatabaseServer): Promise<string | null> {
  const recorded: Databases = new Map(kept.schema);
  const [different] = diffDatabases(recorded, await world.snapshot());
  if (different !== undefined) return `its ${different.object} differs in ${different.attribute} once loaded`;
  for (const [index, [, scratch]] of world.databases().entries()) {
    if ((await server.contents(scratch)) !== kept.contents[index]) return 'its rows are others once loaded';
  }
  return null;
}

/** null where it cannot be told in statements, which costs time and nothing else. */
async function stateOf(ports: ProofPorts, world: World): Promise<Kept | null> {
  try {
    const scratches = world.databases().map(([, scratch]) => scratch);
    const schema = [...(await world.snapshot())];
    const contents: string[] = [];
    const dumps: Dump[] = [];
    for (const scratch of scratches) {
      contents.push(await ports.server.contents(scratch));
      dumps.push(await ports.server.dumpScratch(scratch));
    }
    return { shape: await world.shape(), dumps, schema, contents };
  } catch (error) {
    ports.progress(`The base state is not kept: ${words(error)}`);
    return null;
  }
}

/** A server's message quotes what it was sent, rows included, so that only its code is told. */
const words = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
};
