/** Databases that a project's own command makes where its migrations do not: made, asked how far they are, moved on from there. */
import type { CommandEnd } from '../../io/command.ts';
import { loadDump } from './run-dump.ts';
import { familyOf } from '../family.ts';
import type { Foundation, ProofPorts, ProofRequest } from '../run-ports.ts';
import { climb, descend, NotEvaluated, recordedVersions, type Limits, type Stage } from '../run-steps.ts';
import { World } from '../run-world.ts';

/** What a command needs of a bench. */
export interface Workshop {
  readonly request: ProofRequest;
  readonly ports: ProofPorts;
  readonly limits: Limits;
}

/** Fresh databases as the foundation makes them; throws NotEvaluated where it does not. */
export async function layFoundation(bench: Workshop, foundation: Foundation): Promise<World> {
  if (foundation.kind === 'dump') return loadOnFresh(bench, foundation);
  const { world, end } = await runOnFresh(bench, foundation.command, foundation.directory);
  if (end.kind === 'done') return world;
  await world[Symbol.asyncDispose]();
  throw new NotEvaluated(
    `The base state cannot be made: ${world.readable(endInWords(foundation.command, end))}.`,
  );
}

async function loadOnFresh(
  { ports, limits }: Workshop,
  dump: Extract<Foundation, { kind: 'dump' }>,
): Promise<World> {
  ports.progress(`Loading ${dump.path}`);
  const world = new World(ports.server, 'proof');
  try {
    const scratch = world.scratch((await world.own()).database);
    if (scratch) await loadDump(dump, { server: ports.server, scratch, limits });
    return world;
  } catch (error) {
    await world[Symbol.asyncDispose]();
    throw error;
  }
}

/** Runs a command of the project in a tree, on databases of its own, which are the caller's. */
export async function runOnFresh(
  { request, ports, limits }: Workshop,
  command: string,
  directory: string,
): Promise<{ readonly world: World; readonly end: CommandEnd }> {
  ports.progress(`Running ${command}`);
  const world = new World(ports.server, 'proof');
  try {
    const end = await ports.runCommand({
      command,
      environment: request.environment,
      tree: directory,
      checkout: request.checkout,
      family: familyOf(ports.server.engine),
      own: await world.own(),
      scratch: (target) => world.endpoint(target),
      limitMs: Math.min(limits.stepMs, Math.max(limits.remainingMs(), 0)),
    });
    if (end.kind !== 'done') await world.endSessions();
    return { world, end };
  } catch (error) {
    await world[Symbol.asyncDispose]();
    throw error;
  }
}

/** "`flask create` ends with exit code 1: OperationalError: …". */
export function endInWords(command: string, end: Exclude<CommandEnd, { kind: 'done' }>): string {
  const words = end.lastWords === '' ? '' : `: ${end.lastWords}`;
  if (end.kind === 'timeout')
    return `\`${command}\` does not end within its limit (\`timeouts: {step: …}\`)${words}`;
  return `\`${command}\` ends with ${end.how}${words}`;
}

/** `up`: a state that others are held to must be as it was deployed, not what downgrades leave of a later one. */
export type Way = 'up' | 'either';

/** From what the foundation stamped to exactly these revisions, in this order. */
export async function moveFrom(
  foundation: Foundation,
  stage: Stage,
  revisions: readonly string[],
  what: string,
  way: Way,
): Promise<void> {
  const stamped = await stampedBy(foundation, stage);
  const made = stage.graph.ancestors(stamped);
  const wanted = new Set(revisions);
  const surplus = stage.graph.upgradeOrder(stamped).filter((id) => !wanted.has(id));
  if (way === 'up' && surplus.length > 0)
    throw new NotEvaluated(
      `${what} lies below what \`base-state:\` makes, and nothing builds a database that is there.`,
    );
  await descend(stage, surplus.toReversed(), what);
  await climb(
    stage,
    revisions.filter((id) => !made.has(id)),
    what,
    `What \`base-state:\` makes lacks it: see that ${inWords(foundation)} holds what belongs to the revision that it names.`,
  );
}

const LET_IT_STAMP =
  "let it stamp what it made (`alembic stamp heads`, `flask db stamp heads`) on the database that the environment's URL names";
const DUMP_VERSIONS = "dump that table's rows too, also where the others are dumped without theirs";

export type Maker =
  { readonly kind: 'command'; readonly command: string } | { readonly kind: 'dump'; readonly path: string };

const inWords = (maker: Maker): string =>
  maker.kind === 'dump' ? `the dump \`${maker.path}\`` : `\`${maker.command}\``;

/** Revisions that a database says it is at. Throws NotEvaluated where it says nothing, or nothing that this history knows. */
export async function stampedBy(maker: Maker, stage: Stage): Promise<readonly string[]> {
  const name = maker.kind === 'dump' ? `The dump \`${maker.path}\`` : inWords(maker);
  const recorded = await recordedVersions(stage);
  const [first] = recorded;
  for (const { table, ids } of recorded) {
    if (ids === null || ids.length === 0)
      throw new NotEvaluated(
        `${name} leaves no version in \`${table.table}\`: ${maker.kind === 'dump' ? DUMP_VERSIONS : LET_IT_STAMP}.`,
      );
    const unknown = ids.filter((id) => !stage.graph.revisions.has(id));
    if (unknown.length > 0)
      throw new NotEvaluated(
        `${name} names ${unknown.map((id) => `\`${id}\``).join(', ')}, which this history does not have.`,
      );
    if (first && ids.toSorted().join() !== (first.ids ?? []).toSorted().join())
      throw new NotEvaluated(`${name} leaves the project's databases at different revisions.`);
  }
  return first?.ids ?? [];
}
