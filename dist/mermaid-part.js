import { d as mermaidLabel, f as oneLine } from "./escape-part.js";

// src/report/mermaid.ts
const CLASSES = [
	"classDef base fill:#eef1f5,stroke:#8a94a6,color:#1f2328",
	"classDef pull fill:#ddf4ff,stroke:#0969da,color:#1f2328",
	"classDef proposed fill:#dafbe1,stroke:#1a7f37,color:#1f2328,stroke-dasharray:4 3"
];
const CLASS_OF = {
	base: "base",
	"pull-request": "pull",
	proposed: "proposed"
};
/** A Mermaid flowchart, newest revision on top; ids of nodes are our own, so labels are the only foreign text. */
function mermaid(nodes) {
	const name = new Map(nodes.map(({ id }, index) => [id, `n${String(index)}`]));
	const boxes = nodes.map((node) => {
		const text = [mermaidLabel(node.id, 40), mermaidLabel(node.message, 48)].filter((part) => part !== "");
		return `  ${name.get(node.id) ?? ""}["${text.join("<br/>")}${node.head ? "<br/>(head)" : ""}"]:::${CLASS_OF[node.role]}`;
	});
	const edges = nodes.flatMap((node) => node.parents.map(({ id, skipped }) => {
		const label = skipped > 0 ? `|"… ${String(skipped)} more"|` : "";
		const line = node.role === "proposed" ? "-.->" : "-->";
		return `  ${name.get(id) ?? ""} ${line}${label} ${name.get(node.id) ?? ""}`;
	}));
	return [
		"flowchart BT",
		...boxes,
		...edges,
		...CLASSES.map((line) => `  ${line}`)
	].join("\n");
}
const MARK = {
	base: " ",
	"pull-request": "+",
	proposed: "*"
};
/** One revision a line, newest first: `+ 3f2a91c <- 90e7d2f (head)  message`; `+` is new, `*` is proposed. */
function textGraph(nodes) {
	return [...nodes].reverse().map(({ id, role, head, parents, message }) => {
		const below = parents.map((parent) => oneLine(parent.id, 40) + (parent.skipped > 0 ? ` (… ${String(parent.skipped)} more)` : ""));
		return `${MARK[role]} ${oneLine(id, 40)} <- ${below.join(", ") || "…"}${head ? " (head)" : ""}  ${oneLine(message, 60)}`.trimEnd();
	}).join("\n");
}

export { textGraph as n, mermaid as t };