/** What the driver has to know of an engine: MariaDB is spoken as MySQL is. */
import type { Engine } from '../config/config.ts';

export const familyOf = (engine: Engine): Exclude<Engine, 'mariadb'> =>
  engine === 'mariadb' ? 'mysql' : engine;
