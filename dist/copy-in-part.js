import { t as esm_default } from "./esm-part.js";

// src/io/server/copy-in.ts
/** `COPY … FROM stdin`: what the client library has no call for, by its own query class. */
function copyIn(client, sql, rows) {
	return new Promise((resolve, reject) => {
		client.query(new CopyIn(sql, rows, (error) => error ? reject(error) : resolve()));
	});
}
var CopyIn = class extends esm_default.Query {
	#rows;
	constructor(sql, rows, done) {
		super(sql, done);
		this.#rows = rows;
	}
	handleCopyInResponse(connection) {
		const wire = connection;
		wire.sendCopyFromChunk(Buffer.from(this.#rows));
		wire.endCopyFrom();
	}
};

export { copyIn };