/** `init` on repositories as projects have them: what it writes is read by our own reader and gates the next pull request. */
import { describe, expect, jest, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readGateConfig } from '../../src/config/gate-config.ts';
import { sandbox, type Repo } from '../io/git-sandbox.ts';
import { checkReport, cli } from './cli.ts';
import { LAYOUTS } from './layouts.ts';
import { ALEMBIC, revisions, table } from './projects.ts';

jest.setTimeout(60_000);

const WORKFLOWS = ['gate', 'bot'].map((name) => `.github/workflows/${name}.yml`);
const CONFIG = '.github/alembic-gate.yml';

interface Gate {
  readonly jobs: {
    readonly gate: {
      readonly services: Readonly<Record<string, { readonly image: string; readonly options: string }>>;
      readonly steps: readonly {
        readonly run?: string;
        readonly 'working-directory'?: string;
        readonly with?: Readonly<Record<string, string>>;
      }[];
    };
  };
}

const at = (repo: Repo, path: string): string => readFileSync(`${repo.path}/${path}`, 'utf8');

describe.each(Object.entries(LAYOUTS))('%s', (_name, { files, install, image, config }) => {
  test('gets a gate, a bot and a configuration that fit it', async () => {
    using box = sandbox();
    const repo = box.repo('project');
    repo.commit('Begin', files);
    const { code, stdout, stderr } = await cli(['init', '--repo', repo.path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('require the status alembic-gate/verdict');
    for (const path of [...WORKFLOWS, CONFIG]) expect(stdout).toContain(`wrote ${path}\n`);

    const { services, steps } = (parse(at(repo, WORKFLOWS[0] ?? '')) as Gate).jobs.gate;
    expect(Object.values(services).map((one) => one.image)).toEqual([image]);
    expect(steps.find(({ run }) => run !== undefined)?.run).toBe(install);
    const family = image.startsWith('postgres') ? 'postgresql' : 'mysql';
    expect(steps.flatMap((step) => step.with?.['database-url'] ?? [])).toEqual([
      expect.stringMatching(new RegExp(`^${family}://`)),
    ]);
    expect(parse(at(repo, WORKFLOWS[1] ?? ''))).toMatchObject({ on: { push: { branches: ['main'] } } });
    expect(readGateConfig(at(repo, CONFIG), CONFIG)).toMatchObject(config);

    // The pull request that installs the gate is judged by what it brings, and is no reason to be red.
    const { report } = await checkReport(repo.path, ['--database', 'none']);
    expect(report).toMatchObject({ outcome: 'pass', reason: null });
  });
});

test('init writes over nothing, and says what it kept', async () => {
  using box = sandbox();
  const repo = box.repo('project');
  const own = 'name: my own gate\n';
  repo.commit('Begin', {
    ...ALEMBIC,
    ...revisions(table('a1', null)),
    '.github/workflows/gate.yml': own,
    '.github/alembic-gate.yaml': 'profile: strict\n',
  });
  const { code, stdout } = await cli(['init', '--repo', repo.path]);
  expect(code).toBe(0);
  expect(stdout).toContain('kept .github/workflows/gate.yml, which is there already');
  expect(stdout).toContain('wrote .github/workflows/bot.yml');
  expect(stdout).toContain('kept .github/alembic-gate.yml, which is there already');
  expect(at(repo, '.github/workflows/gate.yml')).toBe(own);
  expect(existsSync(`${repo.path}/${CONFIG}`)).toBe(false);
});

test('init --dry-run prints the files and writes none', async () => {
  using box = sandbox();
  const repo = box.repo('project');
  repo.commit('Begin', { ...ALEMBIC, ...revisions(table('a1', null)) });
  const { code, stdout } = await cli(['init', '--dry-run', '--repo', repo.path]);
  expect(code).toBe(0);
  for (const path of [...WORKFLOWS, CONFIG]) expect(stdout).toContain(`== ${path}\n`);
  expect(stdout).toContain('image: mysql:8.4');
  expect(existsSync(`${repo.path}/.github`)).toBe(false);
});

test('init says in one line where there is nothing to gate', async () => {
  using box = sandbox();
  const repo = box.repo('plain');
  repo.commit('Begin', { 'README.md': 'Nothing.\n' });
  const { code, stdout, stderr } = await cli(['init', '--repo', repo.path]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^alembic-gate: no Alembic environment was found in .*\n$/);
});

test('init knows the trunks that the remote has', async () => {
  using box = sandbox();
  const origin = box.repo('origin');
  origin.commit('Begin', { ...ALEMBIC, ...revisions(table('a1', null)) });
  origin.git('branch', 'develop');
  const repo = box.repo('clone', origin.path);
  await cli(['init', '--repo', repo.path]);
  expect(parse(at(repo, WORKFLOWS[1] ?? ''))).toMatchObject({
    on: { push: { branches: ['main', 'develop'] } },
  });
  expect(readGateConfig(at(repo, CONFIG), CONFIG)).toMatchObject({ trunks: ['main', 'develop'] });
});
