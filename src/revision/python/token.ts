/** What Python's source is cut into. */

export type TokenKind =
  | 'name'
  | 'keyword'
  | 'number'
  | 'string'
  | 'template-start'
  | 'template-text'
  | 'template-end'
  | 'operator'
  | 'newline'
  | 'indent'
  | 'dedent'
  | 'end'
  | 'error';

export interface Token {
  readonly kind: TokenKind;
  /** The word, operator or, of an `error`, the message; empty for everything else. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
