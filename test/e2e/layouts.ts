/** Repositories as projects lay them out, and what `init` is to make of each. */
import { ALEMBIC, FLASK, revisions, table, versionsIn, type Files } from './projects.ts';

const withTickets = (location = 'migrations'): Files =>
  Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => {
      const down = index === 0 ? 'None' : `'a${index - 1}'`;
      const text = `"""JMS-${100 + index} something"""\nrevision = 'a${index}'\ndown_revision = ${down}\n\n\ndef upgrade():\n    pass\n`;
      return [`${location}/versions/a${index}.py`, text];
    }),
  );

export const LAYOUTS: Readonly<
  Record<
    string,
    { readonly files: Files; readonly install: string; readonly image: string; readonly config: object }
  >
> = {
  'plain Alembic with requirements': {
    files: {
      ...ALEMBIC,
      ...withTickets(),
      'requirements.txt': 'alembic\nPyMySQL\n',
      'app/models.py': 'class A(Base):\n    __tablename__ = "a"\n',
    },
    install: 'pip install --requirement requirements.txt',
    image: 'mysql:8.4',
    config: { engine: 'mysql', messagePattern: 'JMS-\\d+', models: ['app/models.py'] },
  },
  'Flask-Migrate with poetry and compose': {
    files: {
      ...FLASK,
      ...withTickets(),
      'poetry.lock': '',
      'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.11"\nmysqlclient = "*"\n',
      'docker-compose.yml': 'services:\n  db:\n    image: mysql:8.0.36\n',
      '.flaskenv': 'FLASK_APP=wsgi:app\n',
      'app/models/user.py': 'class User(db.Model):\n    pass\n',
    },
    install: 'pip install poetry && POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction',
    image: 'mysql:8.0.36',
    config: {
      engine: 'mysql',
      image: 'mysql:8.0.36',
      models: ['app/models/**/*.py'],
      environments: [{ scriptLocation: 'migrations', app: 'wsgi:app' }],
    },
  },
  'PostgreSQL with uv in a part of the repository': {
    files: {
      ...versionsIn('backend/migrations', { ...FLASK, ...withTickets() }),
      'backend/uv.lock': '',
      'backend/pyproject.toml': '[project]\nrequires-python = ">=3.12"\ndependencies = ["asyncpg"]\n',
      'compose.yaml': 'services:\n  db:\n    image: postgres:16\n',
    },
    install: 'pip install uv && uv sync --frozen --all-packages',
    image: 'postgres:16',
    config: {
      engine: 'postgresql',
      image: 'postgres:16',
      environments: [{ scriptLocation: 'backend/migrations', python: 'backend/.venv/bin/python' }],
    },
  },
  'MariaDB with a package': {
    files: {
      ...ALEMBIC,
      ...revisions(table('a1', null)),
      'alembic.ini': '[alembic]\nscript_location = migrations\nsqlalchemy.url = mariadb+pymysql://h/d\n',
      'setup.py': '',
    },
    install: 'pip install --editable .',
    image: 'mariadb:11.4',
    config: { engine: 'mariadb' },
  },
};
