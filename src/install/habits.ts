/** What a project's history and files show of its habits: tickets in messages, and where its models are. */
import { baseName, parentOf } from '../tree/paths.ts';

/** Fewer messages than this, or less than this share of them, is no habit. */
const ENOUGH = 5;
const SHARE = 0.8;
const MOST_PREFIXES = 3;
/** Of the newest, because habits change. */
const NEWEST = 50;

/** A pattern for the ticket that nearly every message names; `messages` are newest last. null where there is no habit. */
export function findMessagePattern(messages: readonly string[]): string | null {
  const newest = messages.slice(-NEWEST).filter((message) => !/^merge\b/i.test(message));
  if (newest.length < ENOUGH) return null;
  const counts = new Map<string, number>();
  for (const message of newest) {
    const [, prefix] = /(?:^|[^A-Za-z0-9])([A-Z][A-Z0-9]+)-\d+/.exec(message) ?? [];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const prefixes = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_PREFIXES);
  const covered = prefixes.reduce((sum, [, count]) => sum + count, 0);
  const names = prefixes.map(([prefix]) => prefix).toSorted();
  if (covered < newest.length * SHARE) return null;
  return names.length === 1 ? `${names[0] ?? ''}-\\d+` : `(${names.join('|')})-\\d+`;
}

/** Declarative classes, Flask-SQLAlchemy's, SQLModel's. */
const MAPPED =
  /^\s*__tablename__\s*=|^class \w+\(.*\b(?:db\.Model|DeclarativeBase)\b|^class \w+\(.*\btable\s*=\s*True\b/m;
const MOST_GLOBS = 10;

/** Whether a Python file maps tables. */
export const mapsTables = (text: string): boolean => MAPPED.test(text);

/** Globs of the files that map tables; none where they are too scattered to name. */
export function modelGlobs(paths: readonly string[]): readonly string[] {
  const globs = new Set(paths.map(globOf));
  const files = [...globs].filter((glob) => baseName(glob) === 'models.py');
  const few =
    files.length > MOST_PREFIXES ? new Set([...globs].filter((glob) => !files.includes(glob))) : globs;
  if (files.length > MOST_PREFIXES) few.add('**/models.py');
  return few.size > MOST_GLOBS ? [] : [...few].toSorted();
}

function globOf(path: string): string {
  const parts = parentOf(path).split('/');
  const at = parts.lastIndexOf('models');
  return at < 0 ? path : `${parts.slice(0, at + 1).join('/')}/**/*.py`;
}
