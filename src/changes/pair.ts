/** Which revisions came, went and stayed between two sides, file by file: two files may share an id. */
import type { Revision } from '../revision/revision.ts';
import type { ChangedRevision, HistorySide } from './history.ts';

export interface Pairing {
  readonly added: readonly Revision[];
  readonly changed: readonly ChangedRevision[];
  readonly removed: readonly Revision[];
}

/**
 * Pairs files of one id: first those that kept their path, then the others in load order (renamed or moved). A file
 * that cannot be read any more is not removed; why it cannot be read is another finding.
 */
export function pairRevisions(before: HistorySide, after: HistorySide): Pairing {
  const key = ({ id, path }: Revision): string => JSON.stringify([id, path]);
  const kept = new Map(before.revisions.map((revision) => [key(revision), revision]));
  const same = after.revisions.flatMap((revision) => {
    const old = kept.get(key(revision));
    return old === undefined ? [] : [{ before: old, after: revision }];
  });
  const stayed = new Set(same.map((pair) => key(pair.after)));
  const left = new Map<string, Revision[]>();
  for (const revision of before.revisions.filter((one) => !stayed.has(key(one)))) {
    left.set(revision.id, [...(left.get(revision.id) ?? []), revision]);
  }
  const [added, moved]: [Revision[], { before: Revision; after: Revision }[]] = [[], []];
  for (const revision of after.revisions.filter((one) => !stayed.has(key(one)))) {
    const old = left.get(revision.id)?.shift();
    if (old === undefined) added.push(revision);
    else moved.push({ before: old, after: revision });
  }
  const unread = new Set(after.unread.map(({ path }) => path));
  return {
    added,
    changed: [...same.filter((pair) => !sameBytes(pair.before, pair.after, before, after)), ...moved].map(
      (pair) => ({
        ...pair,
        sameTree: sameTree(pair.before, pair.after, before, after),
      }),
    ),
    removed: [...left.values()].flat().filter(({ path }) => !unread.has(path)),
  };
}

function sameBytes(old: Revision, now: Revision, before: HistorySide, after: HistorySide): boolean {
  const oid = before.oids.get(old.path);
  return oid !== undefined && oid === after.oids.get(now.path);
}

function sameTree(old: Revision, now: Revision, before: HistorySide, after: HistorySide): boolean {
  const fingerprint = before.fingerprints?.get(old.path);
  const equal = fingerprint !== undefined && fingerprint === after.fingerprints?.get(now.path);
  return equal || sameBytes(old, now, before, after);
}
