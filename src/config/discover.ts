/** Which Alembic environments a tree holds: those its files configure, those its folders show, those the user names. */
import { directoriesOf } from '../tree/directories.ts';
import type { Directories } from '../tree/directories.ts';
import type { Tree } from '../tree/tree.ts';
import { assemble } from './assemble.ts';
import type { ScriptDirectory } from './assemble.ts';
import type { Config } from './config.ts';
import { readConfigurations } from './configurations.ts';
import { applyDeclared, believeDeclared } from './declared.ts';
import type { Discovery, Environment } from './environment.ts';
import { applyOverrides } from './overrides.ts';
import type { Overrides } from './overrides.ts';
import { repositoryPath } from './select.ts';
import { surveyTree } from './survey.ts';

/**
 * Finds the environments of a tree. Found by itself: every `alembic.ini`, `[tool.alembic]` and Flask-Migrate directory,
 * inis of other names beside or above a script directory, and script directories without any ini; vendored code never,
 * test folders only when declared. `overrides` replace all of that. Throws UsageError for a path that leaves the
 * repository; what cannot be read is a problem, never an exception.
 */
export async function discoverEnvironments(
  tree: Tree,
  config: Pick<Config, 'environments'>,
  overrides: Overrides = {},
): Promise<Discovery> {
  const declared = config.environments;
  const directories = await directoriesOf(tree);
  const survey = surveyTree(tree, directories);
  const named = declared.flatMap(({ ini }) => (ini === undefined ? [] : [repositoryPath(ini)]));
  const isToml = (path: string): boolean => path.endsWith('.toml');
  const read = await readConfigurations(
    tree,
    [...new Set([...survey.inis, ...named.filter((path) => !isToml(path))])],
    [...new Set([...survey.tomls, ...named.filter(isToml)])],
  );
  const scriptDirectories = await recognise(tree, survey.scriptDirectories, directories);
  const assembled = assemble(believeDeclared(read.configurations, declared), scriptDirectories, directories);
  const around = { directories, scriptDirectories };
  const found = { ...assembled, problems: [...read.problems, ...assembled.problems] };
  const complete = applyDeclared(found, declared, around);
  const chosen = applyOverrides(complete, overrides, around);
  return {
    ...chosen,
    passedOver: [...survey.passedOver, ...foldersNotRead(chosen.environments, directories)],
  };
}

/** Folders with Python files below version locations that are not recursive: archives, or revisions nobody judges. */
function foldersNotRead(environments: readonly Environment[], directories: Directories): readonly string[] {
  const read = new Set(environments.flatMap(({ versionLocations }) => versionLocations));
  const holdsPython = (folder: string): boolean =>
    directories.list(folder).some(({ kind, name, path }) => {
      return kind === 'directory' ? holdsPython(path) : name.endsWith('.py') && !name.startsWith('__init__');
    });
  return environments
    .filter(({ recursive }) => !recursive)
    .flatMap(({ versionLocations }) => versionLocations.flatMap((location) => directories.list(location)))
    .filter(({ kind, path }) => kind === 'directory' && !read.has(path) && holdsPython(path))
    .map(({ path }) => path);
}

/** Of the directories with the right shape, those that are Alembic's: they have a template, or `env.py` speaks of it. */
async function recognise(
  tree: Tree,
  candidates: readonly string[],
  directories: Directories,
): Promise<readonly ScriptDirectory[]> {
  const texts = await tree.read(candidates.map((path) => (path === '.' ? 'env.py' : `${path}/env.py`)));
  return candidates.flatMap((path) => {
    const text = new TextDecoder().decode(texts.get(path === '.' ? 'env.py' : `${path}/env.py`));
    const known = directories.resolve(`${path}/script.py.mako`).kind === 'file' || text.includes('alembic');
    return known ? [{ path, flask: text.includes('current_app') }] : [];
  });
}
