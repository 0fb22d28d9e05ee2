/** The findings that follow from a proof, so that what failed on the server is also said at its line. */
import type { ProofName } from '../config/config.ts';
import type { Finding, Severity } from '../lint/finding.ts';
import { versionFindings } from './declared-version.ts';
import { driftFindings } from './drift/drift.ts';
import { freshInstallFindings } from './fresh-install/fresh-install.ts';
import { interruptionFindings } from './interruption/interruption.ts';
import { lockFindings } from './lock-class/lock-class.ts';
import { oldCodeFindings } from './old-code/old-code.ts';
import type { DatabaseProof, ProofDifference, ProofSection, ProofStep } from './proof.ts';
import { AFTER_DOWNGRADE, differenceInWords, isMinor } from './round-trip/round-trip.ts';
import { rowsFindings } from './rows/section.ts';
import { startStateFindings } from './start-states/start-states.ts';
import { twoDeployersFindings } from './two-deployers/two-deployers.ts';
import { NOWHERE, placeOf } from './place.ts';

/** One finding per step that raised, one per line on which a round trip left a difference, one for sides that do not commute. */
export function proofFindings(proof: DatabaseProof, environment: string): readonly Finding[] {
  return [
    ...proof.steps
      .filter((step) => step.outcome !== 'pass' && !followsFromResidue(step, proof))
      .map((step) => failedStep(step, environment)),
    ...versionFindings(proof, environment),
    ...proof.proofs.flatMap((section) => SAYERS[section.name]?.(section, environment) ?? []),
  ];
}

type Say = (section: ProofSection, environment: string) => readonly Finding[];

/** What a section's content means for the verdict; a proof that is not here is only shown. */
const SAYERS: Partial<Record<ProofName, Say>> = {
  'round-trip': roundTrip,
  order: orderDependent,
  rows: rowsFindings,
  'old-code': oldCodeFindings,
  'lock-class': lockFindings,
  interruption: interruptionFindings,
  drift: driftFindings,
  'start-states': startStateFindings,
  'fresh-install': freshInstallFindings,
  'two-deployers': twoDeployersFindings,
};

function orderDependent(
  { reason, differences, outcome }: ProofSection,
  environment: string,
): readonly Finding[] {
  if (outcome !== 'fail') return [];
  const at = differences.find((one) => one.path !== null && !isMinor(one));
  const finding: Finding = {
    rule: 'no-order-dependent-siblings',
    severity: 'error',
    message: `The schema depends on which side a database has first: ${reason ?? 'no reason given'}.`,
    help: 'Make the two sides independent of each other, or re-parent this one onto the other, so that every database runs them in one order.',
    ...placeOf(at ?? NOWHERE, environment),
  };
  return [finding];
}

/** A second upgrade that stumbles over what the downgrade left behind is that downgrade's fault, which has its own finding. */
function followsFromResidue(step: ProofStep, { proofs }: DatabaseProof): boolean {
  const differences = proofs.flatMap((section) => (section.name === 'round-trip' ? section.differences : []));
  return (
    step.direction === 'upgrade-again' &&
    differences.some((one) => one.revision === step.revision && one.when === AFTER_DOWNGRADE && !isMinor(one))
  );
}

function failedStep(step: ProofStep, environment: string): Finding {
  const what = step.direction === 'upgrade-again' ? 'second upgrade' : step.direction;
  const verb = step.outcome === 'timeout' ? 'does not end' : 'fails';
  return {
    rule: 'no-failing-migration',
    severity: 'error',
    message: `The ${what} of \`${step.revision}\` ${verb} on a real server: ${step.error ?? 'no reason given'}`,
    help:
      step.outcome === 'timeout'
        ? 'Find out what it waits for or works through; if it needs longer by right, raise `timeouts: {step: …}`.'
        : step.direction === 'downgrade'
          ? 'Make the downgrade work from the state that the upgrade leaves, or declare it with `# alembic-gate: irreversible reason` above `def downgrade`.'
          : 'Make the revision run on a database that is at the base.',
    ...placeOf({ ...(step.at ?? NOWHERE), revision: step.revision }, environment),
  };
}

function roundTrip(section: ProofSection, environment: string): readonly Finding[] {
  const groups = new Map<string, ProofDifference[]>();
  for (const difference of section.differences) {
    const key = JSON.stringify([difference.revision, difference.when, difference.line, isMinor(difference)]);
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [difference(first, group, environment)] : [];
  });
}

function difference(first: ProofDifference, group: readonly ProofDifference[], environment: string): Finding {
  const minor = isMinor(first);
  const severity: Severity = minor ? 'warning' : 'error';
  return {
    rule: 'no-round-trip-difference',
    severity,
    message: `The schema differs ${first.when ?? ''} of \`${first.revision ?? ''}\`: ${group.map(differenceInWords).join('; ')}.`,
    help: minor
      ? 'Nothing breaks by name; add the column back with its place in raw SQL if the order matters to you.'
      : 'Make `downgrade()` restore exactly what `upgrade()` changed, naming every attribute that the column, index or table had.',
    ...placeOf(first, environment),
  };
}
