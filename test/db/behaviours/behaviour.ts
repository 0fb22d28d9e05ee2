/** What the table of behaviours is made of: small projects with a fault, each beside the correct twin of it. */
import type { ProofName } from '../../../src/config/config.ts';
import type { Severity } from '../../../src/lint/finding.ts';
import type { ProofSection } from '../../../src/verify/proof.ts';
import { ELSEWHERE, type ProjectRevision } from '../project.ts';
import type { ProveOptions } from '../prove.ts';

export const ENGINES = ['mysql', 'mariadb', 'postgresql'] as const;
export type Engine = (typeof ENGINES)[number];

/** A finding: its rule, severity and line, and a phrase of its message. */
export type Said = readonly [rule: string, severity: Severity, line: number | null, message: RegExp];

/** One small project and what the proof makes of it. */
export interface Scene {
  readonly what: string;
  readonly project: ProveOptions;
  readonly outcome: ProofSection['outcome'];
  /** All findings that there are; none where absent. */
  readonly said?: readonly Said[];
  readonly reason?: RegExp;
  /** Lock class and rebuild of the last statement of the revision. */
  readonly locks?: readonly [lockClass: string, rebuilds: boolean | null];
}

export interface Behaviour {
  readonly proof: ProofName;
  readonly name: string;
  /** Or why this engine has no such fault. Where that is a claim about the engine, the twins hold a scene that shows it. */
  readonly faults: readonly Scene[] | { readonly lacks: string };
  readonly twins: readonly Scene[];
}

/** The behaviours of one proof on one engine. */
export type Table = (engine: Engine) => readonly Behaviour[];

/** Where the projects think that their database is. */
export const url = (engine: Engine, database = 'production'): string =>
  engine === 'postgresql'
    ? `postgresql+psycopg2://app:secret@db.elsewhere.invalid/${database}`
    : ELSEWHERE.replace('production', database);

/** On top of the base's last revision; `upgrade` begins on line 9, a downgrade after one line on line 12. */
export const added = (down: string, upgrade: string, downgrade?: string): ProjectRevision => ({
  id: 'new',
  down,
  upgrade,
  ...(downgrade === undefined ? {} : { downgrade }),
});

export const fails = (what: string, project: ProveOptions, ...said: readonly Said[]): Scene => ({
  what,
  project,
  outcome: 'fail',
  said,
});

export const passes = (what: string, project: ProveOptions, ...said: readonly Said[]): Scene => ({
  what,
  project,
  outcome: 'pass',
  said,
});

export const inapplicable = (what: string, project: ProveOptions, reason: RegExp): Scene => ({
  what,
  project,
  outcome: 'not-applicable',
  reason,
});
