/** The issue about a trunk that is forked: what somebody who opens it needs, and nothing that speaks of a pull request. */
import { describe, expect, test } from '@jest/globals';
import { forkedTopic } from '../../src/publish/base.ts';
import type { Report } from '../../src/report/report.ts';
import { judged } from '../flows/judged.ts';
import { APPLICATION, PRIORITY, revision } from '../report/stories.ts';

const STATUS = { ...PRIORITY, id: '19ae47c6f35d', message: 'CW-118 status' };
const trunk = (): Promise<Report> =>
  judged({ before: { ...APPLICATION, ...revision(PRIORITY), ...revision(STATUS) }, inPullRequest: {} });

function bodyOf(report: Report): string {
  const { state } = forkedTopic('main', report);
  if (typeof state === 'string') throw new Error(`the topic is ${state}`);
  return state.body;
}

describe('The issue about a forked trunk', () => {
  test('has the drawing, the command and the file', async () => {
    const body = bodyOf(await trunk());
    expect(body).toContain('`alembic upgrade head` applies nothing on `main` until its heads are one again');
    expect(body).toContain('```mermaid\nflowchart BT');
    expect(body).toContain('--rev-id c0ffee123456 19ae47c6f35d 90e7d2f4b1c8`');
    expect(body).toContain("down_revision: Union[str, None] = ('19ae47c6f35d', '90e7d2f4b1c8')");
  });

  test('says nothing that is true of pull requests alone', async () => {
    expect(bodyOf(await trunk())).not.toMatch(
      /merged into|Next step|\/merge-heads|✅|No migration is touched/,
    );
  });

  test('leaves the drawing and the file out where they are too long, and keeps the cure', async () => {
    const report = await trunk();
    const environments = report.environments.map((one) =>
      one.resolution === null
        ? one
        : {
            ...one,
            resolution: {
              ...one.resolution,
              mergeRevision: { ...one.resolution.mergeRevision, content: '# long\n'.repeat(20_000) },
            },
          },
    );
    const body = bodyOf({ ...report, environments });
    expect(body.length).toBeLessThan(5000);
    expect(body).toContain('alembic merge -m');
  });
});
