/**
 * The report that a gate run left, written by a job that ran the pull request's code: nothing of it is believed but the
 * proof, and that only for the commit and the revisions it was made for.
 */
import * as z from 'zod/mini';
import { databaseSchema, id, list, text } from '../report/database-schema.ts';
import type { DatabaseProof } from '../verify/proof.ts';

/** What the bot reads of a run's report. */
export interface RunReport {
  readonly headSha: string;
  readonly environments: readonly {
    readonly name: string;
    readonly baseHeads: readonly string[];
    readonly added: readonly string[];
    readonly database: DatabaseProof | null;
    /** What running the suggested cure left of it; null where the run had none to suggest. */
    readonly cure: ReportedCure | null;
  }[];
}

/** Of a cure only what can make ours more careful: the order of its parents, and that it must not be used. */
export interface ReportedCure {
  readonly parents: readonly string[];
  readonly reParents: boolean;
  readonly refused: string | null;
}

const report = z.object({
  schemaVersion: z.literal(1),
  head: z.object({ sha: z.string() }),
  environments: list(
    z.object({
      name: text(1000),
      heads: z.object({ base: list(id, 1000) }),
      revisions: z.object({ added: list(z.object({ id }), 5000) }),
      database: z.nullable(databaseSchema),
      resolution: z.nullable(
        z.object({
          mergeRevision: z.object({ downRevisions: list(id, 1000) }),
          reParent: z.nullable(z.object({})),
          refused: z.nullable(text(5000)),
        }),
      ),
    }),
    100,
  ),
});

/** A sentence (why it is not taken) or the report; `headSha` is the commit that the run was for. */
export function readRunReport(bytes: Uint8Array, headSha: string): RunReport | string {
  const parsed = report.safeParse(jsonOf(bytes));
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    return `the report of the gate's run is not one of ours (at ${place === '' ? 'its top' : place})`;
  }
  const { head, environments } = parsed.data;
  if (head.sha !== headSha) return "the report of the gate's run is about another commit";
  return {
    headSha,
    environments: environments.map(({ name, heads, revisions, database: shown, resolution }) => ({
      name,
      baseHeads: heads.base,
      added: revisions.added.map((revision) => revision.id),
      database: shown,
      cure: resolution === null ? null : cureOf(resolution),
    })),
  };
}

type Resolution = NonNullable<z.infer<typeof report>['environments'][number]['resolution']>;

const cureOf = ({ mergeRevision, reParent, refused }: Resolution): ReportedCure => ({
  parents: mergeRevision.downRevisions,
  reParents: reParent !== null,
  refused,
});

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
