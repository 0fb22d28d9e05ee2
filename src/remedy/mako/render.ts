/** Renders a `script.py.mako` to the text that Mako gives, or refuses by name what is not surely the same. */
import { truthy } from '../python/value.ts';
import { BUILTINS, evaluate, iterate, type Scope } from './evaluate.ts';
import { parseExpression } from './expression.ts';
import { applyFilters } from './filter.ts';
import { contextOf, runBlock, type Bindings } from './block.ts';
import { lexTemplate } from './lex.ts';
import { at, structure, type Node } from './structure.ts';

/** Throws Refused with the template's line. `names` are what Alembic passes to the template. */
export function renderTemplate(source: string, names: Scope): string {
  const scope = new Map([...BUILTINS, ...names]);
  scope.set('context', contextOf(scope));
  return renderNodes(structure(lexTemplate(source)), scope);
}

function renderNodes(nodes: readonly Node[], scope: Bindings): string {
  return nodes.map((node) => at(node.line, () => renderNode(node, scope))).join('');
}

function renderNode(node: Node, scope: Bindings): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'expression':
      return applyFilters(evaluate(parseExpression(node.code), scope), node.filters, scope);
    case 'block':
      runBlock(node.code, node.module, scope);
      return '';
    case 'if': {
      const taken = node.branches.find(({ test }) => test === null || truthy(evaluate(test, scope)));
      return taken === undefined ? '' : renderNodes(taken.body, scope);
    }
    case 'for':
      return iterate(evaluate(node.items, scope))
        .map((item) => {
          scope.set(node.name, item);
          return renderNodes(node.body, scope);
        })
        .join('');
  }
}
