/** The one place that writes for people: progress on a terminal, notes everywhere, all on stderr. */

export interface Log {
  /** What is being done now; replaced by the next one, shown on a terminal only. */
  readonly progress: (text: string) => void;
  /** A fact worth keeping: which Python, which server, how old the base is. */
  readonly note: (text: string) => void;
  readonly warn: (text: string) => void;
  /** Clears a shown progress line. */
  readonly done: () => void;
}

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** `quiet` leaves out notes (machine formats keep them: they go to stderr). */
export function createLog(
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>>,
): Log {
  const interactive = terminal.isTTY === true && !environment['CI'];
  let shown = false;
  const clear = (): void => {
    if (shown) terminal.write('\r\x1b[2K');
    shown = false;
  };
  const line = (text: string): void => {
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
    done: clear,
  };
}

/** For callers that want silence, such as the bot's recomputation. */
export const SILENT: Log = {
  progress: () => undefined,
  note: () => undefined,
  warn: () => undefined,
  done: () => undefined,
};
