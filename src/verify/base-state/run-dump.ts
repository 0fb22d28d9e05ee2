/** Loads a dump into a scratch database, as the user of the migrations, so that it reaches nothing else. */
import type { DatabaseServer, Scratch } from '../../io/server.ts';
import { readDump, type DumpPart } from './dump.ts';
import { mysqlDump } from './dump-mysql.ts';
import { postgresqlDump } from './dump-postgresql.ts';
import { sqliteDump } from './dump-sqlite.ts';
import { familyOf } from '../family.ts';
import { withoutValues } from '../rows/words.ts';
import { NotEvaluated, type Limits } from '../run-steps.ts';

const READERS = { mysql: mysqlDump, postgresql: postgresqlDump, sqlite: sqliteDump };

/** Throws NotEvaluated where it cannot be read or the server refuses a statement, which is named by its line. */
export async function loadDump(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  {
    server,
    scratch,
    limits,
  }: { readonly server: DatabaseServer; readonly scratch: Scratch; readonly limits: Limits },
): Promise<void> {
  const dump = readDump(bytes, READERS[familyOf(server.engine)]);
  if (dump.kind === 'refused')
    throw new NotEvaluated(`The dump \`${path}\` cannot be loaded: ${dump.reason}.`);
  await using session = await scratch.openSession();
  for (const part of dump.parts) {
    if (limits.remainingMs() <= 0)
      throw new NotEvaluated(
        `Time was up (\`timeouts: {total: …}\`) before the dump \`${path}\` was loaded.`,
      );
    try {
      await (part.kind === 'copy' ? session.copy(part.sql, part.rows) : session.query(part.sql));
    } catch (error) {
      if (isPassedOver(part, error)) continue;
      throw new NotEvaluated(
        `The dump \`${path}\` cannot be loaded: line ${part.line}: ${told(error, part)}.`,
      );
    }
  }
}

/** What another version of the dump program says to set, and the schema that every database has. */
function isPassedOver({ sql }: DumpPart, error: unknown): boolean {
  const code = codeOf(error);
  return (code === '42704' && /^set\b/i.test(sql)) || (code === '42P06' && /^create\s+schema\b/i.test(sql));
}

/** PostgreSQL's SQLSTATE; of the others a name, which nobody looks for here. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

function told(error: unknown, { sql }: DumpPart): string {
  const message = withoutValues(error instanceof Error ? error.message : String(error));
  const extension = /^create\s+extension\b.*?"?([\w-]+)"?(?:\s+with\b.*)?$/is.exec(sql)?.[1];
  return extension === undefined
    ? message
    : `${message}; list it in \`server: {extensions: [${extension}]}\`, with an image that carries it`;
}
