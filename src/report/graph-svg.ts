/** The part around the heads as a picture that needs no renderer: one row a revision, one lane a line of descent. */
import type { NeighbourhoodNode } from '../graph/neighbourhood.ts';
import { htmlText } from './escape.ts';
import type { GraphPicture } from './graph-report.ts';

const ROW = 34;
const LANE = 26;
const LEFT = 24;
const COLOUR: Readonly<Record<NeighbourhoodNode['role'], string>> = {
  base: '#8a94a6',
  'pull-request': '#0969da',
  proposed: '#1a7f37',
};

interface Placed {
  readonly node: NeighbourhoodNode;
  readonly row: number;
  readonly lane: number;
}

/** Newest on top; a revision takes the lane of the child that reached it first, else a free one. */
function place(nodes: readonly NeighbourhoodNode[]): readonly Placed[] {
  const lanes: (string | undefined)[] = [];
  return [...nodes].reverse().map((node, row) => {
    const reserved = lanes.indexOf(node.id);
    const free = lanes.indexOf(undefined);
    const lane = reserved >= 0 ? reserved : free >= 0 ? free : lanes.length;
    lanes.forEach((id, index) => {
      if (id === node.id) lanes[index] = undefined;
    });
    const [first, ...others] = node.parents.map(({ id }) => id);
    lanes[lane] = first !== undefined && lanes.includes(first) ? undefined : first;
    for (const id of others)
      if (!lanes.includes(id))
        lanes[lanes.includes(undefined) ? lanes.indexOf(undefined) : lanes.length] = id;
    return { node, row, lane };
  });
}

const x = (lane: number): number => LEFT + lane * LANE;
const y = (row: number): number => ROW / 2 + row * ROW;

function drawing(
  { name, nodes }: GraphPicture,
  top: number,
): { readonly svg: string; readonly height: number } {
  const placed = place(nodes);
  const at = new Map(placed.map((item) => [item.node.id, item]));
  const text = x(Math.max(0, ...placed.map(({ lane }) => lane)) + 1);
  const edges = placed.flatMap(({ node, row, lane }) =>
    node.parents.flatMap(({ id, skipped }) => {
      const parent = at.get(id);
      if (parent === undefined) return [];
      const path = `M${String(x(lane))} ${String(y(row))}C${String(x(lane))} ${String(y(row) + ROW)} ${String(x(parent.lane))} ${String(y(parent.row) - ROW)} ${String(x(parent.lane))} ${String(y(parent.row))}`;
      return [
        `<path d="${path}" fill="none" stroke="#8a94a6"${skipped > 0 ? ' stroke-dasharray="3 3"' : ''}/>`,
      ];
    }),
  );
  const dots = placed.map(
    ({ node, row, lane }) =>
      `<circle cx="${String(x(lane))}" cy="${String(y(row))}" r="6" fill="${COLOUR[node.role]}"/>` +
      `<text x="${String(text)}" y="${String(y(row) + 4)}">${htmlText(node.id)}${node.head ? ' (head)' : ''}  ${htmlText(node.message.slice(0, 80))}</text>`,
  );
  const height = ROW * (nodes.length + 1);
  const title = `<text x="8" y="20" font-weight="bold">${htmlText(name)}</text>`;
  return {
    svg: `<g transform="translate(0 ${String(top)})">${title}<g transform="translate(0 ${String(ROW)})">${[...edges, ...dots].join('')}</g></g>`,
    height,
  };
}

/** A standalone SVG document, all environments below each other. */
export function renderSvg(pictures: readonly GraphPicture[]): string {
  let top = 0;
  const parts = pictures.map((picture) => {
    const { svg, height } = drawing(picture, top);
    top += height;
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${String(top)}" font-family="monospace" font-size="13"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>\n`;
}
