/** The version, put in by the build; sources run as themselves. */
declare const __ALEMBIC_GATE_VERSION__: string | undefined;

export const VERSION =
  typeof __ALEMBIC_GATE_VERSION__ === 'string' ? __ALEMBIC_GATE_VERSION__ : '0.0.0-source';
