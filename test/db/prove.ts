/** Runs the proofs of a small project on a given server, as the flow would. */
import type { DeployedState } from '../../src/changes/history.ts';
import type { BaseState } from '../../src/config/environment.ts';
import type { Config, ProofName } from '../../src/config/config.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { RevisionGraph } from '../../src/graph/graph.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import type { StartDriver } from '../../src/io/python.ts';
import { commandDriver } from '../../src/io/python/command-driver.ts';
import { commandRunner } from '../../src/io/python/command.ts';
import { driverStarter } from '../../src/io/python/start.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { proofFindings } from '../../src/verify/findings.ts';
import type { DatabaseProof, ProofSection } from '../../src/verify/proof.ts';
import { runProofs } from '../../src/verify/run.ts';
import type { Cure, Foundation, KeptBase, ProofResult } from '../../src/verify/run-ports.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testWatch } from '../server.ts';
import { testbed } from '../testbed.ts';
import {
  revisionPath,
  revisionText,
  writeProject,
  type ProjectOptions,
  type ProjectRevision,
} from './project.ts';

export const DRIVER = fileURLToPath(new URL('../../src/driver', import.meta.url));

/** The project's own Python, or its command. */
const testDriver: StartDriver = (request) => {
  const command = request.environment.declared?.command;
  const start =
    command === undefined
      ? driverStarter(DRIVER)
      : commandDriver(command, commandRunner(testWatch(), DRIVER));
  return start(request);
};

export interface ProveOptions extends Omit<ProjectOptions, 'revisions'> {
  readonly base: readonly ProjectRevision[];
  readonly added: readonly ProjectRevision[];
  /** What `files` are on the base, where they differ. */
  readonly baseFiles?: ProjectOptions['files'];
  /** Builds the base state in the base's own tree; whether the merge's code may stand in where that does not run. */
  readonly baseRuns?: { readonly replaceable: boolean };
  readonly irreversible?: Readonly<Record<string, string>>;
  /** What the base's revisions are on the merge, where they differ, and the ids for which running both decides. */
  readonly onMerge?: readonly ProjectRevision[];
  readonly rewritten?: readonly string[];
  readonly deployed?: readonly DeployedState[];
  /** What installs the project afresh. */
  readonly install?: string;
  /** Contents of the file that `base-state: {dump: …}` names. */
  readonly dump?: string;
  readonly totalSeconds?: number;
  readonly stepSeconds?: number;
  readonly deploys?: Config['deploys'];
  readonly profile?: Config['profile'];
  /** What production's server is declared to be; the server that is given is what it is. */
  readonly production?: Config['server'];
  /** SQL of the seed file; null where the base does not have it. */
  readonly seed?: string | null;
  /** On top of the round trip and the order. */
  readonly proofs?: Config['proofs'];
  /** The suggested cure: a merge revision, or an added revision with its new parent. */
  readonly cure?: ProjectRevision;
  readonly kept?: KeptBase;
  readonly progress?: (line: string) => void;
  /** Told of each start of the project's Python. */
  readonly onStart?: () => void;
}

/** Writes the project, proves it with the newest Alembic unless the declared environment names a Python, removes it. */
export async function prove(server: DatabaseServer, options: ProveOptions): Promise<ProofResult> {
  const revisions = [...(options.onMerge ?? options.base), ...options.added];
  const declared = { python: testbed().python.newest, ...options.declared };
  const made: BaseState = declared.baseState ?? 'migrations';
  const needsBase =
    typeof made === 'object' ||
    options.install !== undefined ||
    (options.proofs?.['two-deployers'] ?? false) !== false;
  await using project = await writeProject({ ...options, revisions, declared });
  await using baseTree =
    options.baseFiles === undefined && options.onMerge === undefined && !needsBase
      ? null
      : await writeProject({
          ...options,
          revisions: options.base,
          declared,
          files: options.baseFiles ?? options.files ?? {},
        });
  const base = graphOf(options.base);
  return await runProofs(
    {
      environment: project.environment,
      config: {
        ...CONFIG,
        deploys: options.deploys ?? CONFIG.deploys,
        profile: options.profile ?? CONFIG.profile,
        server: options.production ?? CONFIG.server,
        proofs: { ...CONFIG.proofs, ...options.proofs },
        timeouts: { connect: 30, step: options.stepSeconds ?? 30, total: options.totalSeconds ?? 120 },
      },
      checkout: project.directory,
      base: {
        graph: base,
        heads: base.heads,
        directory: (options.onMerge ?? options.baseRuns) ? (baseTree?.directory ?? null) : null,
        replaceable: options.baseRuns?.replaceable ?? false,
        models: options.baseFiles === undefined ? null : (baseTree?.directory ?? null),
        tree: baseTree?.directory ?? null,
        foundation: foundationIn(made, baseTree?.directory ?? '', options.dump ?? ''),
      },
      merged: { graph: graphOf(revisions), directory: project.directory },
      added: options.added.map(({ id }) => id),
      rewritten: options.rewritten ?? [],
      deployed: options.deployed ?? [],
      seed: options.seed === undefined ? null : { path: 'seed.sql', text: options.seed },
      install: options.install ?? null,
      irreversible: new Map(Object.entries(options.irreversible ?? {})),
      cure: options.cure === undefined ? null : cureIn(project.directory, revisions, options.cure),
    },
    {
      server,
      startDriver: (request) => {
        options.onStart?.();
        return testDriver(request);
      },
      runCommand: commandRunner(testWatch(), DRIVER),
      now: () => Date.now(),
      progress: options.progress ?? (() => undefined),
      ...(options.kept === undefined ? {} : { kept: options.kept }),
    },
  );
}

function foundationIn(made: BaseState, directory: string, dump: string): Foundation | null {
  if (made === 'migrations') return null;
  if ('command' in made) return { kind: 'command', command: made.command, directory };
  return { kind: 'dump', path: made.dump, bytes: Buffer.from(dump) };
}

/** Writes the cure as the flow does; a revision that is there already is moved by it, any other joins its parents. */
function cureIn(directory: string, revisions: readonly ProjectRevision[], cure: ProjectRevision): Cure {
  const { heads } = graphOf(revisions);
  const kind = revisions.some(({ id }) => id === cure.id) ? 're-parent' : 'merge-revision';
  return {
    heads,
    async apply(sides) {
      const path = revisionPath(cure.id);
      await writeFile(join(directory, path), revisionText(cure));
      const mergeRevision = { id: cure.id, path, content: '', downRevisions: heads, command: '' };
      const because = sides?.kind === 'orders-differ' ? `${sides.runLast ?? 'none'} last` : 'any order';
      return {
        resolution: { recommended: kind, because, mergeRevision, reParent: { edits: [] }, refused: null },
        tried: { kind, graph: graphOf([...revisions.filter(({ id }) => id !== cure.id), cure]) },
      };
    },
  };
}

/** The proof, or an error that says why there is none. */
export function proved(result: ProofResult): DatabaseProof {
  if (result.kind === 'proved') return result.proof;
  throw new Error(`Not evaluated: ${result.reason}`);
}

export const roundTrip = (result: ProofResult): ProofSection => sectionOf(result, 'round-trip');

export function sectionOf(result: ProofResult, name: ProofName): ProofSection {
  const section = proved(result).proofs.find((one) => one.name === name);
  if (!section) throw new Error(`The proof has no section ${name}.`);
  return section;
}

export function findings(result: ProofResult): readonly Finding[] {
  return proofFindings(proved(result), 'migrations');
}

export function graphOf(revisions: readonly ProjectRevision[]): RevisionGraph {
  return buildGraph(
    revisions.map(({ id, down }) => ({
      id,
      path: revisionPath(id),
      downRevisions: down === null ? [] : typeof down === 'string' ? [down] : down,
      dependsOn: [],
      branchLabels: [],
      unreadLabels: false,
      message: id,
      spans: { downRevisionLine: 6 },
      notes: [],
    })),
  );
}

export const CONFIG: Config = {
  database: 'auto',
  databaseUrl: null,
  engine: null,
  image: 'mysql:8.4',
  allowRemote: false,
  server: {},
  environments: [],
  trunks: null,
  profile: 'recommended',
  deploys: 'rolling',
  rules: {},
  suppress: [],
  protectedRules: [],
  approvers: { users: [], teams: [] },
  prefer: 'merge',
  messagePattern: null,
  models: [],
  deployed: [],
  squash: [],
  tableSizes: null,
  seed: null,
  // One proof at a time: a test switches on what it is about.
  proofs: {
    'round-trip': true,
    order: true,
    rows: false,
    'old-code': false,
    'lock-class': false,
    interruption: false,
    drift: false,
    'start-states': false,
    'fresh-install': false,
    'two-deployers': false,
  },
  timeouts: { connect: 30, step: 120, total: 900 },
  comment: 'migrations',
  commands: { author: false },
};
