/** String literals of every prefix, adjacent ones joined, and the fields of f-strings. */
import { Cursor } from './cursor.ts';
import { splitLiteral, unescapeBody } from './string-literal.ts';
import type { Expression, TemplatePart } from './syntax.ts';
import type { Token } from './token.ts';

export abstract class Literals extends Cursor {
  /** Whether something was read that is legal only in some scopes: `global`, `await`, a `yield` outside functions. */
  needsScopeCheck = false;

  /** `expression`, as the grammar names it. */
  abstract expression(): Expression;
  /** What may stand in the braces of an f-string: `star_expressions` or a `yield`. */
  abstract statementExpression(): Expression;

  /** One or more adjacent string literals. */
  strings(): Expression {
    const alone = this.peek(1).kind;
    if (this.token.kind === 'string' && alone !== 'string' && alone !== 'template-start') {
      return this.plainString(this.advance());
    }
    const from = this.token.from;
    const parts: TemplatePart[] = [];
    const kinds = new Set<string>();
    while (this.token.kind === 'string' || this.token.kind === 'template-start') {
      if (this.token.kind === 'template-start') {
        kinds.add(this.template(parts));
      } else {
        const { kind, value } = this.plainString(this.advance());
        kinds.add(kind);
        parts.push(value);
      }
    }
    const place = { from, to: this.end };
    if (kinds.has('bytes')) {
      if (kinds.size > 1) this.fail('cannot mix bytes and nonbytes literals', from);
      return { kind: 'bytes', value: joinText(parts), ...place };
    }
    if (kinds.has('t')) {
      if (kinds.size > 1) this.fail('cannot mix t-string literals with string or bytes literals', from);
      return { kind: 'template', prefix: 't', parts, ...place };
    }
    if (kinds.has('f')) return { kind: 'template', prefix: 'f', parts, ...place };
    return { kind: 'string', value: joinText(parts), ...place };
  }

  private plainString({ from, to }: Token): Expression & { readonly kind: 'string' | 'bytes' } {
    const { prefix, body } = splitLiteral(this.text, from, to);
    const value = unescapeBody(body, prefix, from);
    return { kind: prefix.includes('b') ? 'bytes' : 'string', value, from, to };
  }

  private template(parts: TemplatePart[]): 'f' | 't' {
    const start = this.advance();
    const prefix = this.text.slice(start.from, start.to).toLowerCase();
    while (!this.acceptKind('template-end')) this.templatePart(parts, prefix);
    return prefix.includes('t') ? 't' : 'f';
  }

  private templatePart(parts: TemplatePart[], prefix: string): void {
    if (this.token.kind === 'template-text') parts.push(this.templateText(this.advance(), prefix));
    else parts.push(this.field(prefix));
  }

  private templateText(token: Token, prefix: string): string | null {
    const text = this.text.slice(token.from, token.to).replaceAll('{{', '{').replaceAll('}}', '}');
    return unescapeBody(text, prefix, token.from);
  }

  /** `{value=!r:format}`: a field with anything but its value is itself computed, which a `conversion` call says. */
  private field(prefix: string): Expression {
    const from = this.expect('{').from;
    const value = this.statementExpression();
    const formatted: TemplatePart[] = [];
    let plain = !this.accept('=');
    if (this.accept('!')) {
      plain = false;
      if (!['s', 'r', 'a'].includes(this.name())) this.fail('f-string: invalid conversion character');
    }
    if (this.accept(':')) {
      plain = false;
      while (!this.is('}')) this.templatePart(formatted, prefix);
    }
    this.expect('}');
    if (plain) return value;
    return { kind: 'template', prefix: 'f', parts: [value, ...formatted], from, to: this.end };
  }
}

/** null as soon as one part is unknown. */
function joinText(parts: readonly TemplatePart[]): string | null {
  let text = '';
  for (const part of parts) {
    if (typeof part !== 'string') return null;
    text += part;
  }
  return text;
}
