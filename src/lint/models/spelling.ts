/** What the schema gets of a column or a table argument, spelled alike however its author wrote it. */
import type { Expression } from '../../revision/python/syntax.ts';

/** Keywords that mean something to Python alone. */
const PYTHONS = new Set(
  (
    'default onupdate default_factory insert_default doc info key quote repr init compare kw_only sort_order deferred ' +
    'deferred_group deferred_raiseload active_history use_existing_column insert_sentinel title description alias'
  ).split(' '),
);

export const lastName = (expression: Expression): string =>
  expression.kind === 'attribute' || expression.kind === 'name' ? expression.name : '';

/** `sa.String(50)` and `String(length=50)` differ, `sa.String(50)` and `String( 50 )` do not. */
export function spelling(expression: Expression, text: string): string {
  const inner = (one: Expression): string => spelling(one, text);
  switch (expression.kind) {
    case 'string':
      return JSON.stringify(expression.value);
    case 'name':
    case 'attribute':
      return expression.name;
    case 'call': {
      const given = expression.args.flatMap(({ name, value }) =>
        name === null ? [inner(value)] : PYTHONS.has(name) ? [] : [`${name}=${inner(value)}`],
      );
      const named = given.filter((one) => /^\w+=/.test(one)).sort();
      return `${lastName(expression.callee)}(${[...given.filter((one) => !named.includes(one)), ...named].join(',')})`;
    }
    case 'tuple':
    case 'list':
    case 'set':
      return `[${expression.items.map(inner).join(',')}]`;
    case 'subscript': {
      const of = lastName(expression.object);
      return of === 'Optional' ? `${inner(expression.index)}|None` : `${of}[${inner(expression.index)}]`;
    }
    default:
      return text.slice(expression.from, expression.to).replace(/\s+/g, '');
  }
}
