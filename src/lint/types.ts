/** Column types: one name for each, however SQL or SQLAlchemy spells it, and which of two holds less. */
import type { Value } from '../revision/operation.ts';
import type { ColumnType } from './change.ts';
import { boolOf, numberOf, stringOf } from './arguments.ts';
import { charsetOf, holdsFewer, missingCharacters } from './charsets.ts';

/** Spellings that mean the same. */
const SAME: Readonly<Record<string, string>> = {
  string: 'varchar',
  unicode: 'varchar',
  'character varying': 'varchar',
  nvarchar: 'varchar',
  character: 'char',
  'char varying': 'varchar',
  unicodetext: 'text',
  integer: 'int',
  int4: 'int',
  biginteger: 'bigint',
  int8: 'bigint',
  smallinteger: 'smallint',
  int2: 'smallint',
  numeric: 'decimal',
  dec: 'decimal',
  'double precision': 'double',
  double_precision: 'double',
  float8: 'double',
  float4: 'real',
  bool: 'boolean',
  largebinary: 'blob',
  'timestamp with time zone': 'timestamp',
  'timestamp without time zone': 'timestamp',
};

const KNOWN = new Set(
  (
    'varchar char text tinytext mediumtext longtext tinyint smallint mediumint int bigint decimal float double real ' +
    'boolean date datetime timestamp time year enum set json jsonb uuid blob tinyblob mediumblob longblob binary varbinary ' +
    'bytea bit serial bigserial smallserial interval'
  ).split(' '),
);

/** @param words the type's words as SQL has them, in upper case: `['INT', 'UNSIGNED']`. */
export function sqlType(
  words: readonly string[],
  numbers: readonly number[],
  members: readonly string[] | null,
): ColumnType | null {
  const unsigned = words.includes('UNSIGNED');
  const name = words
    .filter((word) => word !== 'UNSIGNED' && word !== 'SIGNED' && word !== 'ZEROFILL')
    .join(' ')
    .toLowerCase();
  return typeNamed(name, numbers, members, unsigned, null);
}

function typeNamed(
  spelling: string,
  numbers: readonly number[],
  members: readonly string[] | null,
  unsigned: boolean,
  charset: string | null,
): ColumnType | null {
  const name = SAME[spelling] ?? spelling;
  if (!KNOWN.has(name)) return null;
  return { name, numbers, members: name === 'enum' || name === 'set' ? members : null, unsigned, charset };
}

/** `sa.String(50)`, `sa.Integer`, `mysql.ENUM('a', 'b')`; null for what is computed or of a library of its own. */
export function typeOf(value: Value | undefined): ColumnType | null {
  if (value?.kind === 'name') return typeNamed(lastPart(value.name), [], null, false, null);
  if (value?.kind !== 'call' || value.on !== null) return null;
  const name = lastPart(value.callee);
  const { keywords } = value;
  const args = value.args.flatMap((arg) => (arg.kind === 'list' ? arg.items : [arg]));
  const keyed = [keywords['length'], keywords['precision'], keywords['scale'], keywords['display_width']];
  const numbers = [...args, ...keyed].flatMap((arg) => numberOf(arg) ?? []);
  const members = args.map(stringOf);
  const isList = name === 'enum' || name === 'set';
  const known = isList && members.length > 0 && members.every((member) => member !== null);
  const charset = stringOf(keywords['charset']) ?? charsetOf(stringOf(keywords['collation']));
  const unsigned = boolOf(keywords['unsigned']) === true;
  return typeNamed(name, numbers, known ? members : null, unsigned, charset?.toLowerCase() ?? null);
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

const LADDERS: readonly (readonly string[])[] = [
  ['tinyint', 'smallint', 'mediumint', 'int', 'bigint'],
  ['tinytext', 'text', 'mediumtext', 'longtext'],
  ['tinyblob', 'blob', 'mediumblob', 'longblob'],
  ['float', 'double'],
  ['real', 'double'],
  ['date', 'datetime'],
];

/** How a loss begins that no server refuses. */
export const CUT_DIGITS = 'digits after the point are cut';

/** Why `to` holds less than `from`, as words; null where it does not, or where nobody can say. */
export function narrowing(from: ColumnType, to: ColumnType): string | null {
  const ladder = LADDERS.find((names) => names.includes(from.name) && names.includes(to.name));
  if (ladder && ladder.indexOf(to.name) < ladder.indexOf(from.name))
    return `${typeText(to)} holds less than ${typeText(from)}`;
  if (ladder && ladder[0] === 'tinyint' && from.unsigned !== to.unsigned) {
    if (to.unsigned) return 'negative numbers no longer fit';
    if (from.name === to.name) return 'the upper half of the unsigned range no longer fits';
  }
  if (from.name.endsWith('text') && (to.name === 'varchar' || to.name === 'char') && to.numbers.length > 0)
    return `${typeText(to)} holds less than ${typeText(from)}`;
  if (from.name === to.name && from.name === 'decimal') return fewerDigits(from, to);
  return (from.name === to.name ? shorter(from, to) : null) ?? fewerCharacters(from, to);
}

/** Text of any sort. */
function fewerCharacters({ charset: from }: ColumnType, { charset: to }: ColumnType): string | null {
  return from !== null && to !== null && holdsFewer(from, to) ? missingCharacters(from, to) : null;
}

function shorter(from: ColumnType, to: ColumnType): string | null {
  const sized = ['varchar', 'char', 'varbinary', 'binary'].includes(from.name);
  const [before] = from.numbers;
  const [after] = to.numbers;
  return sized && before !== undefined && after !== undefined && after < before
    ? `values longer than ${after} no longer fit`
    : null;
}

function fewerDigits(from: ColumnType, to: ColumnType): string | null {
  const [precision, scale = 0] = from.numbers;
  const [newPrecision, newScale = 0] = to.numbers;
  if (precision === undefined || newPrecision === undefined) return null;
  if (newPrecision - newScale < precision - scale)
    return `numbers with more than ${newPrecision - newScale} digits before the point no longer fit`;
  return newScale < scale ? `${CUT_DIGITS} from ${scale} to ${newScale}` : null;
}

/** `VARCHAR(50)`. */
export function typeText({ name, numbers, unsigned }: ColumnType): string {
  const inside = numbers.length > 0 ? `(${numbers.join(', ')})` : '';
  return `${name.toUpperCase()}${inside}${unsigned ? ' UNSIGNED' : ''}`;
}
