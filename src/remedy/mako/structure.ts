/** Nests the control lines of a template: `% if`, `% for` and what stands between them and their end. */
import { Refused } from '../refused.ts';
import { parseExpression, type Expression } from './expression.ts';
import type { Piece } from './lex.ts';

export type Node =
  | Exclude<Piece, { readonly kind: 'control' }>
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly line: number }
  | {
      readonly kind: 'for';
      readonly name: string;
      readonly items: Expression;
      readonly body: readonly Node[];
      readonly line: number;
    };

/** `test` is null for `else`. */
export interface Branch {
  readonly test: Expression | null;
  readonly body: readonly Node[];
}

/** Throws Refused, with the line, for a control line other than if/elif/else/for and for one that is not closed. */
export function structure(pieces: readonly Piece[]): readonly Node[] {
  const reader = new Reader(pieces);
  const nodes = reader.body();
  reader.expectEnd();
  return nodes;
}

interface Control {
  readonly keyword: string;
  readonly rest: string;
  readonly line: number;
}

class Reader {
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** Nodes up to a control line that ends or continues the one around them. */
  body(): readonly Node[] {
    const nodes: Node[] = [];
    for (let piece = this.#pieces[this.#at]; piece !== undefined; piece = this.#pieces[this.#at]) {
      if (piece.kind !== 'control') {
        nodes.push(piece);
        this.#at += 1;
        continue;
      }
      const control = readControl(piece.code, piece.line);
      if (control.keyword === 'if') nodes.push(this.#if(control));
      else if (control.keyword === 'for') nodes.push(this.#for(control));
      else return nodes;
    }
    return nodes;
  }

  expectEnd(): void {
    const rest = this.#pieces[this.#at];
    if (rest?.kind === 'control')
      throw new Refused(`the control line \`% ${rest.code}\` is not supported here`, rest.line);
  }

  #if(opening: Control): Node {
    const branches: Branch[] = [];
    let control = opening;
    while (control.keyword !== 'endif') {
      if (!['if', 'elif', 'else'].includes(control.keyword))
        throw new Refused(`\`% ${control.keyword}\` inside \`% if\``, control.line);
      this.#at += 1;
      const test = control.keyword === 'else' ? null : at(control.line, () => parseExpression(control.rest));
      branches.push({ test, body: this.body() });
      control = this.#closing(opening);
    }
    this.#at += 1;
    return { kind: 'if', branches, line: opening.line };
  }

  #for(opening: Control): Node {
    const match = /^([\p{L}_][\p{L}\p{N}_]*)\s+in\s+([^]+)$/u.exec(opening.rest);
    if (match === null)
      throw new Refused(`the loop \`% for ${opening.rest}\` is not supported`, opening.line);
    const [, name = '', source = ''] = match;
    const items = at(opening.line, () => parseExpression(source));
    this.#at += 1;
    const body = this.body();
    const closing = this.#closing(opening);
    if (closing.keyword !== 'endfor')
      throw new Refused(`\`% ${closing.keyword}\` inside \`% for\``, closing.line);
    this.#at += 1;
    return { kind: 'for', name, items, body, line: opening.line };
  }

  #closing(opening: Control): Control {
    const piece = this.#pieces[this.#at];
    if (piece?.kind !== 'control') throw new Refused(`\`% ${opening.keyword}\` is not closed`, opening.line);
    return readControl(piece.code, piece.line);
  }
}

/** `keyword rest:`, with a comment behind it if wanted (mako/ast.py, PythonFragment); `endif` and the like stand alone. */
function readControl(code: string, line: number): Control {
  const end = /^end\p{L}+/u.exec(code);
  if (end !== null) return { keyword: end[0], rest: '', line };
  const match = /^(\w+)(?:\s+([^]*?))?:\s*(?:#|$)/.exec(code);
  if (match === null) throw new Refused(`the control line \`% ${code}\` is not supported`, line);
  return { keyword: match[1] ?? '', rest: match[2] ?? '', line };
}

/** Gives a refusal from inside the line it happened on. */
export function at<T>(line: number, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Refused && error.line === null) throw new Refused(error.message, line);
    throw error;
  }
}
