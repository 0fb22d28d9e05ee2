/** How a project's Python and its dependencies come onto a runner. */
import { parentOf, ROOT } from '../tree/paths.ts';

export interface PythonStep {
  /** One shell line. */
  readonly install: string;
  /** Where it is to run, relative to the repository; `.` for the top. */
  readonly directory: string;
  /** The interpreter that it makes, relative to the repository; null for the one on the PATH. */
  readonly python: string | null;
  readonly because: string;
}

const REQUIREMENTS = [
  'requirements.txt',
  'requirements-dev.txt',
  'requirements/dev.txt',
  'requirements/base.txt',
];

interface Tool {
  readonly file: string;
  readonly install: string;
  /** Whether it makes `.venv` beside its file. */
  readonly venv: boolean;
}

/** What each tool's file means; the first that is there wins. */
const TOOLS: readonly Tool[] = [
  // Of a workspace all members, of which one has the migrations.
  { file: 'uv.lock', install: 'pip install uv && uv sync --frozen --all-packages', venv: true },
  {
    file: 'poetry.lock',
    install: 'pip install poetry && POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction',
    venv: true,
  },
  { file: 'pdm.lock', install: 'pip install pdm && pdm sync', venv: true },
  {
    file: 'Pipfile.lock',
    install: 'pip install pipenv && PIPENV_VENV_IN_PROJECT=1 pipenv sync',
    venv: true,
  },
  ...REQUIREMENTS.map((file) => ({ file, install: `pip install --requirement ${file}`, venv: false })),
];

/** They say what a package needs, where no file above says which versions are installed. */
const PACKAGES: readonly Tool[] = ['pyproject.toml', 'setup.py'].map((file) => ({
  file,
  install: 'pip install --editable .',
  venv: false,
}));

/** A path of the repository, from one of its directories. */
export const below = (directory: string, path: string): string =>
  directory === ROOT ? path : `${directory}/${path}`;

/** Looks beside the script location and in each directory above; null where nothing says what to install. */
export function findPythonStep(has: (path: string) => boolean, scriptLocation: string): PythonStep | null {
  const directories = [scriptLocation];
  for (let at = scriptLocation; at !== ROOT; directories.push(at)) at = parentOf(at);
  for (const tools of [TOOLS, PACKAGES]) {
    for (const directory of directories) {
      const found = tools.find(({ file }) => has(below(directory, file)));
      if (found === undefined) continue;
      return {
        install: found.install,
        directory,
        python: found.venv && directory !== ROOT ? below(directory, '.venv/bin/python') : null,
        because: below(directory, found.file),
      };
    }
  }
  return null;
}

/** The version that the project says it runs on; null where it does not. */
export function findPythonVersion(files: {
  readonly pythonVersion: string | null;
  readonly pyproject: string | null;
}): string | null {
  const [, pinned] = /^\s*(?:cpython-|python-)?(3\.\d+)/m.exec(files.pythonVersion ?? '') ?? [];
  if (pinned !== undefined) return pinned;
  // The lowest that is allowed is the only one that surely is.
  const [, required] =
    /^\s*(?:requires-python|python)\s*=\s*["'][^"'\d]*(3\.\d+)/m.exec(files.pyproject ?? '') ?? [];
  return required ?? null;
}
