/** The reading of untouched files: the full one, which is fast enough to need no shortcut that could differ. */
export { readRevision as scanRevision } from './read.ts';
