// src/verify/engine-limits.ts
const SQLITE = {
	"lock-class": "SQLite has no classes of locks: whoever writes has the whole file, and everybody else waits for its end",
	"two-deployers": "SQLite lets one session write at a time, on one machine, so that two deployers are not caught side by side"
};
/** Why there is nothing to prove; null where there is. */
const lacking = (engine, proof) => engine === "sqlite" ? SQLITE[proof] ?? null : null;
/** One sentence for whoever reads a proof; null where it is of a server. `engine` as the server names itself. */
function limitsOf({ engine }) {
	if (engine !== "SQLite") return null;
	return "SQLite was chosen: it has one writer, no online change and no length of a text, and a batch copies the whole table, so what passes here says nothing of MySQL, MariaDB or PostgreSQL.";
}

export { limitsOf as n, lacking as t };