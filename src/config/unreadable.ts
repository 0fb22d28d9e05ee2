/** A settings file of Alembic that gives no answer; caught where environments are discovered and told as a problem. */

/** `line` is 1-based; `fail` says whether Alembic itself would die of it, so that the verdict is `fail`. */
export class UnreadableSettings extends Error {
  override readonly name = 'UnreadableSettings';
  readonly line: number;
  readonly fail: boolean;

  constructor(line: number, message: string, options: { readonly fail: boolean }) {
    super(message);
    this.line = line;
    this.fail = options.fail;
  }
}
