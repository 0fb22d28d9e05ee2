/** Proves one environment's new revisions on a throwaway server, or says why that could not be done. */
import type { Config, Engine } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import type { Repository } from '../io/git.ts';
import type { Log } from '../io/log.ts';
import type { KeptStates } from '../io/kept-states.ts';
import type { DriversAhead, StartDriver } from '../io/python.ts';
import type { DatabaseServer } from '../io/server.ts';
import { joinPath } from '../tree/paths.ts';
import { UsageError } from '../tree/usage-error.ts';
import { askDialect } from '../verify/run-dialect.ts';
import type { KeptBase, ProofPorts, ProofRequest, ProofResult, Seed } from '../verify/run-ports.ts';
import { engineOf } from './engine-of.ts';
import { cureFor, runnable, type Forked } from './apply-cure.ts';
import { creatingCommand, deploysTwice, foundationOf, installingCommand } from './foundation.ts';
import { startEarly } from './early-server.ts';
import { prepare, type PreparingPorts } from './prepare.ts';
import { sayingItsPython } from './said-python.ts';
import type { Sides } from './sides.ts';

/** A directory for files that the project's code is run from. */
export interface OwnDirectory extends AsyncDisposable {
  readonly path: string;
  /** `path` is relative; throws UsageError where a link leads outside of the directory. */
  readonly write: (path: string, text: string) => Promise<void>;
}

export interface ProvingPorts extends PreparingPorts {
  readonly repository: Repository;
  readonly startDriver: StartDriver;
  /** null or absent: drivers start when they are asked for. */
  driversAhead?(environment: Environment): Promise<DriversAhead | null>;
  /** `environment` and `checkout` are where SQLite's Python is looked for. */
  openServer(
    config: Config,
    engine: Engine,
    environment: Environment,
    checkout: string,
  ): Promise<DatabaseServer>;
  runProofs(request: ProofRequest, ports: ProofPorts): Promise<ProofResult>;
  /** Where base states are kept, and what surrounds the code that makes them; null or absent: they are not. */
  keptStates?(
    environment: Environment,
    inPlace: boolean,
  ): Promise<{ readonly states: KeptStates; readonly surroundings: readonly string[] } | null>;
  /** An empty directory that goes away with the scope. */
  temporaryDirectory(): Promise<OwnDirectory>;
  readonly now: () => number;
  readonly log: Log;
}

export interface ProvingRequest {
  readonly environment: Environment;
  readonly config: Config;
  readonly sides: Sides;
  readonly base: ProofRequest['base']['graph'];
  readonly merged: ProofRequest['merged']['graph'];
  /** Whether the pull request touches revisions of the base: then the base state is built by the base's own code. */
  readonly baseCodeDiffers: boolean;
  readonly added: readonly string[];
  readonly rewritten: readonly string[];
  readonly irreversible: ReadonlyMap<string, string>;
  readonly deployed: ProofRequest['deployed'];
  /** Whether the base state is all that is wanted. */
  readonly keep: boolean;
  /** null where the heads are as expected. */
  readonly forked: Forked | null;
}

/** Never throws for what the project or the server does: that is a reason. */
export async function prove(request: ProvingRequest, ports: ProvingPorts): Promise<ProofResult> {
  try {
    const { environment, config, forked } = request;
    const checkout = ports.repository.root;
    await using drivers = (await ports.driversAhead?.(environment)) ?? null;
    // The server starts while git writes and Python imports.
    await using early = startEarly(config, (engine) =>
      ports.openServer(config, engine, environment, checkout),
    );
    await using code = await treeToRun(request, ports);
    drivers?.ahead({ environment, checkout, tree: code.path });
    const asksModels = config.proofs.drift !== false || config.proofs['old-code'] !== false;
    const differs = differsBesideRevisions(request);
    const baseRuns = request.baseCodeDiffers || differs;
    const needsBase =
      baseRuns ||
      creatingCommand(environment) !== null ||
      installingCommand(environment, config) !== null ||
      deploysTwice(config);
    await using baseCode = needsBase ? await checkOut(request.sides.base.sha, request, ports) : null;
    const inPlace = !baseRuns && code.path === checkout;
    const engine =
      config.engine ??
      (await engineOfProject(request, { tree: code.path, checkout }, portsOf(ports, drivers)));
    // Python is asked while the server starts.
    const keeping =
      engine === 'sqlite' ? null : keptBase(request, { baseRuns, inPlace }, ports).catch(() => null);
    await using server = await (early?.take() ?? ports.openServer(config, engine, environment, checkout));
    const kept = await keeping;
    ports.log.note(`server: ${server.product} ${server.version} (${server.source})`);
    return await ports.runProofs(
      {
        environment,
        config,
        checkout,
        base: {
          graph: request.base,
          heads: request.base.heads,
          directory: baseRuns ? (baseCode?.path ?? null) : null,
          replaceable: !request.baseCodeDiffers,
          models: differs && asksModels ? (baseCode?.path ?? null) : null,
          foundation: await foundationOf(environment, request.sides, baseCode?.path ?? null),
          tree: baseCode?.path ?? null,
        },
        merged: { graph: request.merged, directory: code.path },
        added: request.added,
        keep: request.keep,
        rewritten: request.rewritten,
        irreversible: request.irreversible,
        seed: await seedOf(request),
        deployed: request.deployed,
        install: installingCommand(environment, config),
        cure: forked === null ? null : cureFor(forked, code.write),
      },
      { ...portsOf(ports, drivers), server, ...(kept === null ? {} : { kept }) },
    );
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'not-evaluated', reason: error.message };
    throw error;
  }
}

function portsOf(
  { startDriver, runCommand, now, log }: ProvingPorts,
  drivers: DriversAhead | null,
): Omit<ProofPorts, 'server' | 'kept'> {
  return {
    startDriver: sayingItsPython(drivers?.start ?? startDriver, log),
    ...(drivers === null ? {} : { startAhead: (place) => drivers.ahead(place) }),
    runCommand,
    now,
    progress: log.progress,
  };
}

/**
 * The code that runs is the would-be merge: in place where the checkout is exactly that, else an export of it, so that
 * a stale working tree can neither pass nor fail for the merge. A cure is written into an export only.
 */
async function treeToRun(request: ProvingRequest, ports: ProvingPorts): Promise<OwnDirectory> {
  const { repository } = ports;
  const { sides, forked } = request;
  const isWritten = forked !== null && runnable(forked.resolution) !== null;
  if (isWritten || (await repository.workingTree()).treeId !== sides.merged.treeId)
    return checkOut(sides.merged.treeId, request, ports);
  await prepareIn(repository.root, request, ports);
  return {
    path: repository.root,
    write: (path) => Promise.reject(new Error(`${path} would be written into the user's own checkout`)),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** The whole tree that makes the base state, less the new revisions, which it does not run; and what surrounds it. */
async function keptBase(
  { environment, config, sides, merged, added }: ProvingRequest,
  { baseRuns, inPlace }: { readonly baseRuns: boolean; readonly inPlace: boolean },
  ports: ProvingPorts,
): Promise<KeptBase | null> {
  const { carry, setup, baseState } = environment.declared ?? {};
  // What they bring is in no tree, so nobody could tell a state that was made with other files.
  if (carry !== undefined || setup !== undefined) return null;
  const opened = (await ports.keptStates?.(environment, inPlace)) ?? null;
  if (opened === null) return null;
  const left = new Set(baseRuns ? [] : added.map((id) => merged.revisions.get(id)?.path));
  const { entries } = baseRuns ? sides.base.tree : sides.merged.tree;
  const files = [...entries.values()].filter(({ path }) => !left.has(path));
  const tree = files.map(({ path, kind, oid }) => `${kind} ${oid} ${path}`).join('\n');
  const dump = typeof baseState === 'object' && 'dump' in baseState ? joinPath('', baseState.dump) : null;
  const dumps =
    dump === null ? [] : [sides.base, sides.merged].map(({ tree: { entries: all } }) => all.get(dump)?.oid);
  const settings = JSON.stringify([environment, config.server, config.timeouts.step, dumps]);
  return { states: opened.states, made: [tree, settings, ...opened.surroundings], note: ports.log.note };
}

/** Models may come from any file, so every other one counts. */
function differsBesideRevisions({ environment, sides }: ProvingRequest): boolean {
  const before = sides.base.tree.entries;
  const after = sides.merged.tree.entries;
  const isRevision = (path: string) =>
    environment.versionLocations.some((location) => path.startsWith(`${location}/`));
  return [...new Set([...before.keys(), ...after.keys()])].some(
    (path) => !isRevision(path) && before.get(path)?.oid !== after.get(path)?.oid,
  );
}

/** The base's: a pull request does not choose the rows that it is proved on. */
async function seedOf({ config, sides }: ProvingRequest): Promise<Seed | null> {
  const path = config.seed === null ? null : joinPath('', config.seed);
  if (path === null) return null;
  const bytes = (await sides.base.tree.read([path])).get(path);
  return { path, text: bytes === undefined ? null : new TextDecoder().decode(bytes) };
}

async function checkOut(
  treeish: string,
  request: ProvingRequest,
  ports: ProvingPorts,
): Promise<OwnDirectory> {
  const directory = await ports.temporaryDirectory();
  try {
    await ports.repository.export(treeish, directory.path);
    await prepareIn(directory.path, request, ports);
    return directory;
  } catch (error) {
    await directory[Symbol.asyncDispose]();
    throw error;
  }
}

async function prepareIn(
  directory: string,
  { environment, config }: ProvingRequest,
  ports: ProvingPorts,
): Promise<void> {
  const limitMs = config.timeouts.step * 1000;
  await prepare({ environment, checkout: ports.repository.root, directory, limitMs }, ports);
}

/** Asks the project itself which database it speaks; throws UsageError where it does not say. */
async function engineOfProject(
  { environment, config, merged }: ProvingRequest,
  { tree, checkout }: { readonly tree: string; readonly checkout: string },
  ports: Pick<ProofPorts, 'startDriver' | 'progress'>,
): Promise<Engine> {
  ports.progress('Asking the project for its dialect');
  const question = { environment, config, checkout, merged: { graph: merged, directory: tree } };
  const answer = await askDialect(question, ports.startDriver);
  if (answer.kind === 'refused') throw new UsageError(answer.reason);
  return engineOf(answer.dialect);
}
