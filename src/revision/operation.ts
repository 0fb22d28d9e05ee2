/** What a migration does, operation by operation: the same shape whether read from the source or seen on the server. */
import type { Span } from './revision.ts';

export type Direction = 'upgrade' | 'downgrade';

/** A Python value as far as it can be read without running it. */
export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Value, Value])[] }
  /** `sa.String(50)`, `sa.Column('x', …)`: callee as written, less a leading `sqlalchemy.`/`sa.` spelled by an import. */
  | {
      readonly kind: 'call';
      readonly callee: string;
      readonly args: readonly Value[];
      readonly keywords: Readonly<Record<string, Value>>;
      readonly span: Span;
    }
  /** A bare or dotted name that is no literal: `sa.Integer`, `MyEnum`. */
  | { readonly kind: 'name'; readonly name: string }
  /** Computed; `text` is the source, for messages. */
  | { readonly kind: 'unknown'; readonly text: string };

/**
 * One call on Alembic's operations object (or inside `batch_alter_table`), or one piece of raw SQL.
 * `name` is Alembic's method: `add_column`, `create_index`, …; `execute` for every spelling of raw SQL.
 */
export type Operation =
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Value[];
      readonly keywords: Readonly<Record<string, Value>>;
      /** Table named by an enclosing `with op.batch_alter_table(…)`. */
      readonly batchTable: Value | null;
      readonly direction: Direction;
      readonly span: Span;
      readonly line: number;
      readonly endLine: number;
      /** Conditions it stands under (`if`, `for`, `try`), outermost first, as source text. */
      readonly under: readonly string[];
    }
  | {
      readonly kind: 'sql';
      /** Statement text; parts that are computed stand as U+FFFC and make `complete` false. */
      readonly sql: string;
      readonly complete: boolean;
      /** How SQLAlchemy will treat it: a str given to `op.execute` is `text`, so `:word` is a bind parameter. */
      readonly via: 'text' | 'driver';
      readonly direction: Direction;
      readonly span: Span;
      readonly line: number;
      readonly endLine: number;
      readonly under: readonly string[];
    }
  | {
      readonly kind: 'unread';
      readonly why: string;
      readonly text: string;
      readonly direction: Direction;
      readonly span: Span;
      readonly line: number;
      readonly endLine: number;
      readonly under: readonly string[];
    };
