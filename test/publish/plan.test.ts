import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planPublication, type Existing, type Wanted, type Write } from '../../src/publish/plan.ts';
import { MARKER } from '../../src/publish/sticky.ts';

const ME = 'github-actions[bot]';
const MINE = { login: ME, bot: true };
const SHA = 'a'.repeat(40);

/** What GitHub has after the writes. */
function after(existing: Existing, writes: readonly Write[]): Existing {
  let next = 1000;
  const comments = new Map([...existing.comments].map(([pull, list]) => [pull, [...list]]));
  const reviews = new Map([...existing.reviews].map(([pull, list]) => [pull, [...list]]));
  let { status } = existing;
  for (const write of writes) {
    if (write.kind === 'create-review') {
      const lines = write.comments.map(() => ({ nodeId: `l${next++}`, minimised: null }));
      const made = { nodeId: `r${next++}`, body: write.body, author: MINE, minimised: null, comments: lines };
      reviews.set(write.pullRequest, [...(reviews.get(write.pullRequest) ?? []), made]);
    }
    if (write.kind === 'minimise-comment') {
      const hide = <T extends { nodeId: string; minimised: string | null }>(one: T): T =>
        one.nodeId === write.nodeId ? { ...one, minimised: write.why.toLowerCase() } : one;
      for (const [pull, list] of reviews)
        reviews.set(
          pull,
          list.map((one) => ({ ...hide(one), comments: one.comments.map(hide) })),
        );
    }
    if (write.kind === 'create-status')
      status = { ...write.status, id: (status?.id ?? 0) + 1, creator: MINE };
    if (write.kind === 'create-comment') {
      const made = { id: next++, nodeId: '', body: write.body, author: MINE, url: '' };
      comments.set(write.pullRequest, [...(comments.get(write.pullRequest) ?? []), made]);
    }
    if (write.kind === 'edit-comment') {
      for (const [pull, list] of comments) {
        comments.set(
          pull,
          list.map((one) => (one.id === write.id ? { ...one, body: write.body } : one)),
        );
      }
    }
  }
  return { ...existing, comments, reviews, status };
}

const author = fc.constantFrom(
  MINE,
  { login: 'bob', bot: false },
  { login: 'github-actions', bot: false },
  null,
);
const body = fc.constantFrom(
  `${MARKER}\nred`,
  `${MARKER}\ngreen`,
  `text ${MARKER}`,
  'LGTM',
  `${MARKER}\nred\n\n<sub>x</sub>\n`,
);
const comments = fc
  .array(fc.record({ body, author }), { maxLength: 5 })
  .map((list) => list.map((one, at) => ({ ...one, id: at, nodeId: `n${at}`, url: `u${at}` })));
const reviewMarker = (name: string): string => `<!-- alembic-gate:review:${name} -->\nwords`;
const minimised = fc.constantFrom(null, null, 'outdated', 'duplicate', 'off-topic');
const reviews = fc
  .array(
    fc.record({
      body: fc.constantFrom(reviewMarker('a'), reviewMarker('b'), 'LGTM', `> ${reviewMarker('a')}`),
      author,
      minimised,
      lines: fc.array(minimised, { maxLength: 2 }),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(({ lines, ...one }, at) => ({
      ...one,
      nodeId: `R${at}`,
      comments: lines.map((hidden, index) => ({ nodeId: `L${at}.${index}`, minimised: hidden })),
    })),
  );
const commitStatus = fc.record({
  state: fc.constantFrom('success', 'failure', 'error', 'pending'),
  description: fc.constantFrom('a', 'b'),
});
const existing: fc.Arbitrary<Existing> = fc.record({
  me: fc.constant(ME),
  comments: fc.tuple(comments, comments).map(
    ([first, second]) =>
      new Map([
        [7, first],
        [8, second.map((one) => ({ ...one, id: one.id + 100 }))],
      ]),
  ),
  reviews: reviews.map((list) => new Map([[7, list]])),
  status: fc.option(
    fc.tuple(commitStatus, author).map(([status, creator]) => ({ ...status, id: 1, creator })),
  ),
});
const wanted: fc.Arbitrary<Wanted> = fc.record({
  stickies: fc.uniqueArray(
    fc.record({
      pullRequest: fc.constantFrom(7, 8),
      body: fc.constantFrom('red', 'green'),
      gains: fc.boolean(),
    }),
    { selector: ({ pullRequest }) => pullRequest },
  ),
  reviews: fc
    .option(
      fc.constantFrom('a', 'b').map((name) => ({
        pullRequest: 7,
        commit: SHA,
        body: reviewMarker(name),
        comments: [{ path: 'a.py', line: 1, body: 'x' }],
      })),
    )
    .map((one) => new Map([[7, one]])),
  status: fc.option(commitStatus.map((verdict) => ({ sha: SHA, verdict }))),
});

test('publishing twice writes nothing the second time, whatever was there before', () => {
  fc.assert(
    fc.property(wanted, existing, (want, have) => {
      const once = after(have, planPublication(want, have));
      expect(planPublication(want, once)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a green that stands is taken back before anything else, and any other verdict waits for its comment', () => {
  const verdicts = { state: 'failure', description: 'two heads' } as const;
  const want: Wanted = {
    stickies: [{ pullRequest: 7, body: 'red', gains: true }],
    reviews: new Map(),
    status: { sha: SHA, verdict: verdicts },
  };
  const have = (state: 'success' | 'pending', creator: typeof MINE | null): Existing => ({
    me: ME,
    comments: new Map([[7, []]]),
    reviews: new Map(),
    status: { id: 1, state, description: 'a', creator },
  });
  const kinds = (existing: Existing): readonly string[] =>
    planPublication(want, existing).map(({ kind }) => kind);
  expect(kinds(have('success', MINE))).toEqual(['create-status', 'create-comment']);
  // Whoever wrote it: branch protection asks for the context alone.
  expect(kinds(have('success', null))).toEqual(['create-status', 'create-comment']);
  expect(kinds(have('pending', MINE))).toEqual(['create-comment', 'create-status']);
  fc.assert(
    fc.property(wanted, existing, (all, before) => {
      const writes = planPublication(all, before).map(({ kind }) => kind);
      if (before.status?.state === 'success' && writes.includes('create-status'))
        expect(writes[0]).toBe('create-status');
    }),
    { numRuns: 1000 },
  );
});

test('of our reviews at most the wanted one shows, and nothing of anybody else is hidden', () => {
  fc.assert(
    fc.property(wanted, existing, (want, have) => {
      const then = after(have, planPublication(want, have)).reviews.get(7) ?? [];
      const ours = then.filter((one) => one.author?.login === ME && one.body.startsWith('<!-- alembic-gate'));
      const shown = ours.filter(
        (one) => one.minimised === null || one.comments.some((c) => c.minimised === null),
      );
      const review = want.reviews.get(7) ?? null;
      const hiddenByHand = ours.filter((one) => one.minimised === 'off-topic');
      const bodies = shown.filter((one) => !hiddenByHand.includes(one)).map(({ body }) => body);
      const wasHidden = hiddenByHand.some(({ body }) => body === review?.body);
      if (review === null) expect(bodies).toEqual([]);
      else expect(bodies.length === 0 && wasHidden ? [review.body] : bodies).toEqual([review.body]);
      const others = (list: typeof then) => list.filter((one) => !ours.includes(one));
      expect(others(then)).toEqual(
        (have.reviews.get(7) ?? []).filter(
          (one) => one.author?.login !== ME || !one.body.startsWith('<!-- alembic-gate'),
        ),
      );
    }),
    { numRuns: 1000 },
  );
});

test('nothing but our own comments is ever edited', () => {
  fc.assert(
    fc.property(wanted, existing, (want, have) => {
      const ours = [...have.comments.values()]
        .flat()
        .filter((one) => one.author?.login === ME)
        .map(({ id }) => id);
      const edited = planPublication(want, have).flatMap((write) =>
        write.kind === 'edit-comment' ? [write.id] : [],
      );
      expect(ours).toEqual(expect.arrayContaining(edited));
    }),
    { numRuns: 500 },
  );
});
