// src/io/log.ts
/** `quiet` leaves out notes (machine formats keep them: they go to stderr). */
function createLog(terminal, environment) {
	const interactive = terminal.isTTY === true && !environment["CI"];
	let shown = false;
	const clear = () => {
		if (shown) terminal.write("\r\x1B[2K");
		shown = false;
	};
	const line = (text) => {
		clear();
		terminal.write(`${text}\n`);
	};
	return {
		progress(text) {
			if (!interactive) return;
			clear();
			terminal.write(`… ${text}`.slice(0, (terminal.columns ?? 80) - 1));
			shown = true;
		},
		note: (text) => line(text),
		warn: (text) => line(`warning: ${text}`),
		done: clear
	};
}
/** For callers that want silence, such as the bot's recomputation. */
const SILENT = {
	progress: () => void 0,
	note: () => void 0,
	warn: () => void 0,
	done: () => void 0
};

export { createLog as n, SILENT as t };