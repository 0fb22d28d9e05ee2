/** What the bot writes beside the rendered report: nothing that a pull request says does anything in it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apartTopic, forkedTopic } from '../../src/publish/base.ts';
import { planIssue, type Topic } from '../../src/publish/issues.ts';
import { recorded, unprovenTopic, type Unproven } from '../../src/publish/unproven.ts';
import type { Report } from '../../src/report/report.ts';
import {
  cureByHand,
  curePaths,
  faultReply,
  groupBody,
  malformedReply,
  movedNews,
  refusalReply,
  replyBody,
} from '../../src/publish/replies.ts';
import { reviewOf } from '../../src/publish/review.ts';
import { notEvaluatedStatus, verdictStatus } from '../../src/publish/status.ts';
import { active, hostile, nodesOf } from '../report/hostile.ts';
import { hostileReport } from '../report/hostile-report.ts';

const SHA = 'd'.repeat(40);
const RUNS = { numRuns: 300 };
const OUR_PAGES = 'https://github.com/alembic-gate/alembic-gate/blob/main/docs/rules/';
const RULE = /^(no|require)(-[a-z]+)+$/;
const OUR_MARKER = /^<!-- alembic-gate:(reply|group):\w+ -->$/;

/** Links, images and HTML of somebody else, and words that GitHub would turn into mentions or references. */
function awake(markdown: string): readonly string[] {
  return nodesOf(markdown).flatMap((node) => {
    if ('url' in node) return [`link ${node.url}`];
    if (node.type === 'html') return OUR_MARKER.test(node.value) ? [] : [`HTML ${node.value}`];
    if (node.type === 'text') return active(node.value) ? [`text ${node.value}`] : [];
    return ['image', 'imageReference', 'linkReference', 'footnoteReference'].includes(node.type)
      ? [node.type]
      : [];
  });
}

const OUR_HTML = /^(<\/?(details|summary|sub|b)>|<!-- alembic-gate:[^<>]* -->|\s|[^<>]+(?=<\/))*$/;

/** What is awake in a body that holds a report or a record of ours, which have links, folds and numbers of their own. */
const foreign = (body: string): readonly string[] =>
  awake(body.replaceAll(/(?<=came with )#\d+(?=, merged)|^- If #\d+ lands first/gm, '')).filter(
    (one) =>
      !one.startsWith(`link ${OUR_PAGES}`) &&
      !RULE.test(one.replace(/^text /, '')) &&
      !OUR_HTML.test(one.replace(/^HTML /, '')),
  );

const merge = fc.record({
  command: hostile,
  path: hostile,
  content: hostile,
  downRevisions: fc.array(hostile),
});
const edit = fc.record({ path: hostile, line: fc.nat(), before: hostile, after: hostile });

test.each<[string, (a: string, b: string) => string]>([
  ['a refusal', (a) => refusalReply(a)],
  ['a fault', (a) => faultReply(a)],
  ['what was not understood', (a) => replyBody(5, malformedReply(a))],
  ['the word about a merge group', (a, b) => groupBody(SHA, a, b, null)],
  ['news of a base that moved', (a, b) => movedNews(`-${a}`, b, SHA)],
])('%s stays asleep', (_what, write) => {
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      expect(awake(write(a, b))).toEqual([]);
    }),
    RUNS,
  );
});

test('a cure to apply by hand stays asleep, and so do the paths of a commit', () => {
  fc.assert(
    fc.property(fc.array(merge, { maxLength: 2 }), fc.array(edit, { maxLength: 2 }), (merges, edits) => {
      const cure = { kind: 'cure' as const, merges, edits } as unknown as Parameters<typeof cureByHand>[0];
      expect(awake(cureByHand(cure))).toEqual([]);
      expect(awake(curePaths(cure))).toEqual([]);
    }),
    RUNS,
  );
});

/** Twenty lines, the first of them what a cure was made for. */
const patchOf = (first: string): string =>
  ['@@ -0,0 +1,20 @@', `+${first}`, ...Array.from({ length: 19 }, () => '+x')].join('\n');

test('a review stays asleep, and its suggestions give back exactly the lines that a cure writes', () => {
  fc.assert(
    fc.property(hostileReport, hostile, hostile, hostile, (report, path, line, after) => {
      // Of blank lines alone the parser itself does not say how many there were.
      fc.pre(after.trim() !== '');
      const before = line.replace(/[\r\n]/g, ' ');
      const fix = [{ path, line: 1, before, after }];
      const findings = report.findings.map((one, at) => ({
        ...one,
        path,
        line: at + 1,
        endLine: at + 1,
        severity: 'error' as const,
        suppressed: null,
        ...(at === 0 ? { fix } : {}),
      }));
      const pull = { number: 7, head: { sha: SHA } };
      const environments = report.environments.map((one) => ({ ...one, resolution: null }));
      const review = reviewOf(
        { ...report, environments, findings },
        new Map([[path, patchOf(before)]]),
        pull,
      );
      for (const { body } of review?.comments ?? []) {
        const nodes = nodesOf(body);
        const links = nodes.flatMap((node) => ('url' in node ? [node.url] : []));
        expect(links.filter((url) => !url.startsWith(OUR_PAGES))).toEqual([]);
        const words = awake(body).filter(
          (one) => !one.startsWith(`link ${OUR_PAGES}`) && !RULE.test(one.replace(/^text /, '')),
        );
        expect(words).toEqual([]);
        for (const node of nodes)
          if (node.type === 'code' && node.lang === 'suggestion')
            expect(`${node.value}\n`.replace(/\r\n/g, '\n')).toBe(`${after}\n`.replace(/\r\n/g, '\n'));
      }
      expect(review?.body ?? '').not.toMatch(/[@#]/);
    }),
    RUNS,
  );
});

test('only an author is ever mentioned, and only by a login that GitHub gives', () => {
  expect(movedNews('alice-1', 'main', SHA)).toContain('@alice-1: this was green');
  expect(movedNews('a @everyone', 'main', SHA)).toContain('`a @everyone`: this was green');
  expect(movedNews(null, 'main', SHA)).toContain('Attention: this was green');
});

test('a status is one visible line within GitHub’s limit', () => {
  const one = (description: string): void => {
    expect(description.length).toBeLessThanOrEqual(140);
    expect(description).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  };
  fc.assert(
    fc.property(hostileReport, hostile, (report, text) => {
      one(verdictStatus(report, text, true).description);
      one(notEvaluatedStatus(text).description);
    }),
    RUNS,
  );
});

const unproven = fc.record({
  revision: hostile,
  path: hostile,
  commit: fc.constant(SHA),
  pullRequest: fc.option(fc.nat()),
  by: fc.option(hostile),
});

test.each<[string, RegExp, (report: Report, a: string, b: string, all: Unproven[]) => Topic]>([
  ['a forked trunk', /^<!-- alembic-gate:base:[^<>]* -->$/, (report, a) => forkedTopic(a, report)],
  ['two trunks', /^<!-- alembic-gate:apart:[^<>]* -->$/, (report, a, b) => apartTopic(a, b, report)],
  ['landings', /^<!-- alembic-gate:unproven:[^<>]* -->$/, (_report, a, _b, all) => unprovenTopic(a, all)],
])('the issue about %s is found by its marker, which no name can end', (_what, marker, topic) => {
  fc.assert(
    fc.property(hostileReport, hostile, hostile, fc.array(unproven), (report, a, b, all) => {
      const [write] = planIssue(topic(report, a, b, all), [], 'me');
      if (write?.kind !== 'create-issue') return;
      const [first] = nodesOf(write.body).filter(({ type }) => type === 'html');
      expect(first).toMatchObject({ value: expect.stringMatching(marker) });
      expect(write.title).not.toMatch(/[\p{Cc}]/u);
      expect(foreign(write.body)).toEqual([]);
    }),
    RUNS,
  );
});

test('the record of landings stays asleep, and reads back as what was written', () => {
  fc.assert(
    fc.property(hostile, fc.array(unproven), (branch, all) => {
      fc.pre(
        ![branch, ...all.flatMap(({ revision, path, by }) => [revision, path, by ?? ''])].some((text) =>
          /\p{Surrogate}/u.test(text),
        ),
      );
      fc.pre(all.every(({ by, pullRequest }) => by !== '' && pullRequest !== 0));
      const [write] = planIssue(unprovenTopic(branch, all), [], 'me');
      if (write?.kind !== 'create-issue') return;
      expect(
        awake(write.body.replaceAll(/^<!-- alembic-gate:[^<>]* -->$|(?<=came with )#\d+(?=, merged)/gm, '')),
      ).toEqual([]);
      const issue = { number: 1, title: write.title, body: write.body, author: { login: 'me', bot: true } };
      expect(recorded(branch, [issue], 'me')).toEqual(all);
      expect(recorded(branch, [{ ...issue, author: { login: 'mallory', bot: false } }], 'me')).toEqual([]);
    }),
    RUNS,
  );
});
