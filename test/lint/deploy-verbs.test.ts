import { describe, expect, test } from '@jest/globals';
import { mayRunAlembic, verbFindings, verbsIn } from '../../src/lint/deploy-verbs.ts';

const said = (path: string, text: string): readonly string[] =>
  verbsIn(path, text).map(({ line, verb }) => `${String(line)} ${verb}`);

describe('files from which people deploy and test', () => {
  test.each([
    'Dockerfile',
    'deploy/api.Dockerfile',
    'docker-compose.prod.yml',
    'Makefile',
    '.github/workflows/ci.yaml',
    'bin/start.sh',
    'docker-entrypoint',
    'tests/conftest.py',
    'scripts/migrate_db.py',
  ])('%s is looked at', (path) => {
    expect(mayRunAlembic(path)).toBe(true);
  });

  test.each([
    'README.md',
    'app/models.py',
    'migrations/versions/a1_user.py',
    'docs/docker.md',
    'k8s/values.yaml',
  ])('%s is not', (path) => {
    expect(mayRunAlembic(path)).toBe(false);
  });
});

describe('what they run', () => {
  test.each([
    ['Dockerfile', 'CMD ["alembic", "-c", "app/alembic.ini", "upgrade", "heads"]', ['1 heads']],
    ['Makefile', 'migrate:\n\tflask --app app db upgrade head && echo done', ['2 head']],
    ['start.sh', '# alembic upgrade heads\nuv run alembic upgrade --sql head > out.sql', ['2 head']],
    ['start.sh', 'alembic downgrade -1\nalembic downgrade abc123-1', ['1 one-down', '2 one-down']],
    ['ci.yml', '      - run: python -m alembic upgrade "heads"', ['1 heads']],
    ['conftest.py', 'def up(config):\n    command.upgrade(config, "heads")\n', ['2 heads']],
    [
      'migrate.py',
      'flask_migrate.upgrade(revision="head")\ndowngrade(config, "-1")\n',
      ['1 head', '2 one-down'],
    ],
  ])('is read in %s: %s', (path, text, verbs) => {
    expect(said(path, text)).toEqual(verbs);
  });

  test.each([
    ['start.sh', 'alembic upgrade abc123'],
    ['start.sh', 'alembic heads'],
    ['start.sh', 'alembic upgrade +1; helm upgrade head'],
    ['start.sh', 'alembic upgrade data@head'],
    ['start.sh', 'apt-get upgrade heads'],
    ['conftest.py', 'upgrade("the head of the table")'],
    ['migrate.py', 'def broken(:'],
  ])('is nothing of ours in %s: %s', (path, text) => {
    expect(said(path, text)).toEqual([]);
  });
});

describe('what does not fit together', () => {
  const verbs = [
    ...verbsIn('Dockerfile', 'CMD alembic upgrade heads'),
    ...verbsIn('tox.ini', 'commands =\n  alembic upgrade head\n  alembic downgrade -1'),
  ];
  const findings = (some: Partial<Parameters<typeof verbFindings>[1]> = {}) =>
    verbFindings(verbs, { environment: 'migrations', severalHeads: false, mergedAt: null, ...some });

  test('heads in one place and head in another, said where the fork would pass', () => {
    expect(findings()).toMatchObject([
      { rule: 'no-unsupported-heads-verb', severity: 'warning', path: 'Dockerfile', line: 1 },
    ]);
    expect(findings()[0]?.message).toContain('tox.ini runs `alembic upgrade head` (line 2)');
  });

  test('one step down from a merge revision', () => {
    expect(findings({ mergedAt: 'c3' }).map(({ path, line }) => [path, line])).toEqual([
      ['Dockerfile', 1],
      ['tox.ini', 3],
    ]);
  });

  test('nothing where several heads are meant, or all say the same', () => {
    expect(findings({ severalHeads: true })).toEqual([]);
    const alike = verbsIn('Dockerfile', 'CMD alembic upgrade heads');
    expect(verbFindings(alike, { environment: 'm', severalHeads: false, mergedAt: null })).toEqual([]);
  });
});
