/** Adds to what is known of an environment what a database says about it, or why it says nothing. */
import { rewrittenRevisions } from '../changes/provable.ts';
import type { Config } from '../config/config.ts';
import type { EnvironmentFacts } from '../report/compose.ts';
import { irreversibleReason } from '../revision/irreversible.ts';
import { readOperations } from '../revision/operations.ts';
import { contradictionOf } from '../verify/contradiction.ts';
import type { Rewrite } from '../verify/proof.ts';
import { proofFindings } from '../verify/findings.ts';
import type { Judged } from './judge.ts';
import { shownOf } from './reported.ts';
import { prove, type ProvingPorts } from './prove.ts';
import type { Sides } from './sides.ts';

export interface ProofCircumstances {
  readonly config: Config;
  readonly sides: Sides;
  readonly runCode: boolean;
  /** Whether the base state is all that is wanted. */
  readonly keep: boolean;
}

/** The facts unchanged where there is nothing to prove, or `database: none`. */
export async function proveEnvironment(
  judged: Judged,
  circumstances: ProofCircumstances,
  ports: ProvingPorts,
): Promise<EnvironmentFacts> {
  const { facts, merged, base, changes } = judged;
  const { config, sides } = circumstances;
  const { resolution } = facts.report;
  const isAsked = circumstances.keep || (facts.report.provable && facts.touched);
  if (config.database === 'none' || !isAsked) return facts;
  const reason = await whyNot(judged, circumstances, ports);
  if (reason !== null) return { ...facts, notEvaluated: [...facts.notEvaluated, reason] };
  const result = await prove(
    {
      environment: judged.judged.environment,
      config,
      sides,
      base: base.graph,
      merged: merged.graph,
      baseCodeDiffers: changes.changed.length + changes.removed.length > 0,
      added: changes.added.map(({ id }) => id),
      rewritten: rewrittenRevisions(changes),
      irreversible: await irreversible(judged),
      keep: circumstances.keep,
      deployed: config.proofs['start-states'] === false ? [] : judged.deployed,
      forked: resolution === null ? null : { resolution, merged, resolveAgain: judged.cure },
    },
    ports,
  );
  if (result.kind === 'not-evaluated')
    return { ...facts, notEvaluated: [...facts.notEvaluated, result.reason] };
  if (circumstances.keep) return facts;
  const unproved = result.proof.proofs.filter(({ outcome }) => outcome === 'not-evaluated');
  return {
    ...facts,
    report: {
      ...(result.resolution === null ? facts.report : judged.describe(result.resolution)),
      database: result.proof,
    },
    findings: [...judged.found(shownOf(result.proof)), ...proofFindings(result.proof, facts.report.name)],
    notEvaluated: [
      ...facts.notEvaluated,
      ...(result.proof.rewrites ?? []).flatMap(unshown),
      ...unproved.map(({ name, reason: why }) => `${name}: ${why ?? 'no reason given'}`),
    ],
  };
}

const unshown = ({ revision, outcome, reason }: Rewrite): readonly string[] =>
  outcome === 'not-evaluated' ? [`rewritten \`${revision}\`: ${reason ?? 'no reason given'}`] : [];

/** What stands in the way of running anything, in one sentence; null where nothing does. */
async function whyNot(
  { judged, merged, base }: Judged,
  { sides, runCode }: ProofCircumstances,
  { repository }: ProvingPorts,
): Promise<string | null> {
  if (!merged.graph.loads || !base.graph.loads || merged.unread.some(({ kind }) => kind === 'broken')) {
    return 'the migrations were not run, because Alembic cannot load them';
  }
  const contradiction = contradictionOf(judged.environment.declared);
  if (contradiction !== null) return contradiction;
  if (runCode || sides.head.sha === null) return null;
  const own = await repository.workingTree();
  if (own.clean && own.commitLike === sides.head.sha) return null;
  return `the migrations were not run, because ${sides.head.ref} is not what the working tree holds: pass --run-code to run its code, or --database none to judge the graph alone`;
}

/** Of the new revisions, those that say of themselves that there is no way back, with their reasons. */
async function irreversible({ merged, changes }: Judged): Promise<ReadonlyMap<string, string>> {
  const declared = await Promise.all(
    changes.added.map(async ({ id, path }) => {
      const migration = readOperations(await merged.bytes(path));
      const reason = migration.kind === 'migration' ? irreversibleReason(migration) : null;
      return reason === null ? [] : [[id, reason] as const];
    }),
  );
  return new Map(declared.flat());
}
