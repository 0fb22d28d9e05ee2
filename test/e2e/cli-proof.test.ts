import { describe, expect, jest, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Finding } from '../../src/lint/finding.ts';
import type { Report } from '../../src/report/report.ts';
import { sandbox, type Repo, type Sandbox } from '../io/git-sandbox.ts';
import { openTestServer } from '../server.ts';
import { CLEARED_WITHIN_MS, checkReport, cli, startCli, withServerAndPython } from './cli.ts';
import { ALEMBIC, ELSEWHERE_ENV, lineOf, onMain, revisions, table, type Files } from './projects.ts';

jest.setTimeout(120_000);

const MYSQL = ['--database', 'local', '--engine', 'mysql'];
const V = 'migrations/versions';

/** A pull request of one revision with these bodies on top of a table `t_a1`. */
function pullRequest(box: Sandbox, upgrade: string, downgrade: string, files: Files = {}): Repo {
  const repo = lineOf(box.repo('project'), ['a1'], { ...ALEMBIC, ...files });
  repo.commit('Work', revisions({ id: 'p1', down: 'a1', upgrade, downgrade }));
  return repo;
}

/** What the database showed; what the source shows has tests of its own. */
const ofProof = ({ findings }: Report): readonly Finding[] =>
  findings.filter(({ rule }) => rule === 'no-round-trip-difference' || rule === 'no-failing-migration');

describe('the round trip on MySQL', () => {
  test('passes what is restored exactly, and names the server, the SQL and the way back', async () => {
    using box = sandbox();
    const repo = pullRequest(
      box,
      'op.add_column("t_a1", sa.Column("n", sa.Integer, comment="how many"))\nop.create_index("ix_n", "t_a1", ["n"])',
      'op.drop_index("ix_n", "t_a1")\nop.drop_column("t_a1", "n")',
    );
    const { code, stdout, stderr } = await cli(['check', '--repo', repo.path, ...MYSQL], {
      env: withServerAndPython(),
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^server: MySQL \d+\.\d+\.\d+ \(local\)\npython: \S+ \(\w+\): Python \d[^\n]*\n$/);
    expect(stdout).toMatch(
      /^pass: 1 new revision, one line of history; proved on MySQL \d+\.\d+\.\d+: online, reversible, rows kept[^\n]*\.\n/,
    );
    expect(stdout).toContain('way back: downgrade a1, loses column `t_a1`.`n`');
  });

  test('catches an index, a comment and a default that the downgrade forgets, each at its line', async () => {
    using box = sandbox();
    const repo = lineOf(box.repo('project'), []);
    const base = {
      id: 'a1',
      down: null,
      upgrade:
        'op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("n", sa.Integer, nullable=False, server_default="7", comment="how many"))',
      downgrade: 'op.drop_table("t")',
    };
    onMain(repo, revisions(base));
    repo.git('merge', '-q', 'main');
    repo.commit(
      'Work',
      revisions({
        id: 'p1',
        down: 'a1',
        upgrade: [
          'op.create_index("ix_n", "t", ["n"])',
          'op.alter_column("t", "n", existing_type=sa.Integer, type_=sa.BigInteger, existing_nullable=False, existing_server_default="7", existing_comment="how many")',
        ].join('\n'),
        downgrade:
          'op.alter_column("t", "n", existing_type=sa.BigInteger, type_=sa.Integer, existing_nullable=False)',
      }),
    );
    const { code, report } = await checkReport(repo.path, MYSQL, withServerAndPython());
    expect(code).toBe(1);
    const told = ofProof(report).map(
      ({ rule, path, line, message }) => `${rule} ${path ?? ''}:${String(line)} ${message}`,
    );
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(
      /^no-round-trip-difference migrations\/versions\/p1\.py:\d+ .*column `t`\.`n`: (comment 'how many' → ''.*default|default.*comment)/,
    );
    expect(told[1]).toMatch(
      /^no-round-trip-difference migrations\/versions\/p1\.py:9 .*index `t`\.`ix_n` stays/,
    );
  });

  test('runs the would-be merge, on scratch databases only, whatever server env.py names', async () => {
    using box = sandbox();
    const elsewhere = ELSEWHERE_ENV('mysql+pymysql://root:secret@db.elsewhere.invalid:3307/production');
    const repo = lineOf(box.repo('project'), ['a1'], { ...ALEMBIC, 'migrations/env.py': elsewhere });
    repo.commit('Work', revisions(table('p1', 'a1')));
    repo.commit('Follow what only main has', revisions(table('p1', 'm1')));
    onMain(repo, revisions(table('m1', 'a1')));
    const { code, report } = await checkReport(repo.path, MYSQL, withServerAndPython());
    expect({ code, reason: report.reason }).toEqual({ code: 0, reason: null });
    const [environment] = report.environments;
    expect(environment?.database?.steps.map(({ revision, direction }) => `${direction} ${revision}`)).toEqual(
      ['upgrade p1', 'downgrade p1', 'upgrade-again p1'],
    );
  });

  test('runs the code of another ref only on request', async () => {
    using box = sandbox();
    const repo = pullRequest(box, 'pass', 'pass');
    repo.git('switch', '-q', 'main');
    const refused = await checkReport(
      repo.path,
      [...MYSQL, '--base', 'main', '--head', 'work'],
      withServerAndPython(),
    );
    expect({ code: refused.code, reason: refused.report.reason }).toEqual({
      code: 2,
      reason:
        'the migrations were not run, because work is not what the working tree holds: pass --run-code to run its code, or --database none to judge the graph alone',
    });
    const asked = await checkReport(
      repo.path,
      [...MYSQL, '--base', 'main', '--head', 'work', '--run-code'],
      withServerAndPython(),
    );
    expect(asked.code).toBe(0);
  });

  test('kills a migration that hangs, and names it', async () => {
    using box = sandbox();
    const repo = pullRequest(box, 'op.execute("SELECT SLEEP(1000)")', 'pass', {
      '.github/alembic-gate.yml': 'timeouts: {step: 2}\n',
    });
    const { code, report } = await checkReport(repo.path, MYSQL, withServerAndPython());
    expect(code).toBe(1);
    expect(ofProof(report)).toMatchObject([
      { rule: 'no-failing-migration', path: `${V}/p1.py`, line: 9, revision: 'p1' },
    ]);
    expect(ofProof(report)[0]?.message).toBe(
      'The upgrade of `p1` does not end on a real server: one step took longer than 2 s, in `SELECT SLEEP(1000)`',
    );
  });
});

test('on somebody else’s server nothing of ours is left, whether it went well or ill', async () => {
  await using server = await openTestServer('mysql');
  await server.query("CREATE USER boss@'%' IDENTIFIED BY 'p@ss'");
  await server.query("GRANT ALL ON *.* TO boss@'%' WITH GRANT OPTION");
  const { port, user } = (await server.createScratch('door')).endpoint;
  const url = `mysql+pymysql://boss:p%40ss@127.0.0.1:${String(port)}/`;
  const ours = async (): Promise<readonly string[]> => {
    const rows = await server.query(
      "SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'alembic%' UNION SELECT User FROM mysql.user WHERE User LIKE 'alembic%'",
    );
    // The door by which the test knows the port belongs to the test's own run.
    return rows.map(({ name }) => String(name)).filter((name) => !name.startsWith(user));
  };
  for (const [upgrade, expected] of [
    ['pass', 0],
    ['raise RuntimeError("no")', 1],
  ] as const) {
    using box = sandbox();
    const repo = pullRequest(box, upgrade, 'pass');
    const { code, report } = await checkReport(repo.path, ['--database', url], withServerAndPython());
    expect({ code, source: report.environments[0]?.database?.source }).toEqual({
      code: expected,
      source: 'service',
    });
    expect(await ours()).toEqual([]);
  }
});

describe('a gate that is killed in the middle of a proof', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'by %s leaves no server, process or file behind',
    async (signal) => {
      using box = sandbox();
      const repo = pullRequest(box, 'op.execute("SELECT SLEEP(1000)")', 'pass');
      const running = startCli(['check', '--repo', repo.path, ...MYSQL], { env: withServerAndPython() });
      await hanging(running.processes);
      expect(running.made()).toContainEqual(expect.stringMatching(/^alembic_gate_/));
      const killed = Date.now();
      running.child.kill(signal);
      // Rejects if anything is left when its time is up.
      const { code } = await running.ended;
      expect(code).not.toBe(0);
      expect(Date.now() - killed).toBeLessThan(CLEARED_WITHIN_MS + 1000);
    },
  );
});

/** Waits until the driver has stood still in its migration for a moment. */
async function hanging(processes: () => readonly string[]): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (
      processes().some((line) => line.includes('python')) &&
      processes().some((line) => line.includes('mysqld'))
    ) {
      await sleep(1500);
      return;
    }
    await sleep(100);
  }
  throw new Error('the proof never began');
}
