"""The wire to the gate: JSON lines, out on one descriptor and in on another."""

import json
import os
import queue
import signal
import threading


class Channel:
    """Messages to and from the gate. When the gate is gone, so is this process and all that it started."""

    def __init__(self, out_fd, in_fd):
        for descriptor in (out_fd, in_fd):
            os.set_inheritable(descriptor, False)
        self._out = os.fdopen(out_fd, "w", encoding="utf-8", newline="\n")
        self._in = os.fdopen(in_fd, "r", encoding="utf-8")
        self._requests = queue.Queue()
        self._answers = queue.Queue()
        self._asking = threading.Lock()
        self._sending = threading.Lock()
        threading.Thread(target=self._read, name="alembic-gate", daemon=True).start()

    def send(self, message):
        # Lone surrogates (a file name that is no UTF-8) must not end the conversation: ASCII escapes carry them.
        line = json.dumps(message, ensure_ascii=True, default=str)
        with self._sending:
            self._out.write(line + "\n")
            self._out.flush()

    def receive(self):
        """The gate's next request; waits for it."""
        return self._requests.get()

    def ask(self, question):
        """Sends a message in the middle of a request and waits for the gate's answer to it."""
        with self._asking:
            self.send(question)
            return self._answers.get()

    def _read(self):
        for line in self._in:
            message = json.loads(line)
            (self._answers if "answer" in message else self._requests).put(message.get("answer", message))
        # A migration may be in the middle of a long statement: nobody is left to hear its end.
        if os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(1)
