/** The words that settings are chosen from. They stand apart so that merging flags does not load the validator. */
import type { Engine, Profile, ProofName, RuleSeverity } from './config.ts';

export const DATABASES = ['auto', 'service', 'local', 'container', 'none'] as const;
export const ENGINES = ['mysql', 'mariadb', 'postgresql', 'sqlite'] as const satisfies readonly Engine[];
export const PROFILES = ['recommended', 'add-only', 'strict'] as const satisfies readonly Profile[];
export const SEVERITIES = ['off', 'info', 'warning', 'error'] as const satisfies readonly RuleSeverity[];
export const PROOFS = [
  'round-trip',
  'rows',
  'old-code',
  'lock-class',
  'order',
  'interruption',
  'drift',
  'start-states',
  'fresh-install',
  'two-deployers',
] as const satisfies readonly ProofName[];

export const URL_START = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//;

/** Whether a `database` value is a server's URL rather than a word. */
export function isUrl(value: string): boolean {
  return URL_START.test(value);
}
