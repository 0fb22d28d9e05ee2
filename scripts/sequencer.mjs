/**
 * Which test file starts when: long ones first, so that none of them runs alone at the end. Jest orders by what it
 * measured before, and a fresh clone has measured nothing; by size, the longest files here would come last.
 */
import Sequencer from '@jest/test-sequencer';

/** The rest of jest's order is kept; of these, the first is the longest. */
const LONG = [
  /db\/behaviours-/,
  /e2e\/cli-killed/,
  /e2e\/action-/,
  /e2e\/action\.test/,
  /db\/two-deployers/,
  /db\/agreement/,
  /workflows\/act/,
  /\/db\//,
  /\/e2e\//,
  /\/(oracle|workflows)\//,
];

const rank = ({ path }) => {
  const at = LONG.findIndex((pattern) => pattern.test(path));
  return at === -1 ? LONG.length : at;
};

export default class LongOnesFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
