/** The one list of dialects. */
import type { Family } from './client.ts';
import type { Dialect } from './dialect.ts';
import { mysql } from './mysql.ts';
import { postgresql } from './postgresql.ts';

export const DIALECTS: Readonly<Record<Family, Dialect>> = { mysql, postgresql };
