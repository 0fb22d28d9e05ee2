/** All that a rule may ask about one revision. */
import type { Config, Engine } from '../config/config.ts';
import type { TableSizes } from '../config/table-size.ts';
import type { Direction, Migration, Operation } from '../revision/operation.ts';
import type { Revision } from '../revision/revision.ts';
import type { ColumnBefore, TableBefore } from './before.ts';
import type { Change, ChangeOf, EffectKind } from './change.ts';
import type { Facts } from './facts.ts';
import type { ModelFacts } from './models/model.ts';

export interface Pass {
  readonly revision: Revision;
  readonly migration: Migration;
  /** The file's text, to which spans point. */
  readonly text: string;
  /** Both directions, in order; those that stand under a test for another engine are left out. */
  readonly operations: readonly Operation[];
  /** What these do, in the same order. */
  readonly changes: readonly Change[];
  /** null where nobody knows it. */
  readonly engine: Engine | null;
  /** As the server or the configuration names it: `8.4.10`; null where nobody knows it. */
  readonly version: string | null;
  readonly facts: Facts;
  /** Whether the server was seen to run something for these lines, which tells what the source does not. */
  readonly wasSeen: (place: Pick<Change, 'line' | 'endLine' | 'direction'>) => boolean;
  readonly config: Pick<Config, 'messagePattern' | 'profile'>;
  /** What a column was on the base, by its server's catalogue; null where no database ran, or for one that is not there. */
  readonly columnBefore: ColumnBefore;
  /** The same of all columns of a table; none where no database ran. */
  readonly tableBefore: TableBefore;
  /** What the file of `table-sizes:` says; null where the configuration names none. */
  readonly tableSizes: TableSizes | null;
  /** What the files of `models:` map; null where the configuration names none. */
  readonly models: ModelFacts | null;
  /** The options of the rule that is being asked, defaults included. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Name pattern of new revision files; null where nobody gave it. */
  readonly fileTemplate: string | null;
  /** Whether the metadata has a naming convention for constraints. */
  readonly namesConstraints: boolean;
}

/** Changes of some kinds in one direction. */
export function changesIn<Kind extends EffectKind>(
  { changes }: Pick<Pass, 'changes'>,
  direction: Direction,
  ...kinds: readonly Kind[]
): readonly ChangeOf<Kind>[] {
  const wanted: ReadonlySet<EffectKind> = new Set(kinds);
  return changes.filter(
    (change): change is ChangeOf<Kind> & Change => change.direction === direction && wanted.has(change.kind),
  );
}

/** What the upgrade does to tables that were there before this pull request. */
export function onExisting<
  Kind extends Exclude<EffectKind, 'other' | 'unread' | 'add-enum-value' | 'drop-schema'>,
>(pass: Pass, ...kinds: readonly Kind[]): readonly ChangeOf<Kind>[] {
  return changesIn(pass, 'upgrade', ...kinds).filter((change) => !pass.facts.isNewTable(change));
}

/** Whether an update sets nothing but columns that this pull request adds, as far as anybody can tell. */
export function isBackfill({ facts }: Pick<Pass, 'facts'>, change: ChangeOf<'write'>): boolean {
  const { verb, sets } = change;
  if (verb !== 'update' || sets === null) return false;
  return sets.every((column) => facts.newColumn(change, column) !== null) || facts.mayBeNew(change, sets);
}

/** Whether a merge revision, which joins lines of history and does nothing else. */
export const isMerge = ({ revision }: Pick<Pass, 'revision'>): boolean => revision.downRevisions.length > 1;

/** Whether the version is known and lower: `isBefore('8.0.28', '8.0.29')`. */
export function isBefore(version: string | null, other: string): boolean {
  if (version === null) return false;
  const parts = (text: string): readonly number[] =>
    (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? '').split('.').map(Number);
  const [a, b] = [parts(version), parts(other)];
  const at = b.findIndex((part, index) => (a[index] ?? 0) !== part);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
