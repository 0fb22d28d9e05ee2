/** What a downgrade can forget, one by one: a schema, a change of one attribute, and how it is said. */

export interface Attribute {
  readonly what: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** "column `t`.`c`: comment", in order. */
  readonly sees: readonly string[];
}

export const of = (
  what: string,
  before: string | readonly string[],
  after: string | readonly string[],
  ...sees: readonly string[]
): Attribute => ({ what, before: [before].flat(), after: [after].flat(), sees });

export const T = (columns: string, options = ''): string => `CREATE TABLE t (${columns})${options}`;
