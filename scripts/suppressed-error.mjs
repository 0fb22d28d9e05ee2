/**
 * What `await using` needs on Node 20 where both the block and its disposal fail: the transformer's own stand-in is
 * declared under one name and used under another, so that the reader of a failed test would see neither error.
 */
globalThis._SuppressedError ??= class SuppressedError extends Error {
  constructor(error, suppressed, message) {
    const told = (one) => one?.stack ?? String(one);
    super(`${message}\n${told(suppressed)}\nthen, during disposal: ${told(error)}`);
    this.name = 'SuppressedError';
    this.error = error;
    this.suppressed = suppressed;
  }
};
