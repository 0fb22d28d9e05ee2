/** Statements that ran on the server complete what the source alone does not tell, and take nothing of it away. */
import type { Engine } from '../config/config.ts';
import type { Direction } from '../revision/operation.ts';
import type { Change } from './change.ts';
import { readSql } from './sql/read.ts';

/** A statement that ran on the server, with the line of the revision that issued it. */
export interface SeenStatement {
  readonly revision: string;
  readonly direction: Direction;
  readonly sql: string;
  readonly line: number;
}

/** SQLite's `ALTER TABLE` is a copy under another name, which says nothing about what the author meant. */
export function seenChanges(
  revision: string,
  seen: readonly SeenStatement[],
  engine: Engine | null,
): readonly Change[] {
  if (engine === 'sqlite') return [];
  return seen
    .filter((statement) => statement.revision === revision)
    .flatMap(({ sql, direction, line }) =>
      readSql(sql, engine).map((effect) => ({
        ...effect,
        direction,
        database: null,
        line,
        endLine: line,
        under: [],
        autocommit: false,
        operation: null,
        span: null,
      })),
    );
}

/**
 * The changes in the order in which they ran. Where all of a line can be read, its author knew more than the statement
 * shows, so the source's word stands. Of a direction that did not run, all that is written.
 */
export function completed(written: readonly Change[], seen: readonly Change[]): readonly Change[] {
  const said = new Set<Change>();
  const ran = seen.flatMap((change): readonly Change[] => {
    const there = written.filter(
      ({ direction, line, endLine }) =>
        direction === change.direction && line <= change.line && change.line <= endLine,
    );
    if (there.length === 0) return [change];
    if (there.every(isReadable)) {
      const fresh = there.filter((one) => !said.has(one));
      for (const one of fresh) said.add(one);
      return fresh;
    }
    for (const one of there) said.add(one);
    return [change];
  });
  const directions = new Set(seen.map(({ direction }) => direction));
  return [...ran, ...written.filter((one) => !directions.has(one.direction))];
}

const isReadable = (change: Change): boolean =>
  change.kind !== 'unread' &&
  !('table' in change && change.table === null) &&
  !('column' in change && change.column === null);
