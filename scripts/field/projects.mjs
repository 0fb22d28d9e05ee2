/** Real projects of different kinds, and what each needs so that its migrations run; for scripts/field/proofs.mjs. */

const ini = (location) =>
  `[alembic]\nscript_location = ${location}\nsqlalchemy.url = postgresql+psycopg2://u:p@db.invalid/app\n`;

/** `environment` is the script location; `files` are added to what the package ships, as its deployment would. */
export const PROJECTS = {
  // Plain Alembic, raw SQL, several dialects; models of their own make what the first revision alters.
  mlflow: {
    package: 'mlflow-skinny',
    needs: ['sqlalchemy', 'alembic', 'pymysql', 'cryptography', 'flask', 'flask-cors', 'pandas', 'graphene'],
    engine: 'mysql',
    environment: 'mlflow/store/db_migrations',
    files: {
      'alembic.ini': ini('mlflow/store/db_migrations').replace('postgresql+psycopg2', 'mysql+pymysql'),
      'create.py': `import sqlalchemy
from mlflow.store.db.utils import _initialize_tables
_initialize_tables(sqlalchemy.create_engine("mysql+pymysql://u:p@db.invalid/app"))
`,
      '.github/alembic-gate.yml': `environments:
  - script-location: mlflow/store/db_migrations
    base-state: {command: python create.py}
`,
    },
  },
  // Plain Alembic, raw SQL; ten revisions in all. Its program hands the URL to the ini that it ships, which names SQLite.
  optuna: {
    package: 'optuna',
    needs: ['pymysql', 'cryptography'],
    engine: 'mysql',
    environment: 'optuna/storages/_rdb/alembic',
    files: {
      'alembic.ini': `${ini('optuna/storages/_rdb/alembic').replace('postgresql+psycopg2', 'mysql+pymysql')}${loggers()}`,
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
    files: {
      '.github/alembic-gate.yml': `${gateConfig('mwdb/model/migrations', 'MWDB_POSTGRES_URI')}    app: mwdb.app:app
    env: {MWDB_SECRET_KEY: nothing, MWDB_SERVE_WEB: '0', MWDB_ENABLE_SSDEEP: '0', MWDB_UPLOADS_FOLDER: /tmp}
`,
    },
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
  // Asynchronous, a hundred and sixty revisions, seven merges among the last twenty.
  langflow: {
    package: 'langflow-base',
    needs: ['psycopg[binary]', 'psycopg2-binary', 'asyncpg'],
    engine: 'postgresql',
    environment: 'langflow/alembic',
    files: {
      'alembic.ini': `${ini('langflow/alembic').replace('psycopg2', 'psycopg')}${loggers()}`,
      // Its application takes a minute and more to import.
      '.github/alembic-gate.yml': `environments:
  - script-location: langflow/alembic
timeouts: {step: 600, total: 3600}
`,
    },
  },
  // Asynchronous engine from settings of the application.
  phoenix: {
    package: 'arize-phoenix',
    needs: ['asyncpg', 'psycopg2-binary'],
    engine: 'postgresql',
    environment: 'phoenix/db/migrations',
    files: { '.github/alembic-gate.yml': gateConfig('phoenix/db/migrations', 'PHOENIX_SQL_DATABASE_URL') },
  },
  // Asynchronous, versions in folders by year, enums of PostgreSQL.
  dstack: {
    package: 'dstack',
    extras: '[server]',
    needs: ['asyncpg', 'psycopg2-binary'],
    engine: 'postgresql',
    environment: 'dstack/_internal/server/migrations',
    files: {
      '.github/alembic-gate.yml': gateConfig('dstack/_internal/server/migrations', 'DSTACK_DATABASE_URL'),
    },
    variables: { DSTACK_DATABASE_URL: 'postgresql+asyncpg://u:p@db.invalid/app' },
  },
  // Flask-Migrate in an application factory, three hundred revisions, merges.
  superset: {
    package: 'apache-superset',
    // Newer ones hand its cache an argument that it does not know.
    needs: ['psycopg2-binary', 'cachelib==0.13.0'],
    engine: 'postgresql',
    environment: 'superset/migrations',
    files: {
      '.github/alembic-gate.yml': `${gateConfig('superset/migrations', 'SUPERSET__SQLALCHEMY_DATABASE_URI')}    app: superset.app:create_app\n`,
    },
    variables: { SUPERSET_SECRET_KEY: 'not-a-secret-of-anything-at-all-42' },
  },
  // Settings of oslo.config, which read the environment; MySQL.
  ironic: {
    package: 'ironic',
    needs: ['pymysql'],
    engine: 'mysql',
    environment: 'ironic/db/sqlalchemy/alembic',
    files: {
      '.github/alembic-gate.yml': gateConfig('ironic/db/sqlalchemy/alembic', 'OS_DATABASE__CONNECTION'),
    },
  },
  magnum: {
    package: 'magnum',
    needs: ['pymysql'],
    engine: 'mysql',
    environment: 'magnum/db/sqlalchemy/alembic',
    files: {
      '.github/alembic-gate.yml': gateConfig('magnum/db/sqlalchemy/alembic', 'OS_DATABASE__CONNECTION'),
    },
  },
  // A hundred and more revisions for three engines; its MySQL needs a driver that has to be compiled.
  airflow: {
    package: 'apache-airflow-core',
    needs: ['psycopg2-binary', 'asyncpg'],
    engine: 'postgresql',
    environment: 'airflow/migrations',
    files: {
      '.github/alembic-gate.yml': gateConfig('airflow/migrations', 'AIRFLOW__DATABASE__SQL_ALCHEMY_CONN'),
    },
    variables: { AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: 'postgresql+psycopg2://u:p@db.invalid/app' },
  },
};

function gateConfig(location, variable) {
  return `environments:\n  - script-location: ${location}\n    url-env: [${variable}]\n`;
}

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
