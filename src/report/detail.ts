/** How much a rendering shows: the knobs that make a comment smaller. */

/** How much to show; a rendering that is too large is tried again with the next one (see fit.ts). */
export interface Detail {
  readonly drawing: boolean;
  readonly statements: boolean;
  readonly findings: number;
  readonly files: boolean;
}

export const FULL_DETAIL: Detail = { drawing: true, statements: true, findings: 100, files: true };
