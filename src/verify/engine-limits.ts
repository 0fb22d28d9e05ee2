/** What an engine does not have, so that the proof of it has nothing to say there; and what a proof on it says nothing of. */
import type { Engine, ProofName } from '../config/config.ts';

const SQLITE: Partial<Record<ProofName, string>> = {
  'lock-class':
    'SQLite has no classes of locks: whoever writes has the whole file, and everybody else waits for its end',
  'two-deployers':
    'SQLite lets one session write at a time, on one machine, so that two deployers are not caught side by side',
};

/** Why there is nothing to prove; null where there is. */
export const lacking = (engine: Engine, proof: ProofName): string | null =>
  engine === 'sqlite' ? (SQLITE[proof] ?? null) : null;

/** One sentence for whoever reads a proof; null where it is of a server. `engine` as the server names itself. */
export function limitsOf({ engine }: { readonly engine: string }): string | null {
  if (engine !== 'SQLite') return null;
  return 'SQLite was chosen: it has one writer, no online change and no length of a text, and a batch copies the whole table, so what passes here says nothing of MySQL, MariaDB or PostgreSQL.';
}
