/** Proves one environment's new revisions on a throwaway server, or says why that could not be done. */
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import type { Repository } from '../io/git.ts';
import type { Log } from '../io/log.ts';
import type { StartDriver } from '../io/python.ts';
import type { DatabaseServer, ServerEngine } from '../io/server.ts';
import { UsageError } from '../tree/usage-error.ts';
import { askDialect } from '../verify/run-dialect.ts';
import type { ProofPorts, ProofRequest, ProofResult } from '../verify/run-ports.ts';
import type { Sides } from './sides.ts';

export interface ProvingPorts {
  readonly repository: Repository;
  readonly startDriver: StartDriver;
  openServer(config: Config, engine: ServerEngine): Promise<DatabaseServer>;
  runProofs(request: ProofRequest, ports: ProofPorts): Promise<ProofResult>;
  /** An empty directory that goes away with the scope. */
  temporaryDirectory(): Promise<{ readonly path: string } & AsyncDisposable>;
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
  readonly irreversible: ReadonlyMap<string, string>;
}

/** Never throws for what the project or the server does: that is a reason. */
export async function prove(request: ProvingRequest, ports: ProvingPorts): Promise<ProofResult> {
  try {
    const { environment, config } = request;
    await using code = await checkOutMerge(request.sides, ports);
    await using baseCode = request.baseCodeDiffers ? await checkOut(request.sides.base.sha, ports) : null;
    const engine = config.engine ?? (await engineOfProject(request, code.path, ports));
    if (engine === 'sqlite' || engine === 'postgresql')
      return { kind: 'not-evaluated', reason: unproved(engine) };
    await using server = await ports.openServer(config, engine);
    ports.log.note(`server: ${server.product} ${server.version} (${server.source})`);
    return await ports.runProofs(
      {
        environment,
        config,
        checkout: ports.repository.root,
        base: { graph: request.base, heads: request.base.heads, directory: baseCode?.path ?? null },
        merged: { graph: request.merged, directory: code.path },
        added: request.added,
        irreversible: request.irreversible,
      },
      { server, startDriver: ports.startDriver, now: ports.now, progress: ports.log.progress },
    );
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'not-evaluated', reason: error.message };
    throw error;
  }
}

const unproved = (engine: 'sqlite' | 'postgresql'): string =>
  `The proof does not run on ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}; if production runs another engine, name it with \`engine:\`, or judge the graph alone with \`database: none\`.`;

/**
 * The code that runs is the would-be merge: in place where the checkout is exactly that, else an export of it, so that
 * a stale working tree can neither pass nor fail for the merge.
 */
async function checkOutMerge(
  { merged }: Sides,
  ports: ProvingPorts,
): Promise<{ readonly path: string } & AsyncDisposable> {
  const { repository } = ports;
  const working = await repository.workingTree();
  if (working.treeId === merged.treeId)
    return { path: repository.root, [Symbol.asyncDispose]: () => Promise.resolve() };
  return checkOut(merged.treeId, ports);
}

async function checkOut(
  treeish: string,
  ports: ProvingPorts,
): Promise<{ readonly path: string } & AsyncDisposable> {
  const directory = await ports.temporaryDirectory();
  await ports.repository.export(treeish, directory.path);
  return directory;
}

/** Asks the project itself which database it speaks; throws UsageError where it does not say. */
async function engineOfProject(
  request: ProvingRequest,
  directory: string,
  ports: ProvingPorts,
): Promise<ServerEngine | 'sqlite'> {
  ports.log.progress('Asking the project for its dialect');
  const { environment, config, merged } = request;
  const question = {
    environment,
    config,
    checkout: ports.repository.root,
    merged: { graph: merged, directory },
  };
  const answer = await askDialect(question, ports.startDriver);
  if (answer.kind === 'refused') throw new UsageError(answer.reason);
  return engineOf(answer.dialect);
}

function engineOf(dialect: string): ServerEngine | 'sqlite' {
  const [name = ''] = dialect.split('+');
  if (name === 'mysql' || name === 'mariadb' || name === 'postgresql' || name === 'sqlite') return name;
  throw new UsageError(
    `the project speaks SQLAlchemy's dialect ${dialect}, for which there is no proof: name one of mysql, mariadb, postgresql with --engine, or judge the graph alone with --database none`,
  );
}
