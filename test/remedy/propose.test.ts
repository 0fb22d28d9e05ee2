import { describe, expect, test } from '@jest/globals';
import { buildGraph } from '../../src/graph/build.ts';
import { applyEdits } from '../../src/remedy/line-edit.ts';
import { proposeResolution, type ResolutionInput } from '../../src/remedy/propose.ts';
import type { Resolution } from '../../src/remedy/resolution.ts';
import { readRevision } from '../../src/revision/read.ts';
import type { Revision } from '../../src/revision/revision.ts';
import { bytes, ENVIRONMENT, proposal } from './proposals.ts';

function propose(input: ResolutionInput): Resolution {
  const resolution = proposeResolution(input);
  if (resolution === null) throw new Error('there is nothing to resolve');
  return resolution;
}

function read(path: string, text: string): Revision {
  const reading = readRevision(path, bytes(text));
  if (reading.kind !== 'revision') throw new Error(reading.message);
  return reading.revision;
}

/** Heads after the edits, read from the edited texts as a later run would read them. */
function headsAfter({ graph, texts }: ResolutionInput, { reParent }: Resolution): readonly string[] {
  const edits = reParent?.edits ?? [];
  const edited = [...texts].map(([path, text]) =>
    applyEdits(
      text,
      edits.filter((edit) => edit.path === path),
    ),
  );
  const revisions = new Map([...graph.revisions].map(([id, revision]) => [id, revision]));
  for (const [at, path] of [...texts.keys()].entries()) {
    const revision = read(path, edited[at] ?? '');
    revisions.set(revision.id, revision);
  }
  return buildGraph([...revisions.values()]).heads;
}

const lines = ({ reParent }: Resolution): readonly string[] | null =>
  reParent?.edits.map(({ before, after }) => `${before} -> ${after}`) ?? null;

describe('What is proposed', () => {
  test('Nothing is proposed at or below the expected heads', () => {
    expect(proposeResolution(proposal('a <- b', ['b']))).toBeNull();
    const two = { ...ENVIRONMENT, expectedHeads: 2 };
    expect(proposeResolution(proposal('a <- b c', ['c'], { environment: two }))).toBeNull();
  });

  test('Nothing is proposed for a history that Alembic would not load, whose faults come first', () => {
    expect(proposeResolution(proposal('a <- b c; ?gone <- d', ['d']))).toBeNull();
  });

  test("A merge revision joins the heads in Alembic's order, and the file is the template's", () => {
    const { mergeRevision, recommended, refused } = propose(proposal('a <- b c', ['c']));
    expect(recommended).toBe('merge-revision');
    expect(refused).toBeNull();
    expect(mergeRevision).toEqual({
      id: '0123456789ab',
      path: 'versions/0123456789ab_merge_heads_b_and_c.py',
      downRevisions: ['b', 'c'],
      command: 'alembic merge -m "Merge heads: b and c" --rev-id 0123456789ab b c',
      content: `"""Merge heads: b and c

Revision ID: 0123456789ab
Revises: b, c
Create Date: 2024-05-10 10:00:00.123456

"""
revision = '0123456789ab'
down_revision = ('b', 'c')
branch_labels = None
depends_on = None
`,
    });
  });

  test('The other remedy moves the lowest new revision and leaves the chain above it alone', () => {
    const input = proposal('a <- b c; c <- d; d <- e', ['c', 'd', 'e']);
    const resolution = propose(input);
    expect(lines(resolution)).toEqual(["down_revision = 'a' -> down_revision = 'b'"]);
    expect(headsAfter(input, resolution)).toEqual(['e']);
  });

  test('prefer: re-parent turns the recommendation only where the revisions have not landed', () => {
    const prefer = 're-parent';
    expect(propose(proposal('a <- b c', ['c'], { prefer })).recommended).toBe('re-parent');
    const landed = propose(proposal('a <- b c', [], { prefer }));
    expect(landed.recommended).toBe('merge-revision');
    expect(landed.reParent).toBeNull();
    expect(landed.because).toBe(
      'A merge revision is the only cure: b and c have all landed, so databases may have them.',
    );
  });

  test('Where two heads have landed, neither of them is moved', () => {
    const resolution = propose(proposal('a <- b c d', ['d'], { prefer: 're-parent' }));
    expect(resolution.reParent).toBeNull();
    expect(resolution.mergeRevision.downRevisions).toEqual(['b', 'c', 'd']);
  });

  test('Three heads, two of them new, become one line by two moves', () => {
    const input = proposal('a <- b c d; d <- e', ['c', 'd', 'e'], { prefer: 're-parent' });
    const resolution = propose(input);
    expect(lines(resolution)).toEqual([
      "down_revision = 'a' -> down_revision = 'b'",
      "down_revision = 'a' -> down_revision = 'c'",
    ]);
    expect(headsAfter(input, resolution)).toEqual(['e']);
  });

  test('A pull request that forks on itself above the tip of the base is put in line without moving the first', () => {
    const input = proposal('a <- b c', ['b', 'c'], { prefer: 're-parent' });
    expect(lines(propose(input))).toEqual(["down_revision = 'a' -> down_revision = 'b'"]);
    expect(headsAfter(input, propose(input))).toEqual(['c']);
  });

  test('A second root of the pull request can follow the head instead', () => {
    const input = proposal('a <- b; z', ['z'], { prefer: 're-parent' });
    expect(lines(propose(input))).toEqual(["down_revision = None -> down_revision = 'b'"]);
    expect(headsAfter(input, propose(input))).toEqual(['z']);
  });

  test('A file that cannot be edited leaves the merge revision', () => {
    const resolution = propose(proposal('a <- b c', ['c'], { prefer: 're-parent', reParent: () => null }));
    expect(resolution).toMatchObject({ recommended: 'merge-revision', reParent: null });
    expect(resolution.because).toContain('the parent of c cannot be changed by an edit of its file');
  });
});

describe("The pull request's own merge revision that has not landed", () => {
  test('It takes in the new head in the place of the parent that the head grew from', () => {
    const input = proposal('a <- b c; b c <- m; b <- d', ['c', 'm']);
    const resolution = propose(input);
    expect(resolution.recommended).toBe('re-parent');
    expect(lines(resolution)).toEqual(["down_revision = ('b', 'c') -> down_revision = ('d', 'c')"]);
    expect(headsAfter(input, resolution)).toEqual(['m']);
    expect(resolution.because).toBe(
      'm is a merge revision of this pull request that has not landed: naming d there is cleaner than a second merge on top.',
    );
  });

  test('It is added to where none of its parents leads to the new head', () => {
    const input = proposal('a <- b c d; b c <- m', ['m']);
    expect(lines(propose(input))).toEqual(["down_revision = ('b', 'c') -> down_revision = ('b', 'c', 'd')"]);
    expect(headsAfter(input, propose(input))).toEqual(['m']);
  });

  test('It becomes an ordinary revision where the base joined the same heads meanwhile', () => {
    const input = proposal('a <- b c; b c <- m; b c <- n', ['m']);
    expect(lines(propose(input))).toEqual(["down_revision = ('b', 'c') -> down_revision = 'n'"]);
  });
});

describe('Where several heads are meant to be', () => {
  const labelled = { ...ENVIRONMENT, expectedHeads: { expand: 1, contract: 1 } };
  const two = { ...ENVIRONMENT, expectedHeads: 2 };

  test('Only the heads under the crowded label are joined', () => {
    const input = proposal('a <- e1#expand c1#contract; e1 <- e2 e3', ['e3'], { environment: labelled });
    expect(propose(input).mergeRevision.downRevisions).toEqual(['e2', 'e3']);
  });

  test('Without labels, the heads that grew apart last are joined', () => {
    const input = proposal('a <- e1 c1; e1 <- e2 e3', ['e3'], { environment: two });
    expect(propose(input).mergeRevision.downRevisions).toEqual(['e2', 'e3']);
    const roots = proposal('a <- b; x <- y z', ['z'], { environment: two });
    expect(propose(roots).mergeRevision.downRevisions).toEqual(['y', 'z']);
  });

  test('Where the history does not say which heads belong together, that is the answer', () => {
    const { refused, mergeRevision } = propose(proposal('a <- b c d', ['d'], { environment: two }));
    expect(refused).toContain('does not say which of b, c and d belong together');
    expect(mergeRevision.content).toBeNull();
  });

  test('A head outside every expected label cannot be given one by a merge', () => {
    const input = proposal('a <- e1#expand c1#contract x', ['x'], { environment: labelled });
    expect(propose(input).refused).toContain('a merge revision cannot give x a label');
  });

  test('Computed labels leave unknown what is under each, which is said', () => {
    const input = proposal('a <- e1#expand c1#contract; e1 <- e2 e3', ['e3'], { environment: labelled });
    const unread = [...input.graph.revisions.values()].map((one) => ({
      ...one,
      unreadLabels: one.id === 'c1',
    }));
    expect(propose({ ...input, graph: buildGraph(unread) }).refused).toContain(
      'the branch labels of c1 are computed',
    );
  });

  test('Two crowded labels need two merge revisions, which is said', () => {
    const input = proposal('a <- e1#expand c1#contract; e1 <- e2 e3; c1 <- c2 c3', ['e3', 'c3'], {
      environment: labelled,
    });
    expect(propose(input).refused).toContain('2 merge revisions are needed, one for each of: e2 e3; c2 c3');
  });
});

describe('Where a merge revision cannot help', () => {
  test('Heads that others depend on stay heads: aaaa, bbbb (depends on aaaa), cccc', () => {
    const { refused } = propose(proposal('aaaa; bbbb~aaaa; cccc', ['cccc']));
    expect(refused).toContain('other revisions depend on aaaa');
    expect(refused).toContain('"upgrade head" would still find more than 1 head');
  });

  test('Only the real heads are joined where as many effective ones are expected: bbbb and cccc', () => {
    const environment = { ...ENVIRONMENT, expectedHeads: 2 };
    const { mergeRevision, refused } = propose(proposal('aaaa; bbbb~aaaa; cccc', ['cccc'], { environment }));
    expect(refused).toBeNull();
    expect(mergeRevision.downRevisions).toEqual(['bbbb', 'cccc']);
  });

  test('A duplicate id makes phantom heads, so its own cure is given: r1, r2 twice, r3', () => {
    const { refused, mergeRevision } = propose(proposal('r1 <- r2 r2; r2 <- r3', ['r3']));
    expect(refused).toContain('Revision id r2 is in 2 files');
    expect(mergeRevision).toMatchObject({ content: null, command: '' });
  });

  test('An id that is taken already is refused: merging heads under the id of their parent closes a circle', () => {
    expect(propose(proposal('aaaa <- bbbb cccc', ['cccc'], { id: 'aaaa' })).refused).toContain(
      'the id aaaa is taken',
    );
  });

  test('A template that cannot be rendered is named, and the exact command stands instead', () => {
    const template = bytes('"""${message}"""\n<%include file="x"/>\n');
    const { refused, mergeRevision } = propose(proposal('a <- b c', ['c'], { template }));
    expect(refused).toBe(
      'migrations/script.py.mako cannot be rendered here (line 2: the Mako tag `<%include>` is not supported); run this instead: `alembic merge -m "Merge heads: b and c" --rev-id 0123456789ab b c`',
    );
    expect(mergeRevision).toMatchObject({
      content: null,
      path: 'versions/0123456789ab_merge_heads_b_and_c.py',
    });
  });

  test('A file that exists is never overwritten', () => {
    const { refused } = propose(proposal('a <- b c', ['c'], { exists: () => true }));
    expect(refused).toContain('exists already, and Alembic would overwrite it without a word');
  });
});

test('Post-write hooks that will rewrite the file are named', () => {
  const environment = { ...ENVIRONMENT, postWriteHooks: ['black', 'ruff'] };
  expect(propose(proposal('a <- b c', ['c'], { environment })).because).toMatch(
    /post-write hooks \(black and ruff\) rewrite it\.$/,
  );
});

describe('What is known of the two sides', () => {
  test('Sides that touch the same objects are said to make a merge revision no neutral act', () => {
    const sides = { kind: 'same-objects', objects: ['`case`', 'users'] } as const;
    expect(propose(proposal('a <- b c', ['c'], { sides })).because).toMatch(
      /Both sides touch `case` and users, so a merge revision is not neutral: .* Re-parenting fixes one order for all\.$/,
    );
  });

  test('A side that must run last on a fresh database is listed first, and the reason is given', () => {
    const sides = {
      kind: 'orders-differ',
      difference: 'users.name is NULL or NOT NULL',
      runLast: 'c',
    } as const;
    const { mergeRevision, because } = propose(proposal('a <- b c', ['c'], { sides }));
    expect(mergeRevision.downRevisions).toEqual(['c', 'b']);
    expect(mergeRevision.command).toMatch(/ c b$/);
    expect(because).toContain('c is listed first so that its side runs last on a fresh database');
  });
});
