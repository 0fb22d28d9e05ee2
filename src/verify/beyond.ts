/** What a configuration may ask of a proof and this version does not do: said, because a proof without it is another proof. */
import type { DeclaredEnvironment } from '../config/environment.ts';

const KEYS: readonly (readonly [keyof DeclaredEnvironment, string])[] = [
  ['setup', 'setup'],
  ['carry', 'carry'],
];

/** One sentence; null where everything that is asked can be done. */
export function beyondThisVersion(declared: DeclaredEnvironment | null): string | null {
  if (declared === null) return null;
  const asked = KEYS.filter(([key]) => declared[key] !== undefined).map(([, name]) => name);
  if (typeof declared.baseState === 'object' && 'dump' in declared.baseState)
    asked.push('base-state: {dump: …}');
  if (declared.command !== undefined && declared.xArgs !== undefined)
    asked.push('x-args beside command (which can say them itself)');
  if (asked.length === 0) return null;
  return `the configuration asks for ${asked.join(', ')}, which this version does not do, so a proof would be of something else: take it out, or judge the graph alone with database: none`;
}
