/**
 * The file that `table-sizes:` names: how large the tables of production are, YAML or JSON, `user: {rows: 12000000}`.
 * docs/rules/no-large-table-change.md has the queries that write it.
 */
import { parseDocument } from 'yaml';
import { UsageError } from '../tree/usage-error.ts';
import type { TableSize, TableSizes } from './table-size.ts';

const KEYS = ['rows', 'bytes'] as const;

/** Throws UsageError with the first fault, where it is, and what to write instead. */
export function readTableSizes(text: string, path: string): TableSizes {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [fault] = document.errors;
  if (fault) {
    const at = fault.linePos?.[0];
    throw new UsageError(
      `${path}:${String(at?.line ?? 1)}: ${fault.message.split('\n')[0] ?? 'this is no YAML'}`,
    );
  }
  let tables: unknown;
  try {
    tables = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new UsageError(`${path}: table-sizes takes no aliases; write each table out`);
  }
  if (!isTable(tables))
    throw new UsageError(
      `${path}: must be tables with their sizes, such as user: {rows: 12000000, bytes: 5368709120}`,
    );
  return new Map(
    Object.entries(tables).map(([name, size]) => [name.toLowerCase(), sizeOf(size, name, path)]),
  );
}

function sizeOf(size: unknown, name: string, path: string): TableSize {
  if (!isTable(size))
    throw new UsageError(`${path}: ${name} must be a table of rows and bytes, not ${shown(size)}`);
  const unknown = Object.keys(size).find((key) => !KEYS.some((known) => known === key));
  if (unknown !== undefined)
    throw new UsageError(`${path}: ${name}.${unknown} is unknown: known are rows, bytes`);
  const [rows, bytes] = KEYS.map((key): number | null => {
    const value = size[key] ?? null;
    if (value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0)) return value;
    throw new UsageError(`${path}: ${name}.${key} must be a whole number, 0 or more, not ${shown(value)}`);
  });
  return { rows: rows ?? null, bytes: bytes ?? null };
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string =>
  value === null ? 'empty' : Array.isArray(value) ? 'a list' : JSON.stringify(value);
