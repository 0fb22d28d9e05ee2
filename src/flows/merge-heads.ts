/** `merge-heads` at the desk: the cure of every forked environment, as text or as a change of the working tree. */
import type { Resolution } from '../remedy/resolution.ts';
import { check, type CheckPorts, type CheckRequest } from './check.ts';

export interface CureRequest extends Omit<CheckRequest, 'runCode'> {
  /** null: the one that is recommended. */
  readonly strategy: 'merge' | 're-parent' | null;
}

/** One environment's cure: files to write, or the reason why there is none. */
export type Cure =
  | {
      readonly kind: 'file';
      readonly environment: string;
      readonly path: string;
      readonly content: string;
      readonly missing: readonly string[];
    }
  | {
      readonly kind: 'edits';
      readonly environment: string;
      readonly edits: NonNullable<Resolution['reParent']>['edits'];
    }
  | { readonly kind: 'refused'; readonly environment: string; readonly why: string };

export interface Cures {
  readonly cures: readonly Cure[];
  /** Why nothing could be judged; null where it could. */
  readonly notEvaluated: string | null;
}

/** An empty list is good news: every environment has its expected heads. */
export async function cureHeads(request: CureRequest, ports: CheckPorts): Promise<Cures> {
  const { configuration } = request;
  const still = { ...configuration, flags: { ...configuration.flags, database: 'none' } };
  const report = await check({ ...request, configuration: still, runCode: false }, ports);
  const cures = report.environments.flatMap(({ name, heads, resolution }): Cure[] => {
    if (resolution === null) return [];
    return [cureOf(resolution, request.strategy, name, heads.head)];
  });
  const fault =
    cures.length > 0
      ? undefined
      : report.findings.find(({ rule, severity }) => severity === 'error' && STANDS_IN_THE_WAY.has(rule));
  const unknown = report.outcome === 'not-evaluated' ? (report.reason ?? report.outcome) : null;
  return { cures, notEvaluated: cures.length > 0 ? null : (fault?.message ?? unknown) };
}

/** Of a history with one of these nobody knows the heads: its faults come first. */
const STANDS_IN_THE_WAY = new Set([
  'no-missing-parent',
  'no-duplicate-revision',
  'no-cycle',
  'no-unreadable-revision',
  'no-stray-python-in-versions',
  'no-invalid-revision-id',
  'no-multiple-heads',
]);

function cureOf(
  resolution: Resolution,
  strategy: CureRequest['strategy'],
  environment: string,
  own: readonly string[],
): Cure {
  const { mergeRevision, reParent } = resolution;
  const wanted = strategy ?? (resolution.recommended === 're-parent' ? 're-parent' : 'merge');
  if (wanted === 're-parent') {
    if (reParent !== null) return { kind: 'edits', environment, edits: reParent.edits };
    return { kind: 'refused', environment, why: resolution.because };
  }
  if (mergeRevision.content === null) {
    return {
      kind: 'refused',
      environment,
      why: resolution.refused ?? `run this instead: ${mergeRevision.command}`,
    };
  }
  // A branch that lacks one of the parents cannot load the file until it is brought up to date.
  const missing = mergeRevision.downRevisions.filter((id) => !own.includes(id));
  return { kind: 'file', environment, path: mergeRevision.path, content: mergeRevision.content, missing };
}
