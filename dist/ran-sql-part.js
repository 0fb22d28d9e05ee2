// src/report/ran-sql.ts
/** Empty where none was seen. */
function ranSql({ steps }) {
	return steps.filter(({ direction }) => direction !== "upgrade-again").flatMap(({ revision, direction, statements }) => {
		const lines = statements.filter(({ path }) => path !== null).map((one) => `${one.sql.trim()};${costs(one)}`);
		return lines.length === 0 ? [] : [`-- ${direction} ${revision}\n${lines.join("\n")}`];
	}).join("\n\n");
}
/** As a comment of SQL; nothing where the server was not asked. */
function costs({ lockClass, rebuilds }) {
	if (lockClass === "unknown") return "";
	return ` -- ${lockClass}${rebuilds === true ? ", rebuilds the table" : ""}`;
}

export { ranSql as t };