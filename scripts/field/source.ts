/** A public history to walk. */
import type { Overrides } from '../../src/config/overrides.ts';

export interface Source {
  readonly name: string;
  readonly gitDir: string;
  /** The branch to walk. */
  readonly ref: string;
  /** Where a project configures its environment in code: what its users would pass as flags. */
  readonly locations: Overrides;
}
