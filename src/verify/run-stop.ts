/** What is said of a step that stopped, without any value of a row. */
import type { Migrated, RanStep } from '../io/python.ts';
import { withoutAddresses } from './brief.ts';

/**
 * A server's message is free of values by the time it is here. What Python raises is the project's own text and may hold
 * whatever it read, so that where rows are only its kind is told.
 */
export function stopInWords(
  migrated: Exclude<Migrated, { kind: 'done' }>,
  step: RanStep | undefined,
  holdsRows: boolean,
): string {
  const { failure } = migrated;
  if (migrated.kind === 'timeout') {
    const hanging = step?.statements.findLast(({ finished }) => !finished);
    const where = hanging ? `, in \`${oneLine(hanging.sql)}\`` : ', in its Python code';
    return `${failure.message}${where}`;
  }
  if (failure.kind === 'command' && holdsRows) return `the command failed; ${UNSAID}`;
  if (failure.kind !== 'migration') return failure.message;
  if (failure.class === 'AttributeError' && /has no attribute '(up|down)grade'/.test(failure.message)) {
    return `the file has no \`${step?.direction ?? 'downgrade'}()\``;
  }
  if (failure.errno !== null) return `${failure.class} (${failure.errno}): ${oneLine(failure.message)}`;
  return holdsRows
    ? `${failure.class}, which the project's own code raises; ${UNSAID}`
    : `${failure.class}: ${oneLine(failure.message)}`;
}

const UNSAID = 'its words may hold values of rows and are left out';
const LINE_LIMIT = 300;

function oneLine(text: string): string {
  const line = withoutAddresses(text).replaceAll(/\s+/g, ' ').trim();
  return line.length > LINE_LIMIT ? `${line.slice(0, LINE_LIMIT)}…` : line;
}
