import { t as UsageError } from "./usage-error-part.js";

// src/report/parts.ts
/** What the configuration says decides. */
const CONFIGURED = {
	engine: "",
	image: ""
};
/** GitHub starts no more jobs of one matrix. */
const MOST_JOBS = 256;
const ENGINE_OF_IMAGE = {
	mysql: "mysql",
	percona: "mysql",
	"percona-server": "mysql",
	mariadb: "mariadb",
	postgres: "postgresql",
	postgresql: "postgresql"
};
/** `mysql:8.4`, or `mysql=registry.example/db:8.4` where the name does not say the engine. Throws UsageError. */
function readImage(text) {
	const [, said, image = text] = /^(mysql|mariadb|postgresql)=(.+)$/.exec(text) ?? [];
	if (said === "mysql" || said === "mariadb" || said === "postgresql") return {
		engine: said,
		image
	};
	const [name = ""] = (image.split("/").at(-1) ?? "").split(/[:@]/);
	const known = Object.entries(ENGINE_OF_IMAGE).find(([key]) => key === name);
	if (known !== void 0) return {
		engine: known[1],
		image
	};
	throw new UsageError(`the image ${text} does not say which engine it holds: write mysql=, mariadb= or postgresql= in front of it`);
}
/** Every environment that a database could say something about, on every image; none where there is none. Throws UsageError. */
function partsOf(environments, images) {
	const servers = images.length === 0 ? [CONFIGURED] : images;
	const parts = [];
	for (const { name } of environments.filter(({ provable }) => provable)) for (const { engine, image } of servers) {
		const version = /:([^:/@]+)(?:@.*)?$/.exec(image)?.[1] ?? "";
		const part = unique(slug([
			name,
			engine,
			version
		].filter(Boolean).join("-")), parts);
		parts.push({
			part,
			environment: name,
			engine,
			version,
			image
		});
	}
	if (parts.length <= MOST_JOBS) return parts;
	throw new UsageError(`${String(parts.length)} parts are more than the ${String(MOST_JOBS)} jobs of a matrix: give fewer images, or several workflows with --environment`);
}
const slug = (text) => text.replace(/[^\w.-]+/g, "-").replace(/^[-.]+|[-.]+$/g, "") || "part";
function unique(name, parts) {
	const taken = (one) => parts.some(({ part }) => part.toLowerCase() === one.toLowerCase());
	if (!taken(name)) return name;
	let number = 2;
	while (taken(`${name}-${String(number)}`)) number += 1;
	return `${name}-${String(number)}`;
}
/** The value of `strategy.matrix`. */
const matrixOf = (parts) => ({ include: parts });
/** The artifact in which a part's job leaves its report. */
const PART_ARTIFACT = "alembic-gate-part-";

export { readImage as i, matrixOf as n, partsOf as r, PART_ARTIFACT as t };