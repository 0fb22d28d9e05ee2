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

/** What each tool's file means; the first that is there wins. */
const TOOLS: readonly { readonly file: string; readonly install: string; readonly venv: boolean }[] = [
  { file: 'uv.lock', install: 'pip install uv && uv sync --frozen', venv: true },
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
  { file: 'pyproject.toml', install: 'pip install --editable .', venv: false },
  { file: 'setup.py', install: 'pip install --editable .', venv: false },
];

/** A path of the repository, from one of its directories. */
export const below = (directory: string, path: string): string =>
  directory === ROOT ? path : `${directory}/${path}`;

/** Looks beside the script location and in each directory above; null where nothing says what to install. */
export function findPythonStep(has: (path: string) => boolean, scriptLocation: string): PythonStep | null {
  let directory = scriptLocation;
  for (;;) {
    const found = TOOLS.find(({ file }) => has(below(directory, file)));
    if (found !== undefined) {
      return {
        install: found.install,
        directory,
        python: found.venv && directory !== ROOT ? below(directory, '.venv/bin/python') : null,
        because: below(directory, found.file),
      };
    }
    if (directory === ROOT) return null;
    directory = parentOf(directory);
  }
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
