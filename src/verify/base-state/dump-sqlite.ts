/** What sqlite3's `.dump` writes: statements, of which a trigger holds several. */
import { cutStatements, type WrittenStatement } from '../../lint/sql/tokens.ts';
import type { DumpPart, DumpReader } from './dump.ts';

const TRIGGER = /^CREATE\s+(TEMP(ORARY)?\s+)?TRIGGER\b/i;

function split(text: string): readonly DumpPart[] | string {
  const written = cutStatements(text, 'sqlite');
  if (written === null) return 'a quote, comment or bracket in it does not end';
  const parts: DumpPart[] = [];
  let open: readonly WrittenStatement[] = [];
  for (const one of written) {
    if (one.sql.startsWith('.'))
      return `line ${one.line} is a command of the program sqlite3, which does not run here`;
    open = [...open, one];
    const [first = one] = open;
    if (TRIGGER.test(first.sql) && !/^END$/i.test(one.sql)) continue;
    parts.push({ kind: 'statement', sql: open.map(({ sql }) => sql).join(';\n'), line: first.line });
    open = [];
  }
  const [left] = open;
  return left === undefined ? parts : `the trigger of line ${left.line} does not end`;
}

export const sqliteDump: DumpReader = {
  split,
  forScratch: (sql) => sql,
  databaseOf: () => null,
};
