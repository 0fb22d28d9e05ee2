/** Everything that is wrong with a map of revisions, told apart, in the order in which Alembic would come across it. */
import type { Revision } from '../revision/revision.ts';
import { findCycles, findDependencyCycles, outsideDependencies, type Cycle } from './cycles.ts';
import type { GraphProblem, ProblemKind } from './graph.ts';
import { dependencyNames, idsOf, type Node, type RevisionMap } from './link.ts';
import * as sentences from './sentences.ts';

/** `_revision_illegal_chars` of the newest Alembic; the colon came after 1.13. */
const ILLEGAL = ['+', '-', ':', '@'];
/** What Alembic's own commands mean by a name, whatever revision has it. */
const RESERVED: readonly string[] = ['base', 'head', 'heads'];

export function findProblems(map: RevisionMap): readonly GraphProblem[] {
  const cycles = findCycles(map);
  return [
    ...map.nodes.flatMap(({ revision }) => idProblems(revision)),
    ...duplicates(map),
    ...map.collisions.map(({ label, revision, owner }) => ({
      ...about('label-collision', revision, true, [label, owner.id], [revision.path, owner.path]),
      ...sentences.labelCollision(label, revision.path, owner.id, owner.path),
    })),
    ...map.nodes.flatMap(({ revision }) => missingDependencies(revision, map)),
    ...map.nodes.flatMap(({ revision }) => missingParents(revision, map)),
    ...emptyDependencies(map),
    ...cycles.map((cycle) => cycleProblem('cycle', cycle, sentences.cycle)),
    ...findDependencyCycles(map, cycles).map((cycle) =>
      cycleProblem('dependency-cycle', cycle, sentences.dependencyCycle),
    ),
  ];
}

type Facts = Omit<GraphProblem, 'message' | 'cure'>;

const OF_PARENTS: readonly ProblemKind[] = ['missing-parent', 'parent-is-label', 'self-loop', 'cycle'];

const about = (
  kind: ProblemKind,
  { id, path, spans }: Revision,
  fatal: boolean,
  involved: readonly string[] = [id],
  files: readonly string[] = [path],
): Facts => {
  const line = OF_PARENTS.includes(kind) ? spans.downRevisionLine : null;
  return { kind, revision: id, path, line, involved, files, fatal };
};

function idProblems(revision: Revision): readonly GraphProblem[] {
  const { id, path, downRevisions, dependsOn } = revision;
  const problems: GraphProblem[] = [];
  const illegal = ILLEGAL.filter((character) => id.includes(character));
  const length = Array.from(id).length;
  if (downRevisions.includes(id)) {
    problems.push({ ...about('self-loop', revision, true), ...sentences.selfLoop(id, path) });
  }
  if (dependsOn.includes(id)) {
    problems.push({
      ...about('dependency-self-loop', revision, true),
      ...sentences.dependencySelfLoop(id, path),
    });
  }
  if (illegal.length > 0) {
    problems.push({
      ...about('invalid-id', revision, true),
      ...sentences.illegalCharacters(id, path, illegal),
    });
  }
  if (RESERVED.includes(id)) {
    problems.push({ ...about('invalid-id', revision, false), ...sentences.reservedId(id, path) });
  }
  if (id === '') problems.push({ ...about('invalid-id', revision, false), ...sentences.emptyId(path) });
  if (length > sentences.MAX_ID_LENGTH) {
    problems.push({ ...about('id-too-long', revision, false), ...sentences.idTooLong(id, path, length) });
  }
  return problems;
}

function duplicates(map: RevisionMap): readonly GraphProblem[] {
  const sharers = Array.from({ length: map.byId.size }, (): Revision[] => []);
  for (const { rank, revision } of map.nodes) sharers[rank]?.push(revision);
  return sharers.flatMap((same) => {
    const last = same.at(-1);
    if (same.length < 2 || last === undefined) return [];
    const files = same.map(({ path }) => path);
    const facts = about('duplicate-revision', last, false, [last.id], files);
    return [{ ...facts, ...sentences.duplicateRevision(last.id, files) }];
  });
}

function missingParents(revision: Revision, map: RevisionMap): readonly GraphProblem[] {
  const { id, path } = revision;
  const missing = revision.downRevisions.filter((parent) => !map.byId.has(parent) && parent !== id);
  return [...new Set(missing)].map((parent) => {
    const owner = map.byLabel.get(parent)?.revision.id;
    return owner === undefined
      ? { ...about('missing-parent', revision, true, [parent]), ...sentences.missingParent(id, path, parent) }
      : {
          ...about('parent-is-label', revision, true, [parent]),
          ...sentences.parentIsLabel(id, path, parent, owner),
        };
  });
}

function missingDependencies(revision: Revision, map: RevisionMap): readonly GraphProblem[] {
  const { id, path } = revision;
  const unknown = (name: string): boolean => !map.byId.has(name) && !map.byLabel.has(name) && name !== id;
  return [...new Set(dependencyNames(revision).filter(unknown))].map((name) => ({
    ...about('missing-dependency', revision, true, [name]),
    ...sentences.missingDependency(id, path, name),
  }));
}

function emptyDependencies(map: RevisionMap): readonly GraphProblem[] {
  const vain = map.nodes.filter(
    ({ revision }) => dependencyNames(revision).length < revision.dependsOn.length && revision.id !== '',
  );
  const outside = vain.length === 0 ? new Set() : outsideDependencies(map);
  return vain.map((node) => ({
    ...about('missing-dependency', node.revision, outside.has(node), ['']),
    ...sentences.emptyDependency(node.revision.id, node.revision.path),
  }));
}

function cycleProblem(
  kind: 'cycle' | 'dependency-cycle',
  { members, refused }: Cycle,
  say: typeof sentences.cycle,
): GraphProblem {
  const ids = idsOf(members);
  const [first] = members as readonly [Node, ...Node[]];
  const files = members.map(({ revision }) => revision.path);
  return { ...about(kind, first.revision, refused, ids, files), ...say(ids, refused) };
}
