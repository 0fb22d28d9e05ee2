/** How much a rendering shows: the knobs that make a comment smaller. */

/** How much to show; a rendering that is too large is tried again with the next one (see fit.ts). */
export interface Detail {
  /** What is left out, in words; empty where nothing is. */
  readonly left: string;
  readonly drawing: boolean;
  readonly statements: boolean;
  readonly files: boolean;
  /** How many of each environment. */
  readonly findings: number;
  /** Rows of a proof's table of differences. */
  readonly differences: number;
  readonly environments: number;
  /** Characters of any one text of the report. */
  readonly text: number;
}

export const FULL_DETAIL: Detail = {
  left: '',
  drawing: true,
  statements: true,
  files: true,
  findings: 100,
  differences: 100,
  environments: 100,
  text: 20_000,
};
