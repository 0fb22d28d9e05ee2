/** What a declaration says twice over and only one of can be true: said, because a proof that drops one is another proof. */
import type { DeclaredEnvironment } from '../config/environment.ts';

/** One sentence; null where it agrees with itself. */
export function contradictionOf(declared: DeclaredEnvironment | null): string | null {
  if (declared?.command === undefined || declared.xArgs === undefined) return null;
  return 'the configuration has x-args beside command, and a command says its own arguments: write them into it and take x-args out';
}
