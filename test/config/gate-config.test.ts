import { describe, expect, test } from '@jest/globals';
import { ConfigError, readGateConfig, type RuleNames } from '../../src/config/gate-config.ts';
import { RULE_NAMES } from '../../src/lint/rule-names.ts';
import { editDistance } from '../../src/config/vocabulary.ts';
import { UsageError } from '../../src/tree/usage-error.ts';

const PATH = '.github/alembic-gate.yml';

/** Every problem of a text as `line:column sentence`; empty for a good one. */
function problems(text: string, rules?: RuleNames): readonly string[] {
  try {
    readGateConfig(text, PATH, rules);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

describe('reading the gate’s configuration', () => {
  test('every key of the contract is taken and named in camel case', () => {
    const text = `
database: local
database-url: mysql://gate@127.0.0.1/
engine: mariadb
image: mariadb:11.4
allow-remote: true
server: {version: 8.0.36, charset: utf8mb4, collation: utf8mb4_bin, sql-mode: '', flags: [--foo=1], database-name: app, extensions: [citext]}
environments:
  - name: billing
    ini: billing/alembic.ini
    script-location: billing/migrations
    version-locations: [billing/a, billing/b]
    recursive: true
    expected-heads: {expand: 1, contract: 1}
    python: .venv/bin/python
    command: uv run flask db
    app: billing.wsgi
    x-args: [tenant=1]
    setup: make ready
    env: {DEBUG: 1, FLAG: true, NAME: x}
    url-env: [DATABASE_URL]
    carry: [.env.test]
    base-state: {command: flask create-all}
trunks: [main, release/*]
profile: add-only
deploys: stop
rules: {no-drop-table: off, require-ticket: {severity: warning, paths: [a/**], pattern: X}}
suppress: [{rule: no-drop-column, path: a.py, revision: 0012, reason: agreed}]
protected-rules: [no-drop-table]
approvers: {users: [ann], teams: [org/dba]}
prefer: re-parent
message-pattern: '^JMS-\\d+'
models: [app/models/**]
deployed: [v1.2, 123456789012]
squash: [{replaces: [a, b], at: c}]
table-sizes: sizes.csv
seed: seed.sql
proofs: {interruption: on, drift: off, rows: {limit: 5}, order: false}
timeouts: {step: 60}
comment: problems
commands: {author: true}
`;
    expect(readGateConfig(text, PATH)).toEqual({
      database: 'local',
      databaseUrl: 'mysql://gate@127.0.0.1/',
      engine: 'mariadb',
      image: 'mariadb:11.4',
      allowRemote: true,
      server: {
        version: '8.0.36',
        charset: 'utf8mb4',
        collation: 'utf8mb4_bin',
        sqlMode: '',
        flags: ['--foo=1'],
        databaseName: 'app',
        extensions: ['citext'],
      },
      environments: [
        {
          name: 'billing',
          ini: 'billing/alembic.ini',
          scriptLocation: 'billing/migrations',
          versionLocations: ['billing/a', 'billing/b'],
          recursive: true,
          expectedHeads: { expand: 1, contract: 1 },
          python: '.venv/bin/python',
          command: 'uv run flask db',
          app: 'billing.wsgi',
          xArgs: ['tenant=1'],
          setup: 'make ready',
          env: { DEBUG: '1', FLAG: 'true', NAME: 'x' },
          urlEnv: ['DATABASE_URL'],
          carry: ['.env.test'],
          baseState: { command: 'flask create-all' },
        },
      ],
      trunks: ['main', 'release/*'],
      profile: 'add-only',
      deploys: 'stop',
      rules: {
        'no-drop-table': { severity: 'off', options: {} },
        'require-ticket': { severity: 'warning', paths: ['a/**'], options: { pattern: 'X' } },
      },
      suppress: [{ rule: 'no-drop-column', path: 'a.py', revision: '0012', reason: 'agreed' }],
      protectedRules: ['no-drop-table'],
      approvers: { users: ['ann'], teams: ['org/dba'] },
      prefer: 're-parent',
      messagePattern: '^JMS-\\d+',
      models: ['app/models/**'],
      deployed: ['v1.2', '123456789012'],
      squash: [{ replaces: ['a', 'b'], at: 'c' }],
      tableSizes: 'sizes.csv',
      seed: 'seed.sql',
      proofs: { interruption: true, drift: false, rows: { limit: 5 }, order: false },
      timeouts: { step: 60 },
      comment: 'problems',
      commands: { author: true },
    });
  });

  test('an empty file sets nothing', () => {
    expect(readGateConfig('', PATH)).toEqual({});
    expect(readGateConfig('# nothing yet\n', PATH)).toEqual({});
  });

  test('numbers that are names stay as they were written', () => {
    expect(
      readGateConfig('server: {version: 8.10}\ndeployed: [0012, 1e5, 98765432109876543210]', PATH),
    ).toEqual({
      server: { version: '8.10' },
      deployed: ['0012', '1e5', '98765432109876543210'],
    });
  });

  test('an anchor may be used honestly', () => {
    const text =
      'environments:\n  - {script-location: a, env: &e {A: 1}}\n  - {script-location: b, env: *e}\n';
    expect(readGateConfig(text, PATH).environments).toMatchObject([{ env: { A: '1' } }, { env: { A: '1' } }]);
  });
});

describe('what is wrong with a configuration', () => {
  test('everything is said at once, each with line, column and the nearest known key', () => {
    const text = [
      'trunk: [main]',
      'profile: strickt',
      'environments:',
      '  - script_location: a',
      '    expected-heads: none',
      'timeouts: {step: fast}',
      '',
    ].join('\n');
    expect(problems(text)).toEqual([
      '1:1 trunk is an unknown key: did you mean trunks?',
      '2:10 profile must be one of recommended, add-only, strict, not "strickt"',
      '4:5 environments.0.script_location is an unknown key: did you mean script-location?',
      '5:21 environments.0.expected-heads must be a whole number, or a table of branch labels with one each, not "none"',
      '6:18 timeouts.step must be a whole number, 1 or more, not "fast"',
    ]);
  });

  test('a key that resembles none lists what is known', () => {
    expect(problems('timeouts: {everything: 3}')).toEqual([
      '1:12 timeouts.everything is an unknown key: known are connect, step, total',
    ]);
  });

  const cases: readonly (readonly [string, string, string])[] = [
    ['a list where a table belongs', '- a', '1:1 the file must be a table of keys, not a list'],
    ['an empty value', 'environments:', '1:14 environments must be a list, not empty'],
    [
      'a suppression without reason',
      'suppress:\n  - rule: x',
      '2:5 suppress.0.reason is missing: it must be text',
    ],
    ['an empty reason', 'suppress: [{rule: x, reason: ""}]', '1:30 suppress.0.reason must not be empty'],
    [
      'a database that is neither word nor URL',
      'database: docker',
      '1:11 database must be one of auto, service, local, container, none, or a URL, not "docker"',
    ],
    [
      'a base state that is not one',
      'environments: [{base-state: {comand: x}}]',
      '1:29 environments.0.base-state must be migrations, {command: …} or {dump: …}, not a table of keys',
    ],
    [
      'a severity that is none',
      'rules: {a: fatal}',
      '1:12 rules.a must be one of off, info, warning, error, or a table with severity, paths and options, not "fatal"',
    ],
    [
      'a proof that does not exist',
      'proofs: {round_trip: on}',
      '1:10 proofs.round_trip is an unknown key: did you mean round-trip?',
    ],
    [
      'a pattern that is none',
      "message-pattern: '('",
      '1:18 message-pattern must be a regular expression, not "("',
    ],
    [
      'no head at all',
      'environments: [{expected-heads: 0}]',
      '1:33 environments.0.expected-heads must be a whole number, 1 or more, not 0',
    ],
  ];
  for (const [what, text, expected] of cases) {
    test(`${what} is told`, () => expect(problems(text)).toEqual([expected]));
  }

  test('YAML that is none is told with its place', () => {
    expect(problems('profile: [strict')).toEqual([expect.stringMatching(/^1:\d+ this is not valid YAML: /)]);
    expect(problems('profile: strict\nprofile: strict\n')).toEqual([
      expect.stringMatching(/^2:1 this is not valid YAML: .*unique/),
    ]);
  });

  test('a rule that does not exist is told where the catalogue is given', () => {
    const text =
      'rules: {no-drop-tabel: off}\nsuppress: [{rule: no-drop-table, reason: x}]\nprotected-rules: [xyz]\n';
    expect(problems(text)).toEqual([]);
    expect(problems(text, { known: ['no-drop-table', 'no-cycle'], fixed: new Map() })).toEqual([
      '1:9 no-drop-tabel is an unknown rule: did you mean no-drop-table?',
      '3:19 xyz is an unknown rule: known are no-drop-table, no-cycle',
    ]);
  });

  test('a rule that no configuration weighs is told, with what ends its findings', () => {
    const text =
      'rules:\n  no-cycle: {paths: [old/*], severity: off}\n  no-multiple-heads: warning\n  hygiene: warning\nsuppress:\n  - {rule: no-merged-revision-change, reason: x}\n  - {rule: no-drop-table, reason: x}\nprotected-rules: [no-merged-revision-change]\n';
    expect(problems(text)).toEqual([]);
    expect(problems(text, RULE_NAMES)).toEqual([
      '2:3 no-cycle has one weight that no configuration changes: take this out; what it finds has to be mended',
      '6:6 no-merged-revision-change has one weight that no configuration changes: take this out; what it finds is accepted by an approver’s review',
    ]);
  });

  test('bombs are refused quickly', () => {
    const level = (n: number): string =>
      `  - &l${n} [${Array(20)
        .fill(`*l${n - 1}`)
        .join(', ')}]`;
    const aliases = ['models:', '  - &l0 [x]', ...[1, 2, 3, 4, 5, 6].map(level)].join('\n');
    for (const text of [aliases, '['.repeat(100_000), '{a: '.repeat(50_000), 'x'.repeat(300_000)]) {
      expect(problems(text)).not.toEqual([]);
    }
  });

  test('the error is a usage error that names the file on every line', () => {
    expect(() => readGateConfig('a: 1\nb: 2\n', PATH)).toThrow(UsageError);
    expect(() => readGateConfig('a: 1\nb: 2\n', PATH)).toThrow(
      /^\.github\/alembic-gate\.yml:1:1: a .*\n\.github\/alembic-gate\.yml:2:1: b /,
    );
  });
});

test('the edit distance counts insertions, deletions and replacements', () => {
  expect([
    editDistance('trunk', 'trunks'),
    editDistance('kitten', 'sitting'),
    editDistance('', 'abc'),
  ]).toEqual([1, 3, 3]);
});
