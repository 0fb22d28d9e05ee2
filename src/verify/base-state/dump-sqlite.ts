/** What sqlite3's `.dump` writes: plain statements. */
import { cutStatements } from '../../lint/sql/statements.ts';
import type { DumpPart, DumpReader } from './dump.ts';

function split(text: string): readonly DumpPart[] | string {
  const written = cutStatements(text, 'sqlite');
  if (written === null) return 'a quote, comment, bracket or trigger in it does not end';
  const command = written.find(({ sql }) => sql.startsWith('.'));
  return command === undefined
    ? written.map((one) => ({ kind: 'statement', ...one }))
    : `line ${command.line} is a command of the program sqlite3, which does not run here`;
}

export const sqliteDump: DumpReader = {
  split,
  forScratch: (sql) => sql,
  databaseOf: () => null,
};
