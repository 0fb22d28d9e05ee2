/** The bot over the fake's world: real git and the real check, GitHub without HTTP, and whatever a scenario starts with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outlookOver } from '../../src/flows/outlook.ts';
import { publishAgain, publishRun, type Published } from '../../src/flows/publish.ts';
import { refresh } from '../../src/flows/refresh.ts';
import { githubOver, type InMemoryGitHub } from '../fakes/github/port.ts';
import { World, type Pull } from '../fakes/github/world.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { environment, proof, report, revision } from '../publish/reports.ts';
import type { Judge } from '../../src/flows/question.ts';
import type { Survey } from '../../src/flows/survey.ts';
import { judgeOver, kept } from './judge-over-world.ts';
import type { Remembering } from './remembered.ts';
import { surveyOver } from './survey-over-world.ts';

export const GATE = '.github/workflows/gate.yml';
export const ME = 'github-actions[bot]';

export interface Stage extends AsyncDisposable {
  readonly world: World;
  readonly github: InMemoryGitHub;
  readonly judge: Judge;
  readonly main: () => string;
  /** An open pull request that adds one revision on top of a branch. */
  readonly adding: (number: number, id: string, table: string, parent?: string, base?: string) => Pull;
  /** What its gate's run left: a proof of that revision on that base. */
  readonly run: (pull: Pull, id: string, baseHead?: string) => number;
  readonly publish: (pull: Pull, run: number) => Promise<Published>;
  /** Whatever happened to it beside a run. */
  readonly again: (number: number) => Promise<Published>;
  /** The push of the trunk from a commit, or the night. */
  readonly refresh: (before?: string | null, branch?: string) => Promise<Published>;
  readonly states: (sha: string, context?: string) => readonly string[];
}

const everyTime: Remembering = (judge) => judge;

export function openStage(remembering = everyTime): Stage {
  const root = mkdtempSync(join(tmpdir(), 'stage-'));
  const opened: AsyncDisposable[] = [];
  const world = new World(root);
  const github = githubOver(world);
  openShop(world).pull.state = 'closed';
  const judge = remembering(judgeOver(world), ({ base }) =>
    Promise.resolve(['here', world.git.tip(`refs/heads/${base}`)]),
  );
  const open = surveyOver(world, root, opened);
  const survey = async (branch: string): Promise<Survey> => {
    const opened = await open(branch);
    const asked = remembering(
      async (question) => kept(await opened.judge(question)),
      async ({ base, pullRequest, head }) => [
        await opened.tip(base),
        pullRequest === null || (await opened.headIs(pullRequest, head)),
      ],
    );
    return { ...opened, judge: asked };
  };
  const ports = () => ({ github, judge, outlook: outlookOver(survey, github) });
  return {
    world,
    github,
    judge,
    main: () => world.git.tip('refs/heads/main') ?? '',
    adding(number, id, table, parent = 'bbbbbbbbbbbb', base = 'main') {
      const from = world.git.tip(`refs/heads/${base}`);
      const head = world.git.commit(from, revisionFile(id, parent, table), table);
      return world.openPull({ number, author: 'alice', base, branch: table, head });
    },
    run(pull, id, baseHead = 'bbbbbbbbbbbb') {
      const run = world.nextId();
      const shown = environment({
        heads: { base: [baseHead], head: [id], merged: [id] },
        revisions: { added: [revision(id)], changed: [], removed: [] },
        database: proof({ steps: proof().steps.map((step) => ({ ...step, revision: id })) }),
      });
      const made = report([shown], { head: { ref: pull.head, sha: pull.head } });
      const given = { id: run, workflowId: 12, path: GATE, event: 'pull_request', createdAt: new Date() };
      world.runs.push({ ...given, headSha: pull.head });
      const archive = Buffer.from(JSON.stringify(made));
      world.artifacts.push({ id: world.nextId(), run, name: 'alembic-gate-report', archive });
      return run;
    },
    publish(pull, id) {
      const run = { id, headSha: pull.head, path: GATE, event: 'pull_request', branch: pull.branch };
      return publishRun({ kind: 'publish', run }, ports());
    },
    again: (number) => publishAgain(number, ports()),
    refresh(before = null, branch = 'main') {
      const task = { kind: 'refresh', branch, before, defaultBranch: 'main' } as const;
      return refresh(task, { ...ports(), survey });
    },
    states: (sha, context = 'alembic-gate/verdict') =>
      world.statuses.filter((one) => one.sha === sha && one.context === context).map(({ state }) => state),
    async [Symbol.asyncDispose]() {
      for (const one of opened) await one[Symbol.asyncDispose]();
      rmSync(root, { recursive: true });
    },
  };
}
