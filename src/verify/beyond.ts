/** What a configuration may ask of a proof and this version does not do: said, because a proof without it is another proof. */
import type { DeclaredEnvironment } from '../config/environment.ts';

/** One sentence; null where everything that is asked can be done. */
export function beyondThisVersion(declared: DeclaredEnvironment | null): string | null {
  if (declared?.command === undefined || declared.xArgs === undefined) return null;
  return 'the configuration asks for x-args beside command (which can say them itself), which this version does not do, so a proof would be of something else: take it out, or judge the graph alone with database: none';
}
