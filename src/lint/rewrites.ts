/** Which changes of a column make the server write its table anew, as far as a source can tell; silent where it cannot. */
import type { Engine } from '../config/config.ts';
import type { Column, ColumnType } from './change.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Types that MySQL and MariaDB store each in its own way. */
const MYSQLS = words(
  'tinyint smallint mediumint int bigint decimal float double varchar char tinytext text mediumtext longtext ' +
    'date datetime timestamp time tinyblob blob mediumblob longblob',
);
const FRACTIONS = words('decimal datetime timestamp time');
/** Types between which PostgreSQL must convert every value. */
const POSTGRESQLS = words(
  'smallint int bigint decimal real double boolean date timestamp json jsonb uuid text varchar',
);
const SAME_ON_MYSQL: Readonly<Record<string, string>> = { boolean: 'tinyint', real: 'double' };
const SAME_ON_POSTGRESQL: Readonly<Record<string, string>> = {
  float: 'double',
  datetime: 'timestamp',
  serial: 'int',
  bigserial: 'bigint',
  smallserial: 'smallint',
  // Both hold text of any length alike; a limit on it is another rule's.
  varchar: 'text',
};

/** Whether changing the one type into the other copies or rewrites the table. */
export function rewritesTable(from: ColumnType, to: ColumnType, engine: Engine): boolean {
  if (engine === 'mysql' || engine === 'mariadb') return copiesOnMysql(from, to);
  return engine === 'postgresql' && rewritesOnPostgresql(from, to);
}

function copiesOnMysql(from: ColumnType, to: ColumnType): boolean {
  const [a, b] = [from, to].map(({ name }) => SAME_ON_MYSQL[name] ?? name);
  if (a === undefined || b === undefined || !MYSQLS.has(a) || !MYSQLS.has(b)) return false;
  if (a !== b || from.unsigned !== to.unsigned) return true;
  return FRACTIONS.has(a) && from.numbers.length > 0 && from.numbers.join() !== to.numbers.join();
}

function rewritesOnPostgresql(from: ColumnType, to: ColumnType): boolean {
  const [a, b] = [from, to].map(({ name }) => SAME_ON_POSTGRESQL[name] ?? name);
  if (a === undefined || b === undefined || !POSTGRESQLS.has(a) || !POSTGRESQLS.has(b)) return false;
  const scale = ({ numbers }: ColumnType): number => numbers[1] ?? 0;
  return (
    a !== b ||
    (a === 'decimal' && from.numbers.length > 0 && to.numbers.length > 0 && scale(from) !== scale(to))
  );
}

/** Functions of which PostgreSQL asks a value for each row. */
const VOLATILE =
  /\b(?:gen_random_uuid|uuid_generate_v[14]\w*|random|clock_timestamp|timeofday|nextval|uuidv[47])\b/i;

/** Why adding a column makes PostgreSQL write every row, as words; null where it does not, or where nobody can say. */
export function filledByPostgresql({ type, generated, defaultText, identity }: Column): string | null {
  if (generated === 'stored') return 'is computed and stored for every row';
  if (identity || type?.name.endsWith('serial') === true) return 'numbers every row';
  return defaultText !== null && VOLATILE.test(defaultText) ? `asks ${defaultText} for every row` : null;
}
