/** Whether the gate and Alembic say the same of one environment in one state. */
import type { History } from '../../src/flows/history.ts';
import { classesFor } from '../../test/oracle/error-classes.ts';
import type { AlembicAnswer } from './alembic.ts';

export type Comparison =
  /** The same heads in the same order. */
  | { readonly kind: 'same'; readonly heads: readonly string[] }
  /** Alembic cannot load the tree, and the gate says so too, for a reason for which Alembic raises just that. */
  | { readonly kind: 'both-fail'; readonly error: string }
  /** The gate refuses files, each of which computes what Alembic reads. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'different'; readonly gate: string; readonly alembic: string };

/** Labels do not decide heads, so a computed one is no reason to refuse. */
const DECISIVE = new Set(['revision', 'down_revision', 'depends_on']);

export function compare(history: History, answer: AlembicAnswer): Comparison {
  const { graph, unread } = history;
  const refused = unread.filter(({ kind }) => kind === 'refused');
  const computed = new Set(answer.computed.flatMap(([path, name]) => (DECISIVE.has(name) ? [path] : [])));
  if (refused.length > 0 && refused.every(({ path }) => computed.has(path))) return { kind: 'refused' };
  const reads = unread.length === 0 && graph.loads;
  if ('error' in answer && !reads && refused.length === 0 && classes(history).includes(answer.error))
    return { kind: 'both-fail', error: answer.error };
  const same = 'heads' in answer && reads && computed.size === 0 && equal(answer.heads, graph.heads);
  if (same) return { kind: 'same', heads: graph.heads };
  return {
    kind: 'different',
    gate: reads
      ? graph.heads.join(' ')
      : [...unread, ...graph.problems].map(({ message }) => message).join('; '),
    alembic:
      'error' in answer
        ? `${answer.error}: ${answer.message}`
        : [answer.heads.join(' '), ...[...computed].map((path) => `(computed: ${path})`)].join(' '),
  };
}

/** What Python says of a file that it cannot compile. */
const UNCOMPILED = ['SyntaxError', 'IndentationError', 'TabError', 'UnicodeDecodeError', 'ValueError'];

/** What Alembic may raise for what we say: it reads all files before it links them. */
function classes({ graph, unread }: History): readonly string[] {
  return unread.some(({ kind }) => kind === 'broken') ? UNCOMPILED : classesFor(graph);
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
