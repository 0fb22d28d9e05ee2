/** Evaluates the expressions of a template as Python would. */
import { formatPercent } from '../python/percent.ts';
import { isObject, repr, str, truthy, tuple, type PyValue } from '../python/value.ts';
import { strftime } from '../python/datetime.ts';
import { Refused } from '../refused.ts';
import type { BinaryOperator, Expression } from './expression.ts';

/** What the names of a template mean; a name that is not in it is refused, it may come from anywhere in Python. */
export type Scope = ReadonlyMap<string, PyValue>;

/** Throws Refused for a name, attribute, call or operator whose value is not known for sure. */
export function evaluate(expression: Expression, scope: Scope): PyValue {
  const value = (of: Expression): PyValue => evaluate(of, scope);
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'name':
      return lookUp(expression.name, scope);
    case 'sequence':
      return { kind: expression.of, items: expression.items.map(value) };
    case 'attribute':
      return attribute(value(expression.of), expression.name);
    case 'call':
      return call(value(expression.callee), expression.args.map(value));
    case 'index':
      return index(value(expression.of), value(expression.index));
    case 'not':
      return !truthy(value(expression.operand));
    case 'choice':
      return truthy(value(expression.test)) ? value(expression.yes) : value(expression.no);
    case 'binary':
      return binary(expression.operator, value(expression.left), () => value(expression.right));
  }
}

function lookUp(name: string, scope: Scope): PyValue {
  const found = scope.get(name);
  if (found === undefined)
    throw new Refused(`the name \`${name}\` is not one that Alembic gives to every template`);
  return found;
}

/** `items(value)` of what can be looped over. */
export function iterate(value: PyValue): readonly PyValue[] {
  if (typeof value === 'string') return Array.from(value);
  if (isObject(value) && (value.kind === 'tuple' || value.kind === 'list')) return value.items;
  throw new Refused('loops over something that is no list');
}

function call(callee: PyValue, args: readonly PyValue[]): PyValue {
  if (isObject(callee) && callee.kind === 'function') return callee.call(args);
  throw new Refused('calls something that is no known function');
}

function attribute(of: PyValue, name: string): PyValue {
  if (typeof of === 'string') return stringMethod(of, name);
  if (isObject(of) && of.kind === 'object') {
    const found = of.attributes.get(name);
    if (found !== undefined) return found;
    throw new Refused(`\`${of.name}.${name}\` is not supported`);
  }
  if (isObject(of) && of.kind === 'datetime') {
    if (name === 'strftime')
      return { kind: 'function', name, call: ([format = null]) => strftime(of, text(format)) };
    const fields: Readonly<Record<string, number>> = {
      year: of.year,
      month: of.month,
      day: of.day,
      hour: of.hour,
      minute: of.minute,
      second: of.second,
      microsecond: of.microsecond,
    };
    const field = fields[name];
    if (field !== undefined) return field;
  }
  throw new Refused(`the attribute \`.${name}\` is not supported`);
}

function stringMethod(of: string, name: string): PyValue {
  const methods: Readonly<Record<string, (args: readonly PyValue[]) => PyValue>> = {
    join: ([items = null]) => iterate(items).map(text).join(of),
    lower: () => of.toLowerCase(),
    upper: () => of.toUpperCase(),
  };
  const method = methods[name];
  if (method === undefined) throw new Refused(`the string method \`.${name}\` is not supported`);
  return { kind: 'function', name, call: method };
}

function index(of: PyValue, at: PyValue): PyValue {
  const items = iterate(of);
  const found = typeof at === 'number' ? items.at(at) : undefined;
  if (found === undefined) throw new Refused('reads an item that is not there');
  return found;
}

function binary(operator: BinaryOperator, left: PyValue, right: () => PyValue): PyValue {
  switch (operator) {
    case 'and':
      return truthy(left) ? right() : left;
    case 'or':
      return truthy(left) ? left : right();
    case '+':
      return text(left) + text(right());
    case '%': {
      const values = right();
      return formatPercent(text(left), isObject(values) && values.kind === 'tuple' ? values.items : [values]);
    }
    case '==':
      return equal(left, right());
    case '!=':
      return !equal(left, right());
    case 'is':
      return identical(left, right());
    case 'is not':
      return !identical(left, right());
    case 'in':
      return contains(right(), left);
    case 'not in':
      return !contains(right(), left);
  }
}

function contains(of: PyValue, item: PyValue): boolean {
  return typeof of === 'string' ? of.includes(text(item)) : iterate(of).some((one) => equal(one, item));
}

function equal(left: PyValue, right: PyValue): boolean {
  if (!isObject(left) || !isObject(right)) return left === right;
  if (left.kind === 'tuple' && right.kind === 'tuple') return repr(left) === repr(right);
  throw new Refused('compares values that have no simple equality');
}

/** Only with None, where `is` has one meaning on every Python. */
function identical(left: PyValue, right: PyValue): boolean {
  if (left !== null && right !== null) throw new Refused('`is` is supported with None only');
  return left === right;
}

function text(value: PyValue): string {
  if (typeof value === 'string') return value;
  throw new Refused('uses something else where a text is needed');
}

/** The builtins that templates call. */
export const BUILTINS: Scope = new Map<string, PyValue>([
  ['repr', { kind: 'function', name: 'repr', call: ([value = null]) => repr(value) }],
  ['str', { kind: 'function', name: 'str', call: ([value = '']) => str(value) }],
  ['len', { kind: 'function', name: 'len', call: ([value = null]) => iterate(value).length }],
  ['tuple', { kind: 'function', name: 'tuple', call: ([value = tuple([])]) => tuple(iterate(value)) }],
]);
