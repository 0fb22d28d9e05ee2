/** Which files of a tree may configure Alembic, and which directories have the shape of a script location. */
import type { Directories } from '../tree/directories.ts';
import { baseName, compareCodePoints, parentOf, selfAndAncestors } from '../tree/paths.ts';
import type { Tree } from '../tree/tree.ts';

export interface Survey {
  /** `alembic.ini`s first, then other inis that may hold an `[alembic]` section. */
  readonly inis: readonly string[];
  readonly tomls: readonly string[];
  /** Directories with `env.py` and `versions/`, whatever else they have. */
  readonly scriptDirectories: readonly string[];
  readonly passedOver: readonly string[];
}

/** Code of others that happens to be checked in: never looked at. */
const VENDORED = new Set([
  'node_modules',
  'site-packages',
  'dist-packages',
  '.venv',
  'venv',
  '.tox',
  '.nox',
  '.git',
  '__pycache__',
]);
/**
 * Histories under tests are fixtures that no database of anybody has, often broken on purpose: an application's own
 * history never lives there, so they count only where the configuration declares them.
 */
const FIXTURES = new Set(['test', 'tests', 'testing', 'testdata', 'test_data', 'fixtures', '__fixtures__']);

/** Surveys the names in a tree; no file is read. */
export function surveyTree(tree: Tree, directories: Directories): Survey {
  const paths = [...tree.entries.keys()].filter((path) => !hasPart(path, (part) => VENDORED.has(part)));
  const shaped = paths
    .filter((path) => baseName(path) === 'env.py')
    .map(parentOf)
    .filter((directory) => directories.resolve(`${directory}/versions`).kind === 'directory');
  const besideScripts = new Set(shaped.flatMap(selfAndAncestors));
  const inis = paths.filter(
    (path) => path.endsWith('.ini') && (isNamedAlembic(path) || besideScripts.has(parentOf(path))),
  );
  const judged = (path: string): boolean => !isFixture(path);
  return {
    inis: inis.filter(judged).sort(byLikelihood),
    tomls: paths.filter((path) => baseName(path) === 'pyproject.toml' && judged(path)),
    scriptDirectories: shaped.filter(judged),
    passedOver: [...shaped, ...inis.filter(isNamedAlembic)].filter(isFixture),
  };
}

function isNamedAlembic(path: string): boolean {
  return baseName(path).includes('alembic');
}

/** Below a folder of tests, or of a cookiecutter template, whose folder names hold `{{…}}`. */
function isFixture(path: string): boolean {
  return hasPart(path, (part) => FIXTURES.has(part) || part.includes('{{'));
}

function hasPart(path: string, test: (part: string) => boolean): boolean {
  return path.split('/').some(test);
}

function byLikelihood(a: string, b: string): number {
  const rank = (path: string): number => (baseName(path) === 'alembic.ini' ? 0 : 1);
  return rank(a) - rank(b) || compareCodePoints(a, b);
}
