/** Real projects of different kinds, and what each needs so that its migrations run; for scripts/field/proofs.mjs. */

const ini = (location) =>
  `[alembic]\nscript_location = ${location}\nsqlalchemy.url = postgresql+psycopg2://u:p@db.invalid/app\n`;

/** `environment` is the script location; `files` are added to what the package ships, as its deployment would. */
export const PROJECTS = {
  // Plain Alembic, raw SQL, several dialects.
  mlflow: {
    package: 'mlflow-skinny',
    needs: ['sqlalchemy', 'alembic', 'pymysql', 'cryptography', 'flask', 'flask-cors', 'pandas', 'graphene'],
    engine: 'mysql',
    environment: 'mlflow/store/db_migrations',
    files: {
      'alembic.ini': ini('mlflow/store/db_migrations').replace('postgresql+psycopg2', 'mysql+pymysql'),
    },
  },
  // Plain Alembic; its ini is a template that the program fills.
  jupyterhub: {
    package: 'jupyterhub',
    needs: ['psycopg2-binary'],
    engine: 'postgresql',
    environment: 'jupyterhub/alembic',
    files: { 'jupyterhub/alembic.ini': `${ini('jupyterhub/alembic')}${loggers()}` },
  },
  // Flask-Migrate inside an application factory.
  mwdb: {
    package: 'mwdb-core',
    needs: ['psycopg2-binary'],
    engine: 'postgresql',
    environment: 'mwdb/model/migrations',
  },
  // Settings objects; an asynchronous application whose migrations are synchronous.
  argilla: {
    package: 'argilla-server',
    needs: ['asyncpg', 'psycopg2-binary'],
    engine: 'postgresql',
    environment: 'argilla_server/alembic',
    variables: { ARGILLA_DATABASE_URL: 'postgresql+asyncpg://u:p@db.invalid/app' },
  },
  // Merges, raw SQL that moves data.
  qcfractal: {
    package: 'qcfractal',
    needs: ['psycopg2-binary'],
    engine: 'postgresql',
    environment: 'qcfractal/alembic',
    files: { 'alembic.ini': `${ini('qcfractal/alembic')}${loggers()}` },
  },
  // Own start-up of the whole application in env.py.
  mailman: {
    package: 'mailman',
    needs: ['psycopg2-binary'],
    engine: 'postgresql',
    environment: 'mailman/database/alembic',
  },
  // Many revisions, batch operations.
  zenml: {
    package: 'zenml',
    extras: '[server]',
    needs: ['pymysql'],
    engine: 'mysql',
    environment: 'zenml/zen_stores/migrations',
  },
};

function loggers() {
  return `
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = generic
[logger_root]
level = WARNING
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
formatter = generic
[formatter_generic]
format = %(message)s
`;
}
