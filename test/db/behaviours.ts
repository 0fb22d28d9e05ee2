/** The table: every proof, what it catches and what it leaves alone. */
import { ATTRIBUTES } from './behaviours/attributes.ts';
import { DRIFT } from './behaviours/drift.ts';
import { FRESH_INSTALL } from './behaviours/fresh-install.ts';
import { INTERRUPTION } from './behaviours/interruption.ts';
import { LOCK_CLASS } from './behaviours/lock-class.ts';
import { OLD_CODE } from './behaviours/old-code.ts';
import { ORDER } from './behaviours/order.ts';
import { ROUND_TRIP } from './behaviours/round-trip.ts';
import { ROWS } from './behaviours/rows.ts';
import { START_STATES } from './behaviours/start-states.ts';
import { TWO_DEPLOYERS } from './behaviours/two-deployers.ts';
import type { Table } from './behaviours/behaviour.ts';

const TABLES: readonly Table[] = [
  ROUND_TRIP,
  ATTRIBUTES,
  ROWS,
  OLD_CODE,
  LOCK_CLASS,
  ORDER,
  INTERRUPTION,
  DRIFT,
  START_STATES,
  FRESH_INSTALL,
  TWO_DEPLOYERS,
];

export const BEHAVIOURS: Table = (engine) => TABLES.flatMap((table) => table(engine));
