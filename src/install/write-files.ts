/** The files that install the gate: the documented workflows and a configuration, fitted to one repository. */
import { ROOT } from '../tree/paths.ts';
import type { FoundEngine, ServerEngine } from './engine.ts';
import type { PythonStep } from './python-step.ts';

export interface Fitting {
  readonly engine: FoundEngine | null;
  readonly step: PythonStep | null;
  readonly pythonVersion: string | null;
  /** The default branch first. */
  readonly trunks: readonly string[];
  readonly messagePattern: string | null;
  readonly models: readonly string[];
  /** Environments that need a word of configuration. */
  readonly environments: readonly { readonly scriptLocation: string; readonly app: string | null }[];
}

export interface InstalledFile {
  readonly path: string;
  readonly text: string;
}

interface Service {
  readonly name: string;
  readonly image: string;
  readonly env: readonly string[];
  readonly port: number;
  readonly data: string;
  readonly health: string;
  readonly url: string;
}

const MYSQL = {
  env: [`MYSQL_ALLOW_EMPTY_PASSWORD: 'yes'`],
  port: 3306,
  data: '/var/lib/mysql',
  url: 'mysql://root@127.0.0.1:3306',
} as const;

const SERVICES: Readonly<Record<ServerEngine, Service>> = {
  mysql: {
    ...MYSQL,
    name: 'mysql',
    image: 'mysql:8.4',
    health: 'mysqladmin ping --host=127.0.0.1 --user=root',
  },
  mariadb: {
    ...MYSQL,
    name: 'mariadb',
    image: 'mariadb:11.4',
    health: 'mariadb-admin ping --host=127.0.0.1 --user=root || mysqladmin ping --host=127.0.0.1 --user=root',
  },
  postgresql: {
    name: 'postgres',
    image: 'postgres:17',
    env: ['POSTGRES_HOST_AUTH_METHOD: trust', 'PGDATA: /var/lib/postgresql/gate'],
    port: 5432,
    data: '/var/lib/postgresql',
    health: 'pg_isready --host=127.0.0.1 --username=postgres',
    url: 'postgresql://postgres@127.0.0.1:5432',
  },
};

/** docs/workflows/gate.yml with the project's engine, Python and dependencies. */
export function gateWorkflow(template: string, { engine, step, pythonVersion }: Fitting): string {
  const standard = SERVICES[engine?.engine ?? 'mysql'];
  const service = { ...standard, image: engine?.image ?? standard.image };
  const start = template.indexOf('    services:\n');
  const end = template.indexOf('    steps:\n');
  if (start < 0 || end < start) throw new Error('the template has no services before its steps');
  const text = template.slice(0, start) + servicesBlock(service) + template.slice(end);
  return [
    ['mysql://root@127.0.0.1:3306', service.url],
    [`python-version: '3.13'`, `python-version: '${pythonVersion ?? '3.13'}'`],
    ['- run: pip install --requirement requirements.txt', installStep(step)],
  ].reduce((whole, [from = '', to = '']) => replaceOnce(whole, from, to), text);
}

const servicesBlock = ({ name, image, env, port, data, health }: Service): string => `    services:
      ${name}:
        # The engine and version of production.
        image: ${image}
        env:
${env.map((line) => `          ${line}\n`).join('')}        ports:
          - ${String(port)}:${String(port)}
        # Over TCP, because the image's first, temporary server listens on its socket only; every second, because the
        # runner waits for ten otherwise.
        options: >-
          --tmpfs ${data}:rw,size=1g
          --health-cmd "${health}"
          --health-interval 1s
          --health-timeout 5s
          --health-retries 60
`;

function installStep(step: PythonStep | null): string {
  if (step === null)
    return '- run: pip install alembic # no file here says what to install: complete this line';
  const where = step.directory === ROOT ? '' : `\n        working-directory: ${step.directory}`;
  return `- run: ${step.install}${where}`;
}

/** docs/workflows/bot.yml on the project's trunks. */
export const botWorkflow = (template: string, { trunks }: Fitting): string =>
  replaceOnce(template, 'branches: [main]', `branches: [${trunks.map(quoted).join(', ')}]`);

/** Only what was found out; everything else has a default. */
export function configFile({ engine, step, trunks, messagePattern, models, environments }: Fitting): string {
  const python = step?.python ?? null;
  const declared = environments.flatMap(({ scriptLocation, app }) => {
    const words = [
      ...(app === null ? [] : [`    app: ${quoted(app)}\n`]),
      ...(python === null ? [] : [`    python: ${quoted(python)}\n`]),
    ];
    return words.length === 0 ? [] : [`  - script-location: ${quoted(scriptLocation)}\n${words.join('')}`];
  });
  return [
    '# yaml-language-server: $schema=https://raw.githubusercontent.com/alembic-gate/alembic-gate/main/schema/config.schema.json\n',
    '# Everything has a default; what stands here was found in this repository by `alembic-gate init`.\n',
    ...(engine === null ? [] : [`engine: ${engine.engine}\n`]),
    ...(engine === null || engine.image === null ? [] : [`image: ${quoted(engine.image)}\n`]),
    ...(trunks.length < 2 ? [] : [`trunks: [${trunks.map(quoted).join(', ')}]\n`]),
    ...(messagePattern === null ? [] : [`message-pattern: ${quoted(messagePattern)}\n`]),
    ...(models.length === 0 ? [] : [`models:\n${models.map((glob) => `  - ${quoted(glob)}\n`).join('')}`]),
    ...(declared.length === 0 ? [] : [`environments:\n${declared.join('')}`]),
  ].join('');
}

/** As plain YAML where that reads the same, in quotes where it might not. */
const quoted = (text: string): string =>
  /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;

function replaceOnce(text: string, from: string, to: string): string {
  const at = text.indexOf(from);
  if (at < 0 || text.indexOf(from, at + 1) >= 0) throw new Error(`the template does not say ${from} once`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}
