/** SQLAlchemy's name of a dialect -> the engine to prove on, where it follows from that. */
import type { Engine } from '../config/config.ts';
import { UsageError } from '../tree/usage-error.ts';

/** What passes on SQLite says so little that nobody gets it without having asked for it. */
const UNCHOSEN =
  'The project speaks SQLite here, which nothing is proved on unless somebody chooses it: write `engine: sqlite` if production runs on SQLite, else name production’s engine (`engine: mysql`), or judge the graph alone with `database: none`';

/** Throws UsageError where the dialect decides nothing. */
export function engineOf(dialect: string): Engine {
  const [name = ''] = dialect.split('+');
  if (name === 'sqlite') throw new UsageError(UNCHOSEN);
  if (name === 'mysql' || name === 'mariadb' || name === 'postgresql') return name;
  throw new UsageError(
    `the project speaks SQLAlchemy's dialect ${dialect}, for which there is no proof: name one of mysql, mariadb, postgresql with --engine, or judge the graph alone with --database none`,
  );
}
