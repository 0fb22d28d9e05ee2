/** What a pull request did to the history, as findings; what was on the base already is told apart. */
import type { HistoryChanges } from '../changes/history.ts';
import type { HistoryProblem } from '../changes/problem.ts';
import type { Undo } from '../remedy/undo.ts';
import type { Finding } from './finding.ts';
import { graphFinding } from './graph-findings.ts';
import { sayHeads, sayIncompleteMerge, sayStaleParent } from './heads-sentences.ts';
import {
  sayDeleted,
  sayEdited,
  sayInserted,
  sayReidentified,
  sayRepaired,
  sayReparented,
  saySquash,
  type Rewritten,
} from './landed-sentences.ts';
import type { Said } from './said.ts';
import { sayBackport, sayDiverged } from './trunk-sentences.ts';

export interface HistoryFindings {
  readonly findings: readonly Finding[];
  /** Faults that were on the base already, and that the pull request neither caused nor cures. */
  readonly onBase: readonly Finding[];
  /** Sentences: why the heads could not be judged. */
  readonly notEvaluated: readonly string[];
}

/** By the id of the revision that is undone. */
export type Undos = ReadonlyMap<string, Undo>;

/** What running rewritten revisions showed, by their ids. */
export type Rewrites = ReadonlyMap<string, Rewritten>;

/** What was made or run for single revisions, beyond the comparison itself. */
export interface Shown {
  readonly undos?: Undos;
  readonly rewrites?: Rewrites;
}

/** Severities are those of the profile `recommended`. `baseName` is the base as people know it: `main`. */
export function historyFindings(
  { problems, graphProblems, added, changed }: HistoryChanges,
  environment: string,
  baseName: string,
  { undos = new Map(), rewrites = new Map() }: Shown = {},
): HistoryFindings {
  const touched = new Set([...added, ...changed.map(({ after }) => after)].map(({ path }) => path));
  const judged = [
    ...graphProblems.map(({ problem, inherited }) => ({
      finding: graphFinding(problem, environment, touched),
      inherited,
    })),
    ...problems.flatMap((problem) => {
      if (problem.kind === 'heads-unknown') return [];
      const finding = {
        ...placeOf(problem),
        ...say(problem, baseName, { undos, rewrites }),
        environment,
        suppressed: null,
      };
      return [{ finding, inherited: problem.kind === 'multiple-heads' && problem.inherited }];
    }),
  ];
  return {
    findings: judged.filter(({ inherited }) => !inherited).map(({ finding }) => finding),
    onBase: judged.filter(({ inherited }) => inherited).map(({ finding }) => finding),
    notEvaluated: problems.flatMap((problem) =>
      problem.kind === 'heads-unknown'
        ? [
            `The branch of head ${problem.head} is unknown: revision ${problem.revision} (${problem.path}) computes its branch_labels, and heads are expected by label.`,
          ]
        : [],
    ),
  };
}

type Sayable = Exclude<HistoryProblem, { kind: 'heads-unknown' }>;

function say(problem: Sayable, baseName: string, { undos, rewrites }: Required<Shown>): Said {
  switch (problem.kind) {
    case 'multiple-heads':
      return sayHeads(problem, baseName);
    case 'incomplete-merge':
      return sayIncompleteMerge(problem);
    case 'stale-parent':
      return sayStaleParent(problem, baseName);
    case 'edited':
      return sayEdited(problem, baseName, rewrites.get(problem.revision));
    case 'reparented':
      return sayReparented(problem, baseName);
    case 'inserted':
      return sayInserted(problem, baseName);
    case 'deleted':
      return sayDeleted(problem, baseName, undos.get(problem.revision));
    case 'reidentified':
      return sayReidentified(problem, baseName);
    case 'repaired':
      return sayRepaired(problem, baseName);
    case 'squash':
      return saySquash(problem, rewrites.get(problem.at));
    case 'backport':
      return sayBackport(problem, baseName);
    case 'diverged':
      return sayDiverged(problem, baseName);
  }
}

function placeOf(problem: Sayable): Pick<Finding, 'path' | 'line' | 'endLine' | 'revision'> {
  switch (problem.kind) {
    case 'multiple-heads': {
      const { revision = null, path = null, line = null } = problem.lowest ?? {};
      return { revision, path, line, endLine: line };
    }
    case 'squash':
      return { revision: problem.at, path: problem.path, line: null, endLine: null };
    default: {
      const line = 'line' in problem ? problem.line : null;
      return { revision: problem.revision, path: problem.path, line, endLine: line };
    }
  }
}
