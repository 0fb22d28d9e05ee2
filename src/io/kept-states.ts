/**
 * Base states kept between runs, each under a key made of everything that decides how it turns out. What is read here is a
 * text that somebody may have damaged: it counts only once the server has shown that it leads to what it says.
 */

export type KeptState =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  /** There is an entry, and it is not whole, or not of this key, or not ours. */
  | { readonly kind: 'unusable'; readonly why: string };

export interface KeptStates {
  /** False where entries may be read but come from trusted runs alone (the gate of a pull request on GitHub). */
  readonly writable: boolean;
  read(key: readonly string[]): Promise<KeptState>;
  /** Never rejects: a place that cannot be written costs time, not a verdict. What holds a secret is not written. */
  write(key: readonly string[], text: string): Promise<void>;
  /** Forgets an entry that turned out wrong. */
  discard(key: readonly string[]): Promise<void>;
}
