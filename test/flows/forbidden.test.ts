/** A right that the token has not got, at each endpoint in turn, over HTTP: one sentence names it, and nothing is green for it. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishRun, type Published } from '../../src/flows/publish.ts';
import { refresh } from '../../src/flows/refresh.ts';
import type { GitHub } from '../../src/io/github.ts';
import { createGitHub } from '../../src/io/github/create.ts';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import type { Pull } from '../fakes/github/world.ts';
import { zip } from '../fakes/github/zip.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { environment, proof, report, revision } from '../publish/reports.ts';
import { judgeOver } from './judge-over-world.ts';
import { surveyOver } from './survey-over-world.ts';

jest.setTimeout(300_000);

const GATE = '.github/workflows/gate.yml';
/** What bot.yml gives to the jobs that publish and that look again, and what every token has. */
const GIVEN =
  /; the job needs the permission (actions: (read|write)|contents: read|issues: (read|write)|metadata: read|pull-requests: (read|write)|statuses: (read|write))/;

let root: string;
let fake: FakeGitHub;
/** Anew for each story, because who we are is asked only once. */
const connect = (): GitHub =>
  createGitHub({
    repository: 'acme/shop',
    token: fake.world.token,
    apiUrl: fake.url,
    graphqlUrl: `${fake.url}/graphql`,
    runUrl: null,
    onWait: () => undefined,
  });
let survey: ReturnType<typeof surveyOver>;
let opened: AsyncDisposable[];
let main: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'forbidden-'));
  opened = [];
  fake = await startGitHub();
  survey = surveyOver(fake.world, root, opened);
  const shop = openShop(fake.world);
  shop.pull.state = 'closed';
  main = shop.main;
});
afterEach(async () => {
  for (const one of opened) await one[Symbol.asyncDispose]();
  await fake[Symbol.asyncDispose]();
  rmSync(root, { recursive: true });
});

/** A pull request in line with main, and the proof that its gate left. */
function proved(): { readonly pull: Pull; readonly run: number } {
  const { world } = fake;
  const head = world.git.commit(main, revisionFile('cccccccccccc', 'bbbbbbbbbbbb', 'stock'), 'Stock');
  const pull = world.openPull({ number: 8, author: 'alice', base: 'main', branch: 'stock', head });
  const id = world.nextId();
  const shown = environment({
    heads: { base: ['bbbbbbbbbbbb'], head: ['cccccccccccc'], merged: ['cccccccccccc'] },
    revisions: { added: [revision('cccccccccccc')], changed: [], removed: [] },
    database: proof({ steps: proof().steps.map((step) => ({ ...step, revision: 'cccccccccccc' })) }),
  });
  const data = Buffer.from(JSON.stringify(report([shown], { head: { ref: head, sha: head } })));
  world.runs.push({
    id,
    workflowId: 12,
    path: GATE,
    event: 'pull_request',
    headSha: head,
    createdAt: new Date(),
  });
  const archive = zip([{ name: 'report.json', data }]);
  world.artifacts.push({ id: world.nextId(), run: id, name: 'alembic-gate-report', archive });
  return { pull, run: id };
}

const publish = ({ pull, run: id }: ReturnType<typeof proved>, github = connect()): Promise<Published> =>
  publishRun(
    {
      kind: 'publish',
      run: { id, headSha: pull.head, path: GATE, event: 'pull_request', branch: pull.branch },
    },
    { github, judge: judgeOver(fake.world, github) },
  );
const sweep = (github = connect()): Promise<Published> =>
  refresh(
    { kind: 'refresh', branch: 'main', before: null, defaultBranch: 'main' },
    { github, judge: judgeOver(fake.world, github), survey },
  );
const states = ({ head }: Pull): string[] =>
  fake.world.statuses
    .filter(({ sha, context }) => sha === head && context === 'alembic-gate/verdict')
    .map(({ state }) => state);
/** All that the job says of it. */
const said = (ending: Promise<Published>): Promise<readonly string[]> =>
  ending.then(
    ({ failures, notes }) => [...failures, ...notes],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
/** An endpoint, whatever it is about. */
const kindOf = (call: string): string => call.replace(/[0-9a-f]{40}|\b\d+\b/g, '*');
const patternOf = (kind: string): RegExp =>
  new RegExp(`^${kind.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '[0-9a-f]+')}(\\?.*)?$`);
const FORBIDDEN = { status: 403, body: { message: 'Resource not accessible by integration' } };

/** The endpoints that a story asks, one after the other, each of them once. */
async function endpoints(story: () => Promise<unknown>): Promise<readonly string[]> {
  const earlier = fake.calls.length;
  await story();
  return [...new Set(fake.calls.slice(earlier).map(kindOf))];
}

describe('after a run of the gate', () => {
  test('it is named once, and the verdict is the true one or none', async () => {
    const story = proved();
    const forget = (): void => {
      for (const list of [fake.world.statuses, fake.world.comments, fake.world.reviews]) list.splice(0);
    };
    const kinds = await endpoints(() => publish(story));
    expect(kinds.length).toBeGreaterThan(8);
    for (const kind of kinds) {
      forget();
      const restore = fake.failAlways(patternOf(kind), FORBIDDEN);
      const words = await said(publish(story));
      restore();
      const named = words.filter((one) => GIVEN.test(one));
      expect({ kind, named: new Set(named).size, words }).toEqual({ kind, named: 1, words });
      // Green only where all that was asked for it could be known; waiting where the proof could not be had.
      const known = ['', 'pending', 'success'].includes(states(story.pull).join());
      expect({ kind, known }).toEqual({ kind, known: true });
      await publish(story);
      expect({ kind, last: states(story.pull).at(-1) }).toEqual({ kind, last: 'success' });
    }
  });
});

describe('after a push to the trunk that forks a green pull request', () => {
  test('it is named, and the green does not stay', async () => {
    const story = proved();
    await publish(story);
    const { world } = fake;
    const landed = world.git.commit(main, revisionFile('dddddddddddd', 'bbbbbbbbbbbb', 'refunds'), 'Refunds');
    world.git.point('refs/heads/main', landed);
    const kept = structuredClone({
      statuses: world.statuses,
      comments: world.comments,
      reviews: world.reviews,
    });
    const again = (): void => {
      world.statuses.splice(0, Infinity, ...structuredClone(kept.statuses));
      world.comments.splice(0, Infinity, ...structuredClone(kept.comments));
      world.reviews.splice(0, Infinity, ...structuredClone(kept.reviews));
      world.issues.splice(0);
    };
    const kinds = await endpoints(() => sweep());
    expect(kinds.length).toBeGreaterThan(10);
    // Without these nobody knows which pull requests there are, or whose a status is, or can write one: the job is red.
    const blind = kinds.filter((kind) => /graphql (repository|viewer)$|POST .*statuses/.test(kind));
    expect(blind).toHaveLength(3);
    for (const kind of kinds) {
      again();
      const restore = fake.failAlways(patternOf(kind), FORBIDDEN);
      const words = await said(sweep());
      restore();
      expect({ kind, named: words.some((one) => GIVEN.test(one)) }).toEqual({ kind, named: true });
      expect({ kind, green: states(story.pull).at(-1) === 'success' }).toEqual({
        kind,
        green: blind.includes(kind),
      });
    }
  });
});
