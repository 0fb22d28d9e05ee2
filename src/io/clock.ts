/** Time and chance, the two things a verdict must not depend on and a new revision cannot do without. */
import { randomBytes } from 'node:crypto';

export interface Clock {
  /** Microseconds since 1970; the last three digits are the machine's best effort. */
  now(): { readonly epochMicroseconds: number };
  /** IANA name of the zone that naive local times are in. */
  readonly timeZone: string;
  /** A new revision id: twelve hex digits, as Alembic takes them from a random UUID (alembic/util/langhelpers.py). */
  newId(): string;
}

export function systemClock(): Clock {
  return {
    now: () => ({ epochMicroseconds: Math.round((performance.timeOrigin + performance.now()) * 1000) }),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: () => randomBytes(6).toString('hex'),
  };
}
