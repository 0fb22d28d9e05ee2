/** The two ways a Python text escapes this parser: it is not Python, or it is nested beyond what we follow. */

/** What CPython reports as SyntaxError, IndentationError or TabError; `at` is an offset into the text. */
export class PythonSyntaxError extends Error {
  override readonly name = 'PythonSyntaxError';
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Deeper or longer than we follow; Python has limits of its own, elsewhere, so nothing is said of the text. */
export class NestingLimit extends Error {
  override readonly name = 'NestingLimit';
  readonly at: number;

  constructor(at: number) {
    super('expressions or blocks are nested too deeply to be read');
    this.at = at;
  }
}
