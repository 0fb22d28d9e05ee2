/** The body of a class that may be a model: its table's name, its columns, and what of them nobody can read. */
import type { Expression, Statement } from '../../revision/python/syntax.ts';
import { walk } from '../../revision/python/walk.ts';
import { lastName, spelling } from './spelling.ts';

type ClassStatement = Extract<Statement, { readonly kind: 'class' }>;

export interface ClassBody {
  /** `computed` where it is given and not written out; null where it is not given. */
  readonly tableName: string | { readonly computed: true } | null;
  readonly abstract: boolean;
  readonly columns: ReadonlyMap<string, string>;
  readonly rest: string;
  /** Whether each of its attributes is known to be a column or none. */
  readonly whole: boolean;
}

const COLUMN = /^(?:Column|mapped_column)$/;
/** Calls whose result is no column. */
const NO_COLUMN =
  /^(?:relationship|Relationship|backref|synonym|association_proxy|query_expression|hybrid_property|dynamic_loader|relation|validates|Table|Index|UniqueConstraint|CheckConstraint|ForeignKeyConstraint|ConfigDict|dict|set|list|tuple|frozenset|namedtuple|getLogger|TypeVar|ClassVar|QueryPropertyDescriptor|composite)$/;

/** @param fields whether plain annotations are columns, as SQLModel has it. */
export function classBody({ body }: ClassStatement, text: string, fields: boolean): ClassBody {
  let tableName: ClassBody['tableName'] = null;
  let abstract = false;
  let rest = '';
  let whole = true;
  const columns = new Map<string, string>();
  for (const statement of body) {
    const member = memberOf(statement);
    if (member === null) {
      whole &&= !mentionsColumn(statement);
      continue;
    }
    const { name, value, annotation } = member;
    if (name === '__tablename__')
      tableName = value?.kind === 'string' && value.value !== null ? value.value : { computed: true };
    else if (name === '__abstract__') abstract = value?.kind === 'constant' && value.value === true;
    else if (name === '__table_args__') rest = value ? spelling(value, text) : 'computed';
    else if (!name.startsWith('__')) {
      const kind = sortOf(value, annotation, fields);
      if (kind === 'column') columns.set(nameOf(name, value).toLowerCase(), said(member, text));
      whole &&= kind !== 'unknown';
    }
  }
  return { tableName, abstract, columns, rest, whole };
}

interface Member {
  readonly name: string;
  readonly value: Expression | null;
  readonly annotation: Expression | null;
}

/** `a = …`, `a: … = …`, and `@declared_attr def a(cls): return …`; null for anything else. */
function memberOf(statement: Statement): Member | null {
  if (statement.kind === 'assign') {
    const [target] = statement.targets;
    return target?.kind === 'name' ? { name: target.name, value: statement.value, annotation: null } : null;
  }
  if (statement.kind === 'annotated' && statement.target.kind === 'name')
    return { name: statement.target.name, value: statement.value, annotation: statement.annotation };
  if (statement.kind !== 'function' || !statement.decorators.some(isDeclared)) return null;
  const last = statement.body.at(-1);
  return { name: statement.name, value: last?.kind === 'return' ? last.value : null, annotation: null };
}

const isDeclared = (decorator: Expression): boolean =>
  /^declared_attr$/.test(lastName(decorator)) ||
  (decorator.kind === 'attribute' && lastName(decorator.object) === 'declared_attr');

function sortOf(
  value: Expression | null,
  annotation: Expression | null,
  fields: boolean,
): 'column' | 'none' | 'unknown' {
  if (columnCall(value)) return 'column';
  const isMapped = annotation?.kind === 'subscript' && lastName(annotation.object) === 'Mapped';
  const isClassVar = annotation?.kind === 'subscript' && lastName(annotation.object) === 'ClassVar';
  if (value?.kind === 'call') {
    const callee = lastName(value.callee);
    if (NO_COLUMN.test(callee) || isClassVar) return 'none';
    return fields && callee === 'Field' && annotation ? 'column' : 'unknown';
  }
  if (isMapped && value === null) return 'column';
  return fields && annotation && !isClassVar ? 'column' : 'none';
}

/** `Column(…)`, also inside of `deferred(…)` and `column_property(…)`. */
function columnCall(value: Expression | null): Extract<Expression, { readonly kind: 'call' }> | null {
  if (value?.kind !== 'call') return null;
  if (COLUMN.test(lastName(value.callee))) return value;
  const wraps = /^(?:deferred|column_property)$/.test(lastName(value.callee));
  return wraps ? columnCall(value.args[0]?.value ?? null) : null;
}

/** A column's own name goes before that of the attribute. */
function nameOf(attribute: string, value: Expression | null): string {
  const call = columnCall(value);
  const given = call?.args.find(({ name }) => name === 'name') ?? call?.args[0];
  const isName = given !== undefined && (given.name === null || given.name === 'name');
  return isName && given.value.kind === 'string' && given.value.value !== null
    ? given.value.value
    : attribute;
}

function said({ value, annotation }: Member, text: string): string {
  const call = columnCall(value) ?? value;
  return [annotation, call].map((one) => (one ? spelling(one, text) : '')).join(' ');
}

/** Whether a column is made somewhere in a statement that is none of those above. */
function mentionsColumn(statement: Statement): boolean {
  if (statement.kind === 'function' || statement.kind === 'class') return false;
  let found = false;
  walk(statement, (node) => {
    found ||= node.kind === 'call' && COLUMN.test(lastName(node.callee));
    return !found;
  });
  return found;
}
