/** Every node below a node, whatever its kind. */
import type { Expression, Statement } from './syntax.ts';

export type Node = Expression | Statement;

/**
 * Calls `visit` for the node and everything below it, in source order; a visit that returns false keeps out of what is
 * below.
 */
export function walk(node: Node, visit: (node: Node) => boolean): void {
  const pending: unknown[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isNode(next) && !visit(next)) continue;
    const below = Object.values(Object(next) as Record<string, unknown>);
    for (const child of below.reverse()) if (typeof child === 'object' && child !== null) pending.push(child);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'from' in value;
}
