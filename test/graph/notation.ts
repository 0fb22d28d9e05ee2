/** A history in one line of text, for tests: `r0 <- a b#expand; a b <- m~r0`. */
import type { Revision } from '../../src/revision/revision.ts';

/**
 * Statements are separated by `;`. In `p q <- c d` both c and d have the parents (p, q); a statement without an arrow
 * lists first revisions. Every mention on the right is one file, in order; an id that is only a parent is a first
 * revision where it is first mentioned, unless marked `?` (no file). `#label` and `~dependency` follow an id, any number.
 *
 * @param order ids in load order; without it, files load in the order of mention.
 */
export function history(text: string, order?: readonly string[]): readonly Revision[] {
  const statements = text.split(';').map((statement) => {
    const [left = '', right] = statement.split('<-');
    const words = (part: string): string[] => part.split(/\s+/).filter((word) => word !== '');
    return right === undefined
      ? { parents: [], files: words(left) }
      : { parents: words(left), files: words(right) };
  });
  const written = new Set(statements.flatMap(({ files }) => files.map((word) => parts(word).id)));
  const revisions: Revision[] = [];
  const add = (word: string, parents: readonly string[]): void => {
    revisions.push(
      revision({ ...parts(word), downRevisions: parents, path: `versions/${String(revisions.length)}.py` }),
    );
  };
  for (const { parents, files } of statements) {
    for (const parent of parents.filter((word) => !word.startsWith('?') && !written.has(parts(word).id))) {
      written.add(parts(parent).id);
      add(parent, []);
    }
    for (const file of files)
      add(
        file,
        parents.map((parent) => parts(parent.replace('?', '')).id),
      );
  }
  return order === undefined ? revisions : inOrder(revisions, order);
}

/** A revision of which only the graph's facts matter. */
export function revision(facts: Partial<Revision> & { readonly id: string }): Revision {
  return {
    path: `versions/${facts.id}.py`,
    downRevisions: [],
    dependsOn: [],
    branchLabels: [],
    unreadLabels: false,
    message: '',
    spans: { downRevisionLine: 1 },
    notes: [],
    ...facts,
  };
}

const parts = (word: string): { id: string; branchLabels: string[]; dependsOn: string[] } => {
  const tags = word.split(/(?=[#~])/);
  const of = (mark: string): string[] =>
    tags.filter((tag) => tag.startsWith(mark)).map((tag) => tag.slice(1));
  return { id: tags[0] ?? '', branchLabels: of('#'), dependsOn: of('~') };
};

function inOrder(revisions: readonly Revision[], order: readonly string[]): readonly Revision[] {
  return [...revisions].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
