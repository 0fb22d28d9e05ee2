/** What a rule is: its harm, its severities and its examples as data, and one pure check. */
import type { Config, Engine, Profile, RuleSeverity } from '../config/config.ts';
import type { TableSize } from '../config/table-size.ts';
import type { Splice } from '../revision/edit.ts';
import type { Span } from '../revision/revision.ts';
import type { Severity } from './finding.ts';
import type { Pass } from './pass.ts';

/** A part of the catalogue; `hygiene` and `rolling-deploy` are switched as a whole. */
export type Group =
  | 'history'
  | 'reversibility'
  | 'data-loss'
  | 'rolling-deploy'
  | 'locks'
  | 'traps'
  | 'pull-request'
  | 'hygiene';

export interface Rule {
  /** Permanent, and the name of the file. */
  readonly id: string;
  readonly group: Group;
  /** What it finds, as a title: no full stop. */
  readonly title: string;
  /** Two or three sentences of markdown: what breaks, and for whom. */
  readonly why: string;
  /** How to get there without harm where it takes several deploys: what each of them does, in order. */
  readonly recipe?: readonly Deploy[];
  readonly severity: Readonly<Record<Profile, RuleSeverity>>;
  /** Absent: all. With an engine that is unknown, a rule that names engines says nothing. */
  readonly engines?: readonly Engine[];
  /** Whether statements that were seen on the server are judged as well. */
  readonly statements?: boolean;
  /** Options with their defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly examples: { readonly bad: readonly BadExample[]; readonly good: readonly Example[] };
  check(pass: Pass): readonly Trouble[];
  /** The mechanical cure, where there is one, as edits of the file. */
  fix?(trouble: Trouble, text: string): readonly Splice[];
}

/** One of several deploys, each of which ends before the next begins. */
export interface Deploy {
  /** Markdown, sentences. */
  readonly does: string;
  /** Python of its migration. */
  readonly migration?: string;
}

/** Bodies of functions, without indentation. */
export interface Example {
  readonly caption: string;
  readonly upgrade?: string;
  /** Default: `pass`. */
  readonly downgrade?: string;
  /** Stands before the functions, `down_revision` and the like included. */
  readonly before?: string;
  readonly message?: string;
  /** A line above `def downgrade`. */
  readonly aboveDowngrade?: string;
  readonly downRevision?: string;
  readonly fileName?: string;
  /** Absent: those of the rule, or all. */
  readonly engines?: readonly Engine[];
  readonly version?: string;
  readonly config?: Partial<Config>;
  /** What the file of `table-sizes:` says. */
  readonly tableSizes?: Readonly<Record<string, TableSize>>;
  /** A file of `models:` on the base and on the merge. */
  readonly models?: { readonly base: string; readonly merged: string };
}

export interface BadExample extends Example {
  /** Text of the lines that the finding is to stand on. */
  readonly at: string;
  /** A part of its message, where the rule says other things elsewhere. */
  readonly says?: string;
  /** Of a rule with a fix, where the cure takes a person. */
  readonly byHand?: true;
}

export interface Trouble {
  readonly line: number;
  readonly endLine: number;
  /** What a fix edits. */
  readonly span: Span | null;
  /** What breaks and for whom. */
  readonly message: string;
  /** One imperative sentence; code on the lines below it. */
  readonly help: string;
  /** Where this case weighs less than the rule. */
  readonly atMost?: Severity;
  /** What a fix writes, where it is known in this case only. */
  readonly missing?: string;
}

type Located = Pick<Trouble, 'line' | 'endLine' | 'span'>;

/** A trouble at a place of the file. */
export function trouble(
  { line, endLine, span }: Located,
  message: string,
  help: string,
  atMost?: Severity,
): Trouble {
  return { line, endLine, span, message, help, ...(atMost === undefined ? {} : { atMost }) };
}

export const ALL_ERROR = { recommended: 'error', 'add-only': 'error', strict: 'error' } as const;
export const ALL_WARNING = { recommended: 'warning', 'add-only': 'warning', strict: 'warning' } as const;
export const WARNING_ERROR = { recommended: 'warning', 'add-only': 'error', strict: 'error' } as const;
export const STRICT_ERROR = { recommended: 'warning', 'add-only': 'warning', strict: 'error' } as const;
export const STRICT_WARNING = { recommended: 'off', 'add-only': 'off', strict: 'warning' } as const;
export const ALL_OFF = { recommended: 'off', 'add-only': 'off', strict: 'off' } as const;
export const MYSQL: readonly Engine[] = ['mysql', 'mariadb'];
