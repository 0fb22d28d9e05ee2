/** Which engine and version a project runs on, as its own files tell it. */
import type { Engine } from '../config/config.ts';

export type ServerEngine = Exclude<Engine, 'sqlite'>;

export interface FoundEngine {
  readonly engine: ServerEngine;
  /** Of its container; null where no file names one. */
  readonly image: string | null;
  /** What told so, for the person who reads what was inferred. */
  readonly because: string;
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const IMAGE =
  /image:\s*["']?((?:[\w.-]+(?::\d+)?\/)*(mysql|percona|mariadb|postgres|postgis)(?::[\w.-]+)?)["']?\s*$/m;
const OF_IMAGE: Readonly<Record<string, ServerEngine>> = {
  mysql: 'mysql',
  percona: 'mysql',
  mariadb: 'mariadb',
  postgres: 'postgresql',
  postgis: 'postgresql',
};
const URL_OF_INI = /^\s*sqlalchemy\.url\s*=\s*(mysql|mariadb|postgresql|postgres)\b/m;
/** Packages of drivers, as dependency files name them. */
const DRIVERS: Readonly<Record<ServerEngine, RegExp>> = {
  mysql: /\b(pymysql|mysqlclient|mysql-connector-python|aiomysql|asyncmy)\b/i,
  mariadb: /^\s*["']?mariadb\b(?!:)/im,
  postgresql: /\b(psycopg2?(-binary)?|asyncpg|pg8000)\b/i,
};
const DIALECT = /^\s*from sqlalchemy\.dialects(?:\.| import )(mysql|postgresql)\b/m;

/** `inis`, `deployment` (compose files, workflows), `dependencies` and `migrations`, from the surest to the vaguest. */
export function findEngine(files: {
  readonly inis: readonly TextFile[];
  readonly deployment: readonly TextFile[];
  readonly dependencies: readonly TextFile[];
  readonly migrations: readonly TextFile[];
}): FoundEngine | null {
  const images = files.deployment.flatMap(({ path, text }) => {
    const [, image = '', name = ''] = IMAGE.exec(text) ?? [];
    const engine = OF_IMAGE[name];
    return engine === undefined ? [] : [{ engine, image, because: `the image ${image} in ${path}` }];
  });
  const imageFor = (engine: ServerEngine): string | null =>
    images.find((one) => one.engine === engine)?.image ?? null;
  const told = (engine: ServerEngine, because: string): FoundEngine => ({
    engine,
    image: imageFor(engine),
    because,
  });
  for (const { path, text } of files.inis) {
    const [, scheme] = URL_OF_INI.exec(text) ?? [];
    if (scheme !== undefined)
      return told(
        scheme.startsWith('postgres') ? 'postgresql' : (scheme as ServerEngine),
        `sqlalchemy.url in ${path}`,
      );
  }
  const [image] = images;
  if (image !== undefined && images.every(({ engine }) => engine === image.engine)) return image;
  const drivers = (['mysql', 'mariadb', 'postgresql'] as const).flatMap((engine) => {
    const found = files.dependencies.find(({ text }) => DRIVERS[engine].test(text));
    return found === undefined ? [] : [{ engine, found }];
  });
  const [driver] = drivers;
  if (driver !== undefined && drivers.length === 1)
    return told(
      driver.engine,
      `the driver ${driverName(driver.engine, driver.found.text)} in ${driver.found.path}`,
    );
  const dialects = files.migrations.flatMap(({ path, text }) => {
    const [, dialect] = DIALECT.exec(text) ?? [];
    return dialect === 'mysql' || dialect === 'postgresql' ? [{ dialect, path } as const] : [];
  });
  const [dialect] = dialects;
  if (dialect !== undefined && dialects.every((one) => one.dialect === dialect.dialect))
    return told(dialect.dialect, `the dialect that ${dialect.path} imports`);
  return null;
}

const driverName = (engine: ServerEngine, text: string): string =>
  (DRIVERS[engine].exec(text)?.[0] ?? '').replace(/["'\s]/g, '');
