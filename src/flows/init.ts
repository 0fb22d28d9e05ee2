/** `init`: reads a repository's own files for what the gate must know of it, and gives the files that install the gate. */
import { GATE_CONFIGURATION, isRevisionFile } from '../changes/changed-paths.ts';
import { discoverEnvironments } from '../config/discover.ts';
import type { Environment } from '../config/environment.ts';
import { readGateConfig } from '../config/gate-config.ts';
import { findEngine, type TextFile } from '../install/engine.ts';
import { findMessagePattern, mapsTables, modelGlobs } from '../install/habits.ts';
import { below, findPythonStep, findPythonVersion } from '../install/python-step.ts';
import {
  botWorkflow,
  configFile,
  gateWorkflow,
  type Fitting,
  type InstalledFile,
} from '../install/write-files.ts';
import type { Repository } from '../io/git.ts';
import { RULE_NAMES } from '../lint/rule-names.ts';
import { ROOT } from '../tree/paths.ts';
import type { Tree } from '../tree/tree.ts';
import { UsageError } from '../tree/usage-error.ts';
import { noEnvironment } from './graph.ts';
import { readHistory } from './history.ts';

export interface Templates {
  readonly gate: string;
  readonly bot: string;
}

export interface Installation {
  readonly files: readonly InstalledFile[];
  /** Of the files, those that are there already, and so are kept. */
  readonly kept: readonly string[];
  /** Sentences: what was found out, and from what. */
  readonly found: readonly string[];
}

const TRUNKS = ['main', 'master', 'develop', 'staging', 'production'];
const DEPLOYMENT = /(^|\/)(docker-)?compose[\w.-]*\.ya?ml$|^\.github\/workflows\/[^/]+\.ya?ml$/;
const DEPENDENCIES =
  /(^|\/)(requirements[\w.-]*\.(txt|in)|requirements\/[\w.-]+\.(txt|in)|pyproject\.toml|Pipfile|setup\.(py|cfg))$/;
const TESTS = /(^|\/)tests?\//;
/** Of each kind: a repository with more has told enough. */
const MOST_FILES = 2000;

/** Throws UsageError where the repository has no environment. */
export async function init(
  repository: Pick<Repository, 'workingTree' | 'resolve' | 'defaultBase'>,
  templates: Templates,
): Promise<Installation> {
  const { tree } = await repository.workingTree();
  const { environments, problems } = await discoverEnvironments(tree, { environments: [] });
  if (environments.length === 0) throw new UsageError(problems[0]?.message ?? noEnvironment(tree));
  const fitting = await fit(tree, environments, await trunksOf(repository));
  const config: InstalledFile = { path: GATE_CONFIGURATION[0], text: configFile(fitting) };
  // What we write must be what we read.
  readGateConfig(config.text, config.path, RULE_NAMES);
  const files = [
    { path: '.github/workflows/gate.yml', text: gateWorkflow(templates.gate, fitting) },
    { path: '.github/workflows/bot.yml', text: botWorkflow(templates.bot, fitting) },
    config,
  ];
  const isThere = (path: string): boolean =>
    tree.entries.has(path) ||
    (path === config.path && GATE_CONFIGURATION.some((name) => tree.entries.has(name)));
  return {
    files,
    kept: files.map(({ path }) => path).filter(isThere),
    found: sentences(fitting, environments),
  };
}

async function fit(
  tree: Tree,
  environments: readonly Environment[],
  trunks: readonly string[],
): Promise<Fitting> {
  const texts = reader(tree);
  const isMigration = (path: string): boolean => environments.some((one) => isRevisionFile(path, one));
  const [first] = environments;
  const location = first?.scriptLocation ?? ROOT;
  const step = findPythonStep((path) => tree.entries.has(path), location);
  const beside = step?.directory ?? ROOT;
  const models = await texts(
    (path) => path.endsWith('.py') && !isMigration(path) && !TESTS.test(path) && !path.endsWith('/env.py'),
  );
  const text = async (path: string): Promise<string | null> =>
    (await texts((one) => one === path))[0]?.text ?? null;
  const app = /^\s*(?:export\s+)?FLASK_APP=["']?([^"'\s]+)/m.exec(
    (await text(below(beside, '.flaskenv'))) ?? '',
  );
  return {
    engine: findEngine({
      inis: await texts((path) => environments.some(({ ini }) => ini === path)),
      deployment: await texts((path) => DEPLOYMENT.test(path)),
      dependencies: await texts((path) => DEPENDENCIES.test(path)),
      migrations: await texts(isMigration),
    }),
    step,
    pythonVersion: findPythonVersion({
      pythonVersion: (await text(below(beside, '.python-version'))) ?? (await text('.python-version')),
      pyproject: (await text(below(beside, 'pyproject.toml'))) ?? (await text('pyproject.toml')),
    }),
    trunks,
    messagePattern: findMessagePattern(await messagesOf(tree, environments)),
    models: modelGlobs(models.filter((file) => mapsTables(file.text)).map(({ path }) => path)),
    environments: environments.map(({ scriptLocation, flavour }) => ({
      scriptLocation,
      app: flavour === 'flask-migrate' ? (app?.[1] ?? null) : null,
    })),
  };
}

function reader(tree: Tree): (wanted: (path: string) => boolean) => Promise<readonly TextFile[]> {
  return async (wanted) => {
    const paths = [...tree.entries.values()]
      .filter(({ path, kind }) => kind === 'file' && wanted(path))
      .slice(0, MOST_FILES)
      .map(({ path }) => path);
    const contents = await tree.read(paths);
    return paths.map((path) => ({ path, text: new TextDecoder().decode(contents.get(path)) }));
  };
}

/** In the order of the history, oldest first. */
async function messagesOf(tree: Tree, environments: readonly Environment[]): Promise<readonly string[]> {
  const histories = await Promise.all(environments.map((one) => readHistory(tree, one, new Map())));
  return histories.flatMap(({ revisions }) => revisions.map(({ message }) => message));
}

async function trunksOf(repository: Pick<Repository, 'resolve' | 'defaultBase'>): Promise<readonly string[]> {
  const base = (await repository.defaultBase())?.ref.replace(/^origin\//, '') ?? 'main';
  const others = TRUNKS.filter((name) => name !== base);
  const there = await Promise.all(
    others.map((name) =>
      repository.resolve(`origin/${name}`).then(
        () => [name],
        () => [],
      ),
    ),
  );
  return [base === 'HEAD' ? 'main' : base, ...there.flat()];
}

function sentences(
  { engine, step, trunks, messagePattern, models }: Fitting,
  environments: readonly Environment[],
): readonly string[] {
  const places = environments
    .map(({ scriptLocation, flavour }) => `${scriptLocation} (${flavour})`)
    .join(', ');
  return [
    `migrations: ${places}`,
    engine === null
      ? 'engine: not found, so mysql is assumed: correct the service in gate.yml if that is wrong'
      : `engine: ${engine.engine}, by ${engine.because}`,
    step === null
      ? 'dependencies: no file says what to install: complete the install step in gate.yml'
      : `dependencies: ${step.install}, by ${step.because}`,
    `trunks: ${trunks.join(', ')}`,
    ...(messagePattern === null ? [] : [`messages: ${messagePattern}, by the revisions that are there`]),
    ...(models.length === 0 ? [] : [`models: ${models.join(', ')}`]),
  ];
}
