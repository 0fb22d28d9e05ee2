/** Globs over git paths, as `models:`, `paths:` and `path:` of the configuration mean them. */
import picomatch from 'picomatch';

/**
 * A test for "does one of these globs name this path?". `*` stays within a directory, `**` crosses them, names that
 * start with a dot count, a leading `!` takes away from what the other globs give.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const matcherOf = (pattern: string): ((path: string) => boolean) => picomatch(pattern, { dot: true });
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(matcherOf);
  const unwanted = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => matcherOf(pattern.slice(1)));
  return (path) => wanted.some((matches) => matches(path)) && !unwanted.some((matches) => matches(path));
}
