/** Awkward values of a column's type, as SQL that the server itself makes long: the least, the greatest, and many that differ. */
import type { RowColumn } from './model.ts';
import { FOUR_BYTES, limitOf, LONG, texts } from './texts.ts';
import type { Schema } from '../schema/schema.ts';

export interface Values {
  readonly low: string;
  /** Another one for every number, as long or great as the type allows. */
  high(serial: number): string;
  /** Another one for every number, and nothing special. */
  plain(serial: number): string;
}

type Engine = Schema['engine'];

/** A type that is not known here is tried with what its neighbours take: the server says no if it must. */
export function valuesOf(column: RowColumn, engine: Engine): Values {
  const { values, type } = column;
  if (values !== null) return chosen(type.startsWith('set(') ? ['', ...values, values.join(',')] : values);
  const [, word = '', size = '', scale = ''] =
    /^([a-z ]+?)\s*(?:\((-?\d+)(?:,(-?\d+))?\).*)?( unsigned.*)?$/.exec(type) ?? [];
  if (engine === 'postgresql' && type.endsWith('[]')) return arrays(column, engine);
  const whole = wholeNumbers(type, engine);
  if (whole !== null) return whole;
  if (/^(decimal|numeric|money)/.test(type))
    return decimals(Number(size || '10'), Number(scale || '0'), type);
  if (/^(float|double|real)/.test(type))
    return ofNumbers(
      '0',
      (n) => `1e30 + ${n}e20`,
      (n) => `${n}.5`,
    );
  const when = moments(type, engine);
  if (when !== null) return when;
  const special = specials(type, Number(size || '1'), engine);
  if (special !== null) return special;
  return texts(column, limitOf(word, size), engine);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function chosen(values: readonly string[]): Values {
  const at = (n: number) => quoted(values[n % values.length] ?? '');
  return { low: at(0), high: (n) => at(values.length * 1000 - 1 - n), plain: at };
}

function ofNumbers(low: string, high: (n: number) => string, plain: (n: number) => string): Values {
  return { low, high, plain };
}

const BITS: Readonly<Record<string, bigint>> = {
  tinyint: 8n,
  smallint: 16n,
  mediumint: 24n,
  int: 32n,
  integer: 32n,
  bigint: 64n,
};

function wholeNumbers(type: string, engine: Engine): Values | null {
  if (type === 'tinyint(1)')
    return ofNumbers(
      '0',
      (n) => String((n + 1) % 2),
      (n) => String(n % 2),
    );
  if (type === 'boolean')
    return ofNumbers(
      'false',
      (n) => String(n % 2 === 0),
      (n) => String(n % 2 === 1),
    );
  const bits = BITS[/^[a-z]+/.exec(type)?.[0] ?? ''];
  if (bits === undefined) return null;
  const isUnsigned = engine !== 'postgresql' && type.includes('unsigned');
  const greatest = 2n ** (isUnsigned ? bits : bits - 1n) - 1n;
  return ofNumbers(
    isUnsigned ? '0' : String(-greatest - 1n),
    (n) => String(greatest - BigInt(n)),
    (n) => String(n + 1),
  );
}

function decimals(precision: number, scale: number, type: string): Values {
  if (type === 'numeric')
    return ofNumbers(
      '-1e30',
      (n) => `1e30 + ${n}`,
      (n) => String(n + 1),
    );
  const digits = type === 'money' ? 15 : precision;
  const shown = (units: bigint) => {
    const text = String(units < 0n ? -units : units).padStart(scale + 1, '0');
    const point = text.length - scale;
    return `${units < 0n ? '-' : ''}${text.slice(0, point)}${scale > 0 ? `.${text.slice(point)}` : ''}`;
  };
  const greatest = 10n ** BigInt(digits) - 1n;
  const low = type.includes('unsigned') ? 0n : -greatest;
  const wrapped = (text: string) => (type === 'money' ? `${text}::money` : text);
  return ofNumbers(
    wrapped(shown(low)),
    (n) => wrapped(shown(greatest - BigInt(n))),
    (n) => wrapped(shown(BigInt(n + 1))),
  );
}

/** Within what Python's `datetime` can hold, which is what migrations read them with. */
function moments(type: string, engine: Engine): Values | null {
  const two = (n: number) => String(n % 60).padStart(2, '0');
  const range = (low: string, high: (n: number) => string, plain: (n: number) => string) =>
    ofNumbers(
      quoted(low),
      (n) => quoted(high(n)),
      (n) => quoted(plain(n)),
    );
  const plain = (n: number) => `2020-02-29 12:00:${two(n)}`;
  const first = engine === 'postgresql' ? '0001-01-02' : '1000-01-01';
  if (type === 'date')
    return range(
      first,
      (n) => `9999-12-${two(30 - n)}`,
      (n) => `2020-02-${two(n + 1)}`,
    );
  if (type.startsWith('timestamp') && engine !== 'postgresql')
    return range('1970-01-02 00:00:01', (n) => `2038-01-18 03:14:${two(59 - n)}`, plain);
  if (/^(timestamp|datetime)/.test(type))
    return range(`${first} 00:00:00`, (n) => `9999-12-30 23:59:${two(59 - n)}`, plain);
  if (type.startsWith('time'))
    return range(
      '00:00:00',
      (n) => `23:59:${two(59 - n)}`,
      (n) => `12:00:${two(n)}`,
    );
  if (type.startsWith('year'))
    return range(
      '1901',
      (n) => String(2155 - n),
      (n) => String(2000 + n),
    );
  if (type.startsWith('interval'))
    return range(
      '0',
      (n) => `9999 days ${n} seconds`,
      (n) => `${n} hours`,
    );
  return null;
}

function specials(type: string, size: number, engine: Engine): Values | null {
  const written = (low: string, high: (n: number) => string, plain = high): Values =>
    ofNumbers(
      quoted(low),
      (n) => quoted(high(n)),
      (n) => quoted(plain(n)),
    );
  const hex = (n: number, digit: string) => n.toString(16).padStart(12, digit);
  if (/^jsonb?$/.test(type))
    return written(
      '{}',
      (n) => `{"n": ${n}, "text": "${FOUR_BYTES}", "list": [1, null, {"a": ""}]}`,
      (n) => `{"n": ${n}}`,
    );
  if (type === 'uuid')
    return written(
      '00000000-0000-0000-0000-000000000000',
      (n) => `ffffffff-ffff-4fff-bfff-${hex(n, 'f')}`,
      (n) => `01234567-89ab-4cde-8f01-${hex(n, '0')}`,
    );
  if (/^(inet|cidr)/.test(type))
    return written(
      '0.0.0.0',
      (n) => `255.255.255.${n}`,
      (n) => `10.0.0.${n}`,
    );
  if (type === 'macaddr') return written('00:00:00:00:00:00', (n) => `ff:ff:ff:ff:ff:0${n % 10}`);
  if (type.endsWith('range')) return written('empty', () => 'empty');
  if (/^(tsvector|hstore|tsquery)$/.test(type))
    return written('', (n) => (type === 'hstore' ? `k=>${n}` : `word${n}`));
  if (/^bit/.test(type)) {
    const bits = (digit: string) => (n: number) => `B'${n.toString(2).padStart(size, digit).slice(-size)}'`;
    return ofNumbers(bits('0')(0), bits('1'), bits('0'));
  }
  if (type === 'bytea')
    return ofNumbers(
      `''`,
      (n) => `decode('${two16(n)}' || repeat('ff', ${LONG}), 'hex')`,
      (n) => `decode('${two16(n)}', 'hex')`,
    );
  if (/^(point|geometry)$/.test(type))
    return engine === 'postgresql'
      ? written('(0,0)', (n) => `(${n},${n})`)
      : ofNumbers(
          'POINT(0, 0)',
          (n) => `POINT(${n}, 90)`,
          (n) => `POINT(${n}, 1)`,
        );
  return null;
}

const two16 = (n: number): string => (n % 256).toString(16).padStart(2, '0');

function arrays(column: RowColumn, engine: Engine): Values {
  const one = valuesOf({ ...column, type: column.type.replace(/(\[\])+$/, '') }, engine);
  const array = (text: string) => `ARRAY[${text}]::${column.type}`;
  return ofNumbers(
    quoted('{}'),
    (n) => array(`${one.high(n)}, NULL`),
    (n) => array(one.plain(n)),
  );
}
