/**
 * Thrown inside this folder where going on would be guessing; caught at its border and told as a sentence.
 * The message is a clause that completes "… is refused: " and names the thing; the line is the template's.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

/** The sentence for people. */
export function refusalText(refused: Refused): string {
  return refused.line === null ? refused.message : `line ${refused.line}: ${refused.message}`;
}
