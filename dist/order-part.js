// src/report/order.ts
const WEIGHT = {
	error: 0,
	warning: 1,
	info: 2
};
/** Files stay in the order in which they were found. */
function inOrder(findings) {
	const files = [...new Set(findings.map(({ path }) => path))];
	return findings.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || files.indexOf(a.path) - files.indexOf(b.path) || (a.line ?? 0) - (b.line ?? 0));
}

export { inOrder as t };