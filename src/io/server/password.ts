/** Passwords for users that live as long as one run. */
import { randomBytes } from 'node:crypto';

/** Has a character of every kind that password policies ask for, and none that needs quoting. */
export function newPassword(): string {
  return `${randomBytes(18).toString('base64url')}-aA1`;
}
