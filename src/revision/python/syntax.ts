/** The syntax tree of a Python module: only what a reader of migrations asks for, but all of Python's grammar. */

/** Every node's place: offsets into the text, end exclusive; parentheses around a node are not part of it. */
interface Place {
  readonly from: number;
  readonly to: number;
}

export type Expression = Place &
  (
    | { readonly kind: 'string'; readonly value: string | null }
    | { readonly kind: 'bytes'; readonly value: string | null }
    /** An f-string (`t`: a t-string); adjacent literals are one. Text parts are null where they hold `\N{…}`. */
    | { readonly kind: 'template'; readonly prefix: 'f' | 't'; readonly parts: readonly TemplatePart[] }
    | { readonly kind: 'number' }
    | { readonly kind: 'constant'; readonly value: true | false | null | '...' }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'attribute'; readonly object: Expression; readonly name: string }
    | { readonly kind: 'subscript'; readonly object: Expression; readonly index: Expression }
    | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Argument[] }
    | { readonly kind: 'tuple' | 'list' | 'set'; readonly items: readonly Expression[] }
    /** A null key is `**value`. */
    | { readonly kind: 'dict'; readonly entries: readonly DictEntry[] }
    /** Arithmetic, `and`, `or`. */
    | {
        readonly kind: 'binary';
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'compare';
        readonly operators: readonly string[];
        readonly operands: readonly Expression[];
      }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
    | {
        readonly kind: 'conditional';
        readonly test: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      }
    | { readonly kind: 'lambda'; readonly parameters: readonly Parameter[]; readonly body: Expression }
    | {
        readonly kind: 'comprehension';
        readonly of: 'list' | 'set' | 'dict' | 'generator';
        readonly element: Expression;
        /** The value of a dict comprehension, else null. */
        readonly value: Expression | null;
        readonly clauses: readonly ComprehensionClause[];
      }
    | { readonly kind: 'named'; readonly target: Expression; readonly value: Expression }
    | { readonly kind: 'starred'; readonly value: Expression }
    | { readonly kind: 'await'; readonly value: Expression }
    | { readonly kind: 'yield'; readonly value: Expression | null }
    | { readonly kind: 'slice'; readonly bounds: readonly (Expression | null)[] }
  );

export type TemplatePart = string | null | Expression;

export interface DictEntry {
  readonly key: Expression | null;
  readonly value: Expression;
}

export interface Argument {
  /** `name=value`; `*` and `**` for unpacking; null for a plain positional argument. */
  readonly name: string | null;
  readonly value: Expression;
}

export interface Parameter {
  readonly name: string;
  readonly star: '' | '*' | '**';
  /** Stands behind a `*`. */
  readonly keywordOnly: boolean;
  readonly annotation: Expression | null;
  readonly default: Expression | null;
}

export interface ComprehensionClause {
  readonly target: Expression;
  readonly source: Expression;
  readonly conditions: readonly Expression[];
}

export type Statement = Place &
  (
    | { readonly kind: 'assign'; readonly targets: readonly Expression[]; readonly value: Expression }
    | {
        readonly kind: 'annotated';
        readonly target: Expression;
        readonly annotation: Expression;
        readonly value: Expression | null;
      }
    | {
        readonly kind: 'augmented';
        readonly target: Expression;
        readonly operator: string;
        readonly value: Expression;
      }
    | { readonly kind: 'expression'; readonly value: Expression }
    | { readonly kind: 'return'; readonly value: Expression | null }
    | { readonly kind: 'raise'; readonly value: Expression | null; readonly cause: Expression | null }
    | { readonly kind: 'delete'; readonly targets: readonly Expression[] }
    | { readonly kind: 'assert'; readonly test: Expression; readonly message: Expression | null }
    | { readonly kind: 'pass' | 'break' | 'continue' }
    | { readonly kind: 'global' | 'nonlocal'; readonly names: readonly string[] }
    | { readonly kind: 'import'; readonly modules: readonly ImportedName[] }
    /** `names` is `*` for a star import; `level` counts the leading dots. */
    | {
        readonly kind: 'import-from';
        readonly module: string;
        readonly level: number;
        readonly names: '*' | readonly ImportedName[];
      }
    | { readonly kind: 'type-alias'; readonly target: Expression; readonly value: Expression }
    | Compound
  );

type Compound =
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: readonly Statement[] }
  | {
      readonly kind: 'while';
      readonly test: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: 'for';
      readonly target: Expression;
      readonly source: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly Handler[];
      readonly otherwise: readonly Statement[];
      readonly finally: readonly Statement[];
    }
  | { readonly kind: 'with'; readonly items: readonly WithItem[]; readonly body: readonly Statement[] }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly parameters: readonly Parameter[];
      readonly returns: Expression | null;
      readonly decorators: readonly Expression[];
      readonly body: readonly Statement[];
      readonly isAsync: boolean;
      /** Offset of `def`, after the decorators. */
      readonly definedAt: number;
    }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly args: readonly Argument[];
      readonly decorators: readonly Expression[];
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'match'; readonly subject: Expression; readonly cases: readonly MatchCase[] };

export interface ImportedName {
  /** As written: `a.b` in `import a.b`. */
  readonly name: string;
  readonly alias: string | null;
}

export interface Branch {
  readonly test: Expression;
  readonly body: readonly Statement[];
}

export interface Handler {
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

export interface WithItem {
  readonly context: Expression;
  readonly target: Expression | null;
}

export interface MatchCase {
  /** Names that the pattern binds. */
  readonly captures: readonly string[];
  /** The pattern as written. */
  readonly pattern: string;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}
