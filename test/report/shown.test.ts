import { expect, test } from '@jest/globals';
import { PROOFS } from '../../src/config/choices.ts';
import { whatItShowed } from '../../src/report/shown.ts';
import type { ProofSection } from '../../src/verify/proof.ts';

const section = (rest: Partial<ProofSection>): ProofSection => ({
  name: 'round-trip',
  outcome: 'pass',
  reason: null,
  differences: [],
  ...rest,
});

test.each(PROOFS)('%s says of a pass what it looked at', (name) => {
  expect(whatItShowed(section({ name }))).toMatch(/^[a-z].{20,}[^.]$/);
});

test('its own reason comes first', () => {
  expect(whatItShowed(section({ reason: 'b1 is declared irreversible' }))).toBe(
    'b1 is declared irreversible',
  );
});

test('what was found and passes is not said to be nothing', () => {
  const moved = {
    object: 'column `case`.`note`',
    attribute: 'position',
    before: '2',
    after: '3',
    path: null,
    line: null,
    revision: 'b1',
  };
  expect(whatItShowed(section({ differences: [moved] }))).toBe(
    'up, down and up again left the same schema each time, but for what is listed',
  );
});

test('nothing is claimed of a proof that did not pass', () => {
  expect(whatItShowed(section({ outcome: 'fail' }))).toBe('');
  expect(whatItShowed(section({ outcome: 'not-evaluated' }))).toBe('');
});
