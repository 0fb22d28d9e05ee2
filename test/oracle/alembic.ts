/** A Python process that answers with Alembic's own words, one JSON line per question. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** One file: id, down_revision, depends_on, branch_labels, as the module would have them. */
export type Row = readonly [string, string | readonly string[] | null, readonly string[], readonly string[]];

export interface AlembicFacts {
  readonly heads: readonly string[];
  readonly realHeads: readonly string[];
  readonly bases: readonly string[];
  readonly effectiveHeads: readonly string[];
  readonly branchPoints: readonly string[];
  readonly mergePoints: readonly string[];
  readonly children: Readonly<Record<string, readonly string[]>>;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** Ids in the order of the walk, or the class of the error; newest first, as `iterate_revisions` gives them. */
  readonly upgrade?: readonly string[] | string;
  readonly downgrade?: readonly string[] | string;
  readonly upgradeFromCurrent?: readonly string[] | string;
  readonly downgradeToCurrent?: readonly string[] | string;
}

export type Answer = AlembicFacts | { readonly error: string };
export type Question =
  { readonly tree: readonly Row[]; readonly current: string | null } | { readonly directory: string };

export interface Alembic {
  ask(question: Question): Promise<Answer>;
  stop(): void;
}

/** Starts `graph.py` in an interpreter; its standard error goes to ours. */
export function startAlembic(python: string): Alembic {
  const script = fileURLToPath(new URL('graph.py', import.meta.url));
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers: AsyncIterator<string, undefined> = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  return {
    async ask(question) {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const { value } = await answers.next();
      if (value === undefined)
        throw new Error(`${python} ended without an answer to ${JSON.stringify(question)}`);
      return JSON.parse(value) as Answer;
    },
    stop: () => child.kill(),
  };
}
