import { r as judgingConfigurationOf } from "./judge-configuration-part.js";
import { f as drawGraph, t as openRepository } from "./open-part.js";
import { f as oneLine } from "./escape-part.js";
import { t as renderSvg } from "./graph-svg-part.js";
import { n as textGraph, t as mermaid } from "./mermaid-part.js";
import { a as plural } from "./words-part.js";
import { a as text, i as repositoryDirectory, n as isSet, t as configurationRequest } from "./desk-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";

// src/report/graph-dot.ts
/** The whole map for Graphviz. */
const quoted = (text) => `"${oneLine(text).replace(/[\\"]/g, "\\$&")}"`;
/** One digraph, a cluster per environment; arrows point the way an upgrade runs, dashed ones are `depends_on`. */
function renderDot(graphs) {
	return [
		"digraph revisions {",
		"  rankdir=BT",
		"  node [shape=box fontname=monospace]",
		...graphs.flatMap(({ name, revisions, heads }, index) => {
			const node = (id) => quoted(`${name}:${id}`);
			return [
				`  subgraph cluster_${String(index)} {`,
				`    label=${quoted(name)}`,
				...revisions.map(({ id, message }) => `    ${node(id)} [label=${quoted(`${id} ${message}`.trim())}${(heads ?? []).includes(id) ? " style=bold" : ""}]`),
				...revisions.flatMap(({ id, downRevisions, dependsOn }) => [...downRevisions.map((parent) => `    ${node(parent)} -> ${node(id)}`), ...dependsOn.map((parent) => `    ${node(parent)} -> ${node(id)} [style=dashed]`)]),
				"  }"
			];
		}),
		"}",
		""
	].join("\n");
}

// src/report/graph-text.ts
/** `graph` on a terminal: heads as `alembic heads` prints them, the counts, the problems, the part around the heads. */
function headLine(id, { revisions, effectiveHeads }) {
	const labels = revisions.find((revision) => revision.id === id)?.branchLabels ?? [];
	const mark = (effectiveHeads ?? []).includes(id) ? "effective head" : "head";
	return `  ${oneLine(id)}${labels.length > 0 ? ` (${oneLine(labels.join(", "))})` : ""} (${mark})`;
}
/** One block an environment. */
function renderGraphText(graphs, pictures) {
	return graphs.map((graph) => {
		const picture = pictures.find(({ name }) => name === graph.name);
		const { name, heads, revisions, bases, branchPoints, mergePoints, problems } = graph;
		return [
			`${oneLine(name)}: ${plural(revisions.length, "revision")}, ${heads === null ? "Alembic cannot load them" : plural(heads.length, "head")}`,
			...(heads ?? []).map((id) => headLine(id, graph)),
			...heads === null ? [] : [`  ${plural(bases?.length ?? 0, "base")}, ${plural(branchPoints?.length ?? 0, "branch point")}, ${plural(mergePoints?.length ?? 0, "merge point")}`],
			...problems.map(({ path, message }) => `  problem: ${oneLine(path)}: ${oneLine(message)}`),
			...picture !== void 0 && picture.nodes.length > 0 ? ["", textGraph(picture.nodes).replace(/^/gm, "  ")] : [],
			""
		].join("\n");
	}).join("\n");
}

// src/entry/graph-command.ts
/** `alembic-gate graph`. */
async function graphCommand(flags) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = _usingCtx$1.a(await openRepository(repositoryDirectory(flags)));
		const ref = text(flags, "ref");
		const tree = ref === null ? (await repository.workingTree()).tree : await repository.tree((await repository.resolve(ref)).sha);
		const request = configurationRequest(flags, repository.root);
		const { graphs, pictures, readable, expected } = await drawGraph(tree, judgingConfigurationOf(request), request.locations);
		const format = text(flags, "format") ?? "text";
		const rendered = () => {
			switch (format) {
				case "json": return `${JSON.stringify({ environments: graphs }, null, 2)}\n`;
				case "mermaid": return pictures.map(({ nodes }) => `${mermaid(nodes)}\n`).join("\n");
				case "dot": return renderDot(graphs);
				case "svg": return renderSvg(pictures);
				default: return renderGraphText(graphs, pictures);
			}
		};
		process.stdout.write(rendered());
		if (!readable) return 2;
		return isSet(flags, "check") && !expected ? 1 : 0;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { graphCommand };