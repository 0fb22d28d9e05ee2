/** What becomes of a pull request if another open one lands first: both histories joined, out of their two reports. */
import type { EnvironmentReport, Forecast, Report, ReportedRevision } from './report.ts';

/** An open pull request that goes to the same branch, or into the branch of the one that is looked at. */
export interface Neighbour {
  readonly number: number;
  readonly report: Report;
  /** Goes into the other one's branch. */
  readonly onTop?: boolean;
}

/** More are no help: whoever lands first changes all of them. */
const MOST = 3;

/** At most three, the oldest pull requests first, because they are the likeliest to land. */
export function forecast(own: Neighbour, others: readonly Neighbour[]): readonly Forecast[] {
  return others
    .filter(({ number }) => number !== own.number)
    .toSorted((a, b) => a.number - b.number)
    .flatMap((other) => curing(own.report, other) ?? (other.onTop === true ? [] : meeting(own.report, other)))
    .toSorted((a, b) => Number(b.kind === 'cures') - Number(a.kind === 'cures'))
    .slice(0, MOST);
}

/** Null where the other one cures nothing; two people who see one fork open the same cure twice. */
function curing(own: Report, { number, report, onTop = false }: Neighbour): readonly Forecast[] | null {
  for (const environment of own.environments) {
    const other = report.environments.find(({ name }) => name === environment.name);
    if (other === undefined || !canLand(other)) continue;
    const at = { pullRequest: number, environment: environment.name };
    const split = forksOf(environment);
    const cure = other.revisions.added.find((one) => split.some((heads) => joins(one, heads)));
    if (cure !== undefined)
      return [{ ...at, kind: 'cures', revision: cure.id, into: onTop ? 'branch' : 'base' }];
    const twin = twinIn(environment, other);
    if (twin !== undefined && !onTop) return [{ ...at, kind: 'same-merge', revision: twin.id }];
  }
  return null;
}

/** Heads that somebody has to join: after this pull request's merge, and on its base as it is. */
function forksOf({ resolution, heads }: EnvironmentReport): readonly (readonly string[])[] {
  if (resolution === null) return [];
  return [heads.merged ?? [], heads.base].filter(({ length }) => length > 1);
}

const joins = ({ downRevisions }: ReportedRevision, heads: readonly string[]): boolean =>
  heads.every((head) => downRevisions.includes(head));

/** Another merge revision of heads that one of ours joins, with another id. */
const twinIn = (own: EnvironmentReport, other: EnvironmentReport): ReportedRevision | undefined =>
  other.revisions.added.find(({ id, downRevisions }) =>
    own.revisions.added.some(
      (one) =>
        downRevisions.length > 1 &&
        one.id !== id &&
        one.downRevisions.length === downRevisions.length &&
        joins(one, downRevisions),
    ),
  );

/** One word for each neighbour is enough. */
function meeting(own: Report, { number, report }: Neighbour): readonly Forecast[] {
  for (const environment of own.environments) {
    const other = report.environments.find(({ name }) => name === environment.name);
    if (other === undefined || !canLand(environment) || !canLand(other)) continue;
    const at = { pullRequest: number, environment: environment.name };
    const over = collision(environment, other);
    if (over !== null) return [{ ...at, kind: 'collide', over }];
    const onto = inTheWay(environment, other);
    if (onto.length > 0) return [{ ...at, kind: 're-parent', onto }];
  }
  return [];
}

/** What has a fault of its own does not land, and what takes revisions away cannot be joined out of two reports. */
const canLand = ({ heads, revisions, expectedHeads }: EnvironmentReport): boolean =>
  heads.merged !== null &&
  heads.merged.length <= expectedCount(expectedHeads) &&
  revisions.added.length > 0 &&
  revisions.removed.length === 0;

const expectedCount = (expected: EnvironmentReport['expectedHeads']): number =>
  typeof expected === 'number' ? expected : Object.values(expected).reduce((sum, one) => sum + one, 0);

/** Revisions that one branch has from the other are the same file with the same id, and collide with nothing. */
function collision(own: EnvironmentReport, other: EnvironmentReport): string | null {
  for (const mine of own.revisions.added)
    for (const theirs of other.revisions.added)
      if ((mine.id === theirs.id) !== (mine.path === theirs.path))
        return mine.id === theirs.id ? mine.id : mine.path;
  return null;
}

/** The other's heads that would stand beside ours; none where both together have as many as expected. */
function inTheWay(own: EnvironmentReport, other: EnvironmentReport): readonly string[] {
  const [ours, theirs] = [own.heads.merged ?? [], other.heads.merged ?? []];
  const edited = [own, other].flatMap(({ revisions }) => [...revisions.added, ...revisions.changed]);
  const parents = new Set(edited.flatMap(({ downRevisions }) => downRevisions));
  const heads = [...new Set([...ours, ...theirs])].filter((id) => !parents.has(id));
  if (heads.length <= expectedCount(own.expectedHeads)) return [];
  return heads.filter((id) => !ours.includes(id));
}
