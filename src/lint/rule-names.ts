/** What a configuration may say of rules. */
import type { RuleNames } from '../config/gate-config.ts';
import { APPROVABLE, CATALOGUE } from './catalogue.ts';

const instead = (id: string): string =>
  APPROVABLE.has(id) ? 'what it finds is accepted by an approver’s review' : 'what it finds has to be mended';

/** Every id, the groups that are switched as a whole, and what takes no setting. */
export const RULE_NAMES: RuleNames = {
  known: [...CATALOGUE.map(({ id }) => id), 'hygiene', 'rolling-deploy'],
  fixed: new Map(
    CATALOGUE.filter(({ configurable }) => !configurable).map(({ id }) => [id, instead(id)] as const),
  ),
};
