/** Conditions on the database's dialect, `if op.get_bind().dialect.name == "mysql"`, which say who runs what stands below. */
import type { Engine } from '../config/config.ts';
import { parseModule } from '../revision/python/parse.ts';
import { PythonSyntaxError } from '../revision/python/syntax-error.ts';
import type { Expression } from '../revision/python/syntax.ts';
import { walk } from '../revision/python/walk.ts';

/** Names that SQLAlchemy's dialects have. */
const DIALECTS = new Set(['mysql', 'mariadb', 'postgresql', 'sqlite', 'mssql', 'oracle']);

/** Whether some condition asks for the dialect. */
export const asksForDialect = (under: readonly string[]): boolean =>
  under.some((condition) => {
    const expression = parsed(condition);
    return expression !== null && mentionsDialect(expression);
  });

/** False where the conditions keep this engine out for certain. */
export function mayRunOn(engine: Engine | null, under: readonly string[]): boolean {
  if (engine === null) return true;
  return under.every((condition) => {
    const expression = parsed(condition);
    return expression === null || truth(expression, engine) !== false;
  });
}

/** null for `for …`, `try` and whatever else is no expression. */
function parsed(condition: string): Expression | null {
  if (![...DIALECTS].some((name) => condition.includes(name))) return null;
  try {
    const [statement, ...more] = parseModule(`(${condition})`);
    return statement?.kind === 'expression' && more.length === 0 ? statement.value : null;
  } catch (error) {
    if (error instanceof PythonSyntaxError) return null;
    throw error;
  }
}

function mentionsDialect(expression: Expression): boolean {
  let found = false;
  walk(expression, (node) => {
    found ||= node.kind === 'string' && node.value !== null && DIALECTS.has(node.value);
    return !found;
  });
  return found;
}

/** Python's truth where the dialect decides it alone; null where it does not. */
function truth(expression: Expression, engine: Engine): boolean | null {
  switch (expression.kind) {
    case 'unary': {
      const inner = expression.operator === 'not' ? truth(expression.operand, engine) : null;
      return inner === null ? null : !inner;
    }
    case 'binary':
      return junction(expression, engine);
    case 'compare':
      return comparison(expression, engine);
    default:
      return null;
  }
}

function junction(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  engine: Engine,
): boolean | null {
  if (operator !== 'and' && operator !== 'or') return null;
  const deciding = operator === 'or';
  const sides = [truth(left, engine), truth(right, engine)];
  if (sides.includes(deciding)) return deciding;
  return sides.includes(null) ? null : !deciding;
}

function comparison(
  { operators, operands }: Extract<Expression, { kind: 'compare' }>,
  engine: Engine,
): boolean | null {
  const [operator] = operators;
  const [left, right] = operands;
  if (operators.length !== 1 || !left || !right) return null;
  const names = namesIn(right) ?? namesIn(left);
  if (names === null) return null;
  const holds = isAmong(engine, names);
  if (operator === '==' || operator === 'in') return holds;
  return operator === '!=' || operator === 'not in' ? (holds === null ? null : !holds) : null;
}

/** SQLAlchemy calls a MariaDB server `mysql` as well, after the URL that was used. */
function isAmong(engine: Engine, names: readonly string[]): boolean | null {
  if (engine !== 'mariadb') return names.includes(engine);
  const [one, other] = [names.includes('mysql'), names.includes('mariadb')];
  return one === other ? one : null;
}

/** The dialect names of a string or a list of strings; null where there are others. */
function namesIn(expression: Expression): readonly string[] | null {
  const items =
    expression.kind === 'tuple' || expression.kind === 'list' || expression.kind === 'set'
      ? expression.items
      : [expression];
  const names = items.flatMap((item) => (item.kind === 'string' && item.value !== null ? [item.value] : []));
  return names.length === items.length && names.some((name) => DIALECTS.has(name)) ? names : null;
}
