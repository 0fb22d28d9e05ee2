/**
 * What a project's own command line is given to make exactly these steps: always a named target, never a relative one.
 * Alembic moves as many revisions as a target asks for, so whoever runs it compares what ran with what was asked.
 */
import type { RevisionGraph } from '../graph/graph.ts';

export interface Step {
  readonly revision: string;
  readonly direction: 'upgrade' | 'downgrade';
}

export interface TargetedStep extends Step {
  /** null: a later step's target brings this one along. */
  readonly target: string | null;
}

/** The steps in their order. An upgrade of many is one command per head that it leads to. */
export function targetSteps(graph: RevisionGraph, steps: readonly Step[]): readonly TargetedStep[] {
  const broughtAlong = new Set<string>();
  const targeted = steps.toReversed().map((step): TargetedStep => {
    if (step.direction === 'downgrade') return { ...step, target: below(graph, step.revision) };
    const target = broughtAlong.has(step.revision) ? null : step.revision;
    const revision = graph.revisions.get(step.revision);
    for (const id of [...(revision?.downRevisions ?? []), ...(revision?.dependsOn ?? [])])
      broughtAlong.add(id);
    return { ...step, target };
  });
  return targeted.toReversed();
}

/** Its parent; where others stand on that one too, with the branch that is meant (`9f3@b21` goes down to b21 on the way of 9f3). */
function below(graph: RevisionGraph, id: string): string {
  const [parent] = graph.revisions.get(id)?.downRevisions ?? [];
  const isAlone = parent === undefined ? graph.bases.length < 2 : graph.children(parent).length < 2;
  return `${isAlone ? '' : `${id}@`}${parent ?? 'base'}`;
}
