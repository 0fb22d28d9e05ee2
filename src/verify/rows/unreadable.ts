/** Failures over generated text that real text need not share: it is read as a number, a date, an enum, JSON. */
import type { Engine } from '../../config/config.ts';
import { readSql } from '../../lint/sql/read.ts';
import { mentions } from '../anchor.ts';
import type { DriverFailure } from '../failure.ts';
import type { CapturedStatement } from '../proof.ts';
import type { RowColumn, RowTable } from './model.ts';

export interface StoppedStep {
  readonly engine: Engine;
  readonly failure: DriverFailure;
  readonly statements: readonly CapturedStatement[];
  /** Those whose rows were generated. */
  readonly generated: readonly RowTable[];
}

/**
 * The columns whose generated text stopped the step, as they are shown; empty where real rows would stop it as well: NULLs,
 * doubles, what is too long or too great. No schema says what a text column really holds.
 */
export function unreadableText({ engine, failure, statements, generated }: StoppedStep): readonly string[] {
  const own = statements.filter(({ line }) => line !== null);
  const last = own.at(-1)?.sql ?? '';
  if (failure.errno === null)
    return PARSERS.has(failure.class) ? textsIn(own.map(({ sql }) => sql).join('\n'), generated, isText) : [];
  if (isCheckOfValues(failure, last)) return textsIn(last, generated, isText);
  if (JSON_SHAPE.test(failure.errno)) return textsIn(last, generated, isJson);
  return isReading(failure, last, engine, generated) ? textsIn(last, generated, isText) : [];
}

/** What Python's own readers of text raise. */
const PARSERS = new Set('ValueError JSONDecodeError InvalidOperation ParserError ValidationError'.split(' '));

/** PostgreSQL's codes for JSON of another shape than was expected. */
const JSON_SHAPE = /^(22023|2203[0-9A-G])$/;

const isText = ({ type, values }: RowColumn): boolean =>
  values === null && /char|text|json|^(citext|xml|hstore|bytea|name)\b|blob|binary/.test(type);
const isJson = ({ type }: RowColumn): boolean => /^jsonb?\b/.test(type);

/** A server's words for a text that it cannot read as what is asked for. */
function isReading(
  { errno, message }: DriverFailure,
  sql: string,
  engine: Engine,
  generated: readonly RowTable[],
): boolean {
  switch (errno) {
    // PostgreSQL: any input; dates; what a cast takes.
    case '22P02':
    case '22007':
    case '22018':
      return true;
    case '22008':
      return /field value out of range/.test(message); // without `field` it was a date already
    // MySQL and MariaDB: numbers, dates, functions that read text; JSON. A charset that lacks a character is another matter.
    case '1292':
    case '1366':
    case '1411':
      return !/string value/i.test(message);
    case '3140':
    case '3141':
    case '3143':
      return true;
    case '4025':
      return /json_valid/i.test(sql) || /\bJSON\b/i.test(sql);
    case '1265':
      return isTruncatedReading(sql, engine, generated);
    default:
      return false;
  }
}

/** MySQL and MariaDB say the same of a NULL under NOT NULL and of a text that is too long: then the type stays what it is. */
function isTruncatedReading(sql: string, engine: Engine, generated: readonly RowTable[]): boolean {
  const altered = readSql(sql, engine).filter((effect) => effect.kind === 'alter-column');
  if (altered.length === 0) return /^\s*(UPDATE|INSERT|REPLACE)\b/i.test(sql);
  const wasText = (name: string | null) =>
    generated.some(({ columns }) => columns.some((one) => one.name === name && isText(one)));
  return altered.some(
    ({ column, to }) =>
      to.type !== undefined &&
      to.type !== null &&
      !/char|text|blob|binary/.test(to.type.name) &&
      wasText(column),
  );
}

/** An enum that is written as a check. */
function isCheckOfValues({ errno }: DriverFailure, sql: string): boolean {
  return (
    ['23514', '3819', '4025'].includes(errno ?? '') &&
    /\bCHECK\s*\(+\s*["`]?\w+["`]?\s*(?:\)?::\w+)*\s*(?:IN\s*\(|=\s*ANY\s*\()\s*(?:ARRAY\[)?\(?'/i.test(sql)
  );
}

/** Columns of the tables that a statement names; their tables where it names none of the columns. */
function textsIn(
  sql: string,
  tables: readonly RowTable[],
  isOne: (column: RowColumn) => boolean,
): readonly string[] {
  const holding = tables.flatMap(({ name, columns }) => {
    const texts = columns.filter(isOne);
    const bare = name.split('.').at(-1) ?? name;
    return texts.length > 0 && mentions(sql, bare) ? [{ name, texts }] : [];
  });
  const named = holding.flatMap(({ name, texts }) =>
    texts.flatMap((column) => (mentions(sql, column.name) ? [`\`${name}\`.\`${column.name}\``] : [])),
  );
  return named.length > 0 ? named : holding.map(({ name }) => `\`${name}\``);
}
