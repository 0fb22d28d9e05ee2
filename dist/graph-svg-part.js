import { c as htmlText, f as oneLine } from "./escape-part.js";

// src/report/graph-svg.ts
const ROW = 34;
const LANE = 26;
const LEFT = 24;
const COLOUR = {
	base: "#8a94a6",
	"pull-request": "#0969da",
	proposed: "#1a7f37"
};
/** Newest on top; a revision takes the lane of the child that reached it first, else a free one. */
function place(nodes) {
	const lanes = [];
	return [...nodes].reverse().map((node, row) => {
		const reserved = lanes.indexOf(node.id);
		const free = lanes.indexOf(void 0);
		const lane = reserved >= 0 ? reserved : free >= 0 ? free : lanes.length;
		lanes.forEach((id, index) => {
			if (id === node.id) lanes[index] = void 0;
		});
		const [first, ...others] = node.parents.map(({ id }) => id);
		lanes[lane] = first !== void 0 && lanes.includes(first) ? void 0 : first;
		for (const id of others) if (!lanes.includes(id)) lanes[lanes.includes(void 0) ? lanes.indexOf(void 0) : lanes.length] = id;
		return {
			node,
			row,
			lane
		};
	});
}
const x = (lane) => LEFT + lane * LANE;
const y = (row) => ROW / 2 + row * ROW;
/** Of a letter of the monospaced font, at most. */
const LETTER = 8.2;
function drawing({ name, nodes }, top) {
	const placed = place(nodes);
	const at = new Map(placed.map((item) => [item.node.id, item]));
	const left = x(Math.max(0, ...placed.map(({ lane }) => lane)) + 1);
	const edges = placed.flatMap(({ node, row, lane }) => node.parents.flatMap(({ id, skipped }) => {
		const parent = at.get(id);
		if (parent === void 0) return [];
		return [`<path d="${`M${String(x(lane))} ${String(y(row))}C${String(x(lane))} ${String(y(row) + ROW)} ${String(x(parent.lane))} ${String(y(parent.row) - ROW)} ${String(x(parent.lane))} ${String(y(parent.row))}`}" fill="none" stroke="#8a94a6"${skipped > 0 ? " stroke-dasharray=\"3 3\"" : ""}/>`];
	}));
	const labels = placed.map(({ node }) => `${oneLine(node.id, 40)}${node.head ? " (head)" : ""}  ${oneLine(node.message, 80)}`);
	const dots = placed.map(({ node, row, lane }, index) => `<circle cx="${String(x(lane))}" cy="${String(y(row))}" r="6" fill="${COLOUR[node.role]}"/><text x="${String(left)}" y="${String(y(row) + 4)}">${htmlText(labels[index] ?? "")}</text>`);
	const above = name === "" ? 0 : ROW;
	const title = name === "" ? "" : `<text x="8" y="20" font-weight="bold">${htmlText(oneLine(name, 100))}</text>`;
	const longest = Math.max(...labels.map(({ length }) => left + length * LETTER), 8 + name.length * LETTER);
	return {
		svg: `<g transform="translate(0 ${String(top)})">${title}<g transform="translate(0 ${String(above)})">${[...edges, ...dots].join("")}</g></g>`,
		width: Math.ceil(longest) + LEFT,
		height: ROW * nodes.length + above
	};
}
/**
* All environments below each other: as a document of its own on white, or as part of a page, in that page's colours.
*/
function renderSvg(pictures, where = "document") {
	let [top, width] = [0, 300];
	const parts = pictures.map((picture) => {
		const drawn = drawing(picture, top);
		top += drawn.height;
		width = Math.max(width, drawn.width);
		return drawn.svg;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" ${`width="${String(width)}" height="${String(top)}" viewBox="0 0 ${String(width)} ${String(top)}"`} font-family="monospace" font-size="13"${where === "page" ? " fill=\"currentColor\"" : ""}>${where === "page" ? "" : "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"}${parts.join("")}</svg>\n`;
}

export { renderSvg as t };