/** One proof from those of several servers: the worst of each, every server named. */
import type { DatabaseProof, ProofPart, ProofSection, ProofStep, Rewrite } from '../verify/proof.ts';

/** A part that showed something. */
export interface Shown {
  readonly part: ProofPart & { readonly server: string };
  readonly database: DatabaseProof;
}

/** Worst first. */
const SECTIONS: readonly ProofSection['outcome'][] = [
  'fail',
  'not-evaluated',
  'pass',
  'not-applicable',
  'off',
];
const REWRITES: readonly Rewrite['outcome'][] = ['differs', 'not-evaluated', 'same'];

/**
 * `shown` is worst first and not empty; the first one's steps and way back are told. `parts` are all, also those that
 * showed nothing, for which the proof is as good as not made.
 */
export function gatherDatabases(
  shown: readonly [Shown, ...Shown[]],
  parts: readonly ProofPart[],
): DatabaseProof {
  const [{ database: lead }, ...others] = shown;
  const rewrites = rewritesOf(shown);
  return {
    ...lead,
    steps: [...lead.steps, ...others.flatMap((other) => failuresBeyond(other, lead))],
    proofs: withMissing(sectionsOf(shown), parts),
    ...(rewrites.length === 0 ? {} : { rewrites }),
    parts,
  };
}

/** What failed on this server and not, in the same words, on the one whose steps are told. */
function failuresBeyond({ part, database }: Shown, lead: DatabaseProof): readonly ProofStep[] {
  const told = (one: ProofStep): boolean =>
    lead.steps.some(
      ({ revision, direction, outcome }) =>
        revision === one.revision && direction === one.direction && outcome === one.outcome,
    );
  return database.steps
    .filter((step) => step.outcome !== 'pass' && !told(step))
    .map((step) => ({ ...step, error: `on ${part.server}: ${step.error ?? 'no reason given'}` }));
}

function sectionsOf(shown: readonly Shown[]): readonly ProofSection[] {
  const names = [...new Set(shown.flatMap(({ database }) => database.proofs.map(({ name }) => name)))];
  return names.flatMap((name) => {
    const found = shown.flatMap(({ part, database }) =>
      database.proofs.filter((one) => one.name === name).map((section) => ({ part, section })),
    );
    const outcome = SECTIONS.find((word) => found.some(({ section }) => section.outcome === word));
    const alike = found.filter(({ section }) => section.outcome === outcome);
    const [first] = alike;
    if (first === undefined) return [];
    const isAll =
      alike.length === found.length && new Set(alike.map(({ section }) => section.reason)).size === 1;
    const reasons = alike.map(({ part, section }) => `on ${part.server}: ${section.reason ?? outcome ?? ''}`);
    const isBad = outcome === 'fail' || outcome === 'not-evaluated';
    return [{ ...first.section, reason: isAll || !isBad ? first.section.reason : reasons.join('; ') }];
  });
}

/** A server that showed nothing leaves open whatever the others showed. */
function withMissing(
  sections: readonly ProofSection[],
  parts: readonly ProofPart[],
): readonly ProofSection[] {
  const missing = parts.filter(({ server }) => server === null);
  if (missing.length === 0) return sections;
  const reason = missing.map(({ part, reason: why }) => `${part}: ${why ?? 'it showed nothing'}`).join('; ');
  const open = { name: 'round-trip', outcome: 'not-evaluated', reason, differences: [] } as const;
  const own = sections.find(({ name }) => name === 'round-trip');
  if (own === undefined) return [open, ...sections];
  // A failure stays one, and says what is not known beside it.
  const whole =
    own.outcome === 'fail'
      ? { ...own, reason: [own.reason, reason].filter((one) => one !== null).join('; ') }
      : { ...own, ...open, differences: own.differences };
  return sections.map((one) => (one === own ? whole : one));
}

/** Per revision the worst of what the servers made of both texts. */
function rewritesOf(shown: readonly Shown[]): readonly Rewrite[] {
  const all = shown.flatMap(({ part, database }) =>
    (database.rewrites ?? []).map((rewrite) => ({ part, rewrite })),
  );
  return [...new Set(all.map(({ rewrite }) => rewrite.revision))].flatMap((revision) => {
    const [worst] = all
      .filter(({ rewrite }) => rewrite.revision === revision)
      .toSorted((a, b) => REWRITES.indexOf(a.rewrite.outcome) - REWRITES.indexOf(b.rewrite.outcome));
    if (worst === undefined) return [];
    const { part, rewrite } = worst;
    if (rewrite.reason === null || shown.length === 1) return [rewrite];
    return [{ ...rewrite, reason: `on ${part.server}: ${rewrite.reason}` }];
  });
}
