import { describe, expect, test } from '@jest/globals';
import type { Migration, Operation, Value } from '../../src/revision/operation.ts';
import { readOperations } from '../../src/revision/operations.ts';

const HEAD = 'from alembic import op\nimport sqlalchemy as sa\n';

const migration = (text: string): Migration => {
  const read = readOperations(Buffer.from(text));
  if (read.kind !== 'migration') throw new Error(read.message);
  return read;
};

/** The operations of an `upgrade()` with this body. */
const upgrade = (body: string, before = ''): readonly Operation[] =>
  migration(`${HEAD}${before}def upgrade():\n${body.replace(/^/gm, '    ')}\n`).operations;

const shown = (value: Value): string => {
  switch (value.kind) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'list':
      return `[${value.items.map(shown).join(', ')}]`;
    case 'dict':
      return `{${value.entries.map(([key, one]) => `${shown(key)}: ${shown(one)}`).join(', ')}}`;
    case 'call': {
      const keywords = Object.entries(value.keywords).map(([name, one]) => `${name}=${shown(one)}`);
      return `${value.on ? `${shown(value.on)}.` : ''}${value.callee}(${[...value.args.map(shown), ...keywords].join(', ')})`;
    }
    case 'name':
      return value.name;
    case 'text':
      return `f${JSON.stringify(value.text)}`;
    case 'unknown':
      return `<${value.text}>`;
  }
};

/** One line per operation, for reading. */
const line = (operation: Operation): string => {
  const under = operation.under.length > 0 ? ` | ${operation.under.join(' & ')}` : '';
  switch (operation.kind) {
    case 'sql':
      return `${operation.via}: ${operation.sql}${operation.complete ? '' : ' (in part)'}${under}`;
    case 'unread':
      return `unread ${operation.why}: ${operation.text}${under}`;
    case 'call': {
      const keywords = Object.entries(operation.keywords).map(([name, one]) => `${name}=${shown(one)}`);
      const batch = operation.batchTable
        ? `${shown(operation.batchTable)}.`
        : operation.on
          ? `${shown(operation.on)}.`
          : '';
      return `${batch}${operation.name}(${[...operation.args.map(shown), ...keywords].join(', ')})${under}`;
    }
  }
};

const lines = (body: string, before = ''): readonly string[] => upgrade(body, before).map(line);

test('every way to name the operations object is the same', () => {
  const spellings = [
    ['from alembic import op', 'op'],
    ['from alembic import op as o', 'o'],
    ['import alembic', 'alembic.op'],
    ['import alembic.op', 'alembic.op'],
    ['import alembic.op as x', 'x'],
  ];
  for (const [imported = '', name = ''] of spellings) {
    const { operations } = migration(`${imported}\ndef upgrade():\n    ${name}.drop_table('t')\n`);
    expect(operations.map(line)).toEqual(['drop_table("t")']);
  }
  expect(
    migration(`from alembic.op import drop_table\ndef upgrade():\n    drop_table('t')\n`).operations.map(
      line,
    ),
  ).toEqual(['drop_table("t")']);
});

test('columns and types are the same however SQLAlchemy was imported', () => {
  const expected = [
    'add_column("t", Column("c", mysql.LONGTEXT(), String(50), server_default=text("x"), nullable=false))',
  ];
  expect(
    lines(
      `from sqlalchemy.dialects import mysql\nop.add_column('t', sa.Column('c', mysql.LONGTEXT(), sa.String(50), server_default=sa.text('x'), nullable=False))`,
    ),
  ).toEqual(expected);
  const own =
    'from sqlalchemy import Column, String as S\nfrom sqlalchemy.sql import text\nfrom sqlalchemy.dialects.mysql import LONGTEXT as L\n';
  expect(
    lines(`op.add_column('t', Column('c', L(), S(50), server_default=text('x'), nullable=False))`, own),
  ).toEqual(expected);
});

describe('names, constants and helpers', () => {
  test('constants, f-strings, formats and op.f are read', () => {
    expect(
      lines(
        `t = 'b'\nop.drop_index(op.f('ix_a'), table_name=TABLE)\nop.drop_table(f'{TABLE}_{t}')\nop.drop_table('%s_x' % t)\nop.drop_table('{}_{n}'.format(t, n=1))`,
        `TABLE = 'a'\n`,
      ),
    ).toEqual([
      'drop_index("ix_a", table_name="a")',
      'drop_table("a_b")',
      'drop_table("b_x")',
      'drop_table("b_1")',
    ]);
  });
  test('helpers of the file are followed with their arguments', () => {
    const helper = `def drop(name, *columns, schema=None):\n    for c in columns:\n        op.drop_column(name, c, schema=schema)\n`;
    expect(lines(`drop('t', 'a', 'b', schema='s')`, helper)).toEqual([
      'drop_column("t", "a", schema="s")',
      'drop_column("t", "b", schema="s")',
    ]);
  });
  test('what a helper returns is used', () => {
    expect(lines(`op.add_column('t', column())`, `def column():\n    return sa.Column('x')\n`)).toEqual([
      'add_column("t", Column("x"))',
    ]);
  });
  test('a helper that calls itself is said, not followed for ever', () => {
    expect(lines('f(1)', 'def f(n):\n    op.drop_table("t")\n    f(n - 1)\n')).toEqual([
      'drop_table("t")',
      'unread local-call: f(n - 1)',
    ]);
  });
  test('operations inside a helper keep their own line', () => {
    const [operation] = upgrade('f()', 'def f():\n    op.drop_table("t")\n');
    expect(operation).toMatchObject({ line: 4, endLine: 4 });
  });
  test('nothing runs for ever', () => {
    const calls = Array.from({ length: 11 }, (_, n) => `def f${n}():\n${`    f${n + 1}()\n`.repeat(8)}`).join(
      '',
    );
    const operations = upgrade('f0()', `${calls}def f11():\n    op.drop_table("t")\n`);
    expect(operations.at(-1)).toMatchObject({ kind: 'unread', why: 'too-long' });
  });
});

describe('loops and conditions', () => {
  test('loops over written-out items are unrolled', () => {
    expect(
      lines(
        `for t, c in [('a', 'x'), ('b', 'y')]:\n    op.drop_column(t, c)\nfor k, v in D.items():\n    op.drop_column(k, v)\nfor i, t in enumerate(('p', 'q')):\n    op.drop_column(t, f'c{i}')`,
        `D = {'m': 'n'}\n`,
      ),
    ).toEqual([
      'drop_column("a", "x")',
      'drop_column("b", "y")',
      'drop_column("m", "n")',
      'drop_column("p", "c0")',
      'drop_column("q", "c1")',
    ]);
  });
  test('other loops run once, with nothing known of what they change', () => {
    expect(
      lines(`sql = 'A'\nfor t in tables():\n    sql += t\n    op.drop_table(t)\n    op.execute(sql)`),
    ).toEqual(['drop_table(<t>) | for t in tables()', 'text: \ufffc (in part) | for t in tables()']);
  });
  test('conditions are recorded, those written out are decided', () => {
    expect(
      lines(
        `if op.get_bind().dialect.name == 'mysql':\n    op.drop_table('a')\nelif x:\n    op.drop_table('b')\nelse:\n    op.drop_table('c')\nif DONE:\n    op.drop_table('d')`,
        'DONE = False\n',
      ),
    ).toEqual([
      `drop_table("a") | op.get_bind().dialect.name == 'mysql'`,
      `drop_table("b") | not (op.get_bind().dialect.name == 'mysql') & x`,
      `drop_table("c") | not (op.get_bind().dialect.name == 'mysql') & not (x)`,
    ]);
  });
  test('what follows an early return stands under its opposite', () => {
    expect(lines(`if has():\n    return\nop.drop_table('a')`)).toEqual(['drop_table("a") | not (has())']);
    expect(lines(`return\nop.drop_table('a')`)).toEqual([]);
  });
  test('a way that raises is no way on, and no condition for what follows', () => {
    const body = `if a:\n    t = 'x'\nelif b:\n    t = 'x'\nelse:\n    raise E\nop.drop_table(t)`;
    expect(lines(body)).toEqual(['drop_table("x")']);
  });
  test('names set on one way only are unknown afterwards', () => {
    expect(
      lines(
        `t = 'a'\nif x:\n    t = 'b'\nop.drop_table(t)\nif x:\n    u = 'b'\nelse:\n    u = 'b'\nop.drop_table(u)`,
      ),
    ).toEqual(['drop_table(<t>)', 'drop_table("b")']);
  });
  test('a list that is changed is not taken for what it was', () => {
    expect(lines(`l = ['a']\nl.append('b')\nfor t in l:\n    op.drop_table(t)`)).toEqual([
      'drop_table(<t>) | for t in l',
    ]);
  });
  test('try and except are recorded', () => {
    expect(lines(`try:\n    op.drop_table('a')\nexcept E as e:\n    op.drop_table('b')`)).toEqual([
      'drop_table("a") | try',
      'drop_table("b") | except E',
    ]);
  });
});

describe('contexts', () => {
  test('batch operations name their table', () => {
    expect(
      lines(
        `with op.batch_alter_table('t', schema='s') as b:\n    b.drop_column('c')\n    b.create_index(b.f('ix'), ['c'])`,
      ),
    ).toEqual(['"t".drop_column("c")', '"t".create_index("ix", ["c"])']);
    expect(
      upgrade(`with op.batch_alter_table('t', schema='s') as b:\n    b.drop_column('c')`)[0],
    ).toMatchObject({ batchSchema: { kind: 'literal', value: 's' } });
  });
  test('autocommit blocks are marked', () => {
    const operations = upgrade(
      `with op.get_context().autocommit_block():\n    op.create_index('i', 't', ['c'], postgresql_concurrently=True)\nop.drop_table('t')`,
    );
    expect(operations.map(({ autocommit }) => autocommit)).toEqual([true, false]);
  });
});

describe('raw SQL', () => {
  test.each([
    [`op.execute('A')`, 'text: A'],
    [`op.execute("A" " B" 'C')`, 'text: A BC'],
    [`op.execute(sa.text('A :x').bindparams(x=1))`, 'text: A :x'],
    [`op.execute(f"A {x} B")`, 'text: A \ufffc B (in part)'],
    [`op.execute(compose())`, 'text: \ufffc (in part)'],
    [`op.execute(compose('A'))`, 'text: \ufffc (in part)'],
    [`op.get_bind().execute(sa.text('A'))`, 'text: A'],
    [`op.get_bind().exec_driver_sql('A :x')`, 'driver: A :x'],
    [`conn = op.get_bind()\nconn.execute('A')`, 'driver: A'],
    [`bind = op.get_bind()\nwith bind.connect() as c:\n    c.execute(sa.text('A'))`, 'text: A'],
    [`cursor = op.get_bind().connection.cursor()\ncursor.execute('A')`, 'driver: A'],
    [`session = sa.orm.Session(bind=op.get_bind())\nsession.execute(sa.text('A'))`, 'text: A'],
    [`x = op.get_bind().execute(sa.text('A')).scalar()`, 'text: A'],
    [`op.execute(sa.DDL('A'))`, 'driver: A'],
    [`op.execute(textwrap.dedent("""A"""))`, 'text: A'],
    [`op.execute("A".strip())`, 'text: A'],
    [
      `op.execute(users.update().where(users.c.id == 1).values(name='x'))`,
      'execute(table("users", column("id")).update().where(<users.c.id == 1>).values(name="x"))',
    ],
    [`op.bulk_insert(users, [{'id': 1}])`, 'bulk_insert(table("users", column("id")), [{"id": 1}])'],
    [
      `sa.Enum('a', name='e').create(op.get_bind(), checkfirst=True)`,
      'Enum("a", name="e").create(op.get_bind(), checkfirst=true)',
    ],
    [`[op.execute(s) for s in ('A',)]`, 'text: A'],
  ])('%s', (body, expected) => {
    expect(lines(body, `import textwrap\nusers = sa.table('users', sa.column('id'))\n`)).toEqual([expected]);
  });
});

describe('what cannot be read is said', () => {
  test.each([
    [`getattr(op, name)('t')`, 'dynamic-call'],
    [`exec('x')`, 'dynamic-call'],
    [`globals()['x']()`, 'dynamic-call'],
    [`op.invoke(x)`, 'dynamic-call'],
    [`helpers.add_stuff('t')`, 'imported-call'],
    [`x = helpers.add_stuff(op.get_bind())`, 'imported-call'],
    [`helper(op)`, 'imported-call'],
    [`session = sa.orm.Session(op.get_bind())\nsession.add(x)`, 'session'],
    [`session = sa.orm.sessionmaker()(bind=op.get_bind())\nsession.query(X).filter(x).update({})`, 'session'],
  ])('%s', (body, why) => {
    expect(upgrade(body, 'from app import helpers\nfrom app.tools import helper\n')).toMatchObject([
      { kind: 'unread', why },
    ]);
  });
  test.each([
    `logger.info('x')`,
    `helpers.log.warning('x')`,
    `n = op.get_bind().dialect.name\nhelpers.x(n) if n else helpers.y(n)`,
    `print('x')`,
    `inspector = sa.inspect(op.get_bind())\ninspector.get_table_names()`,
    `sa.MetaData().reflect(bind=op.get_bind())`,
    `time.sleep(1)`,
    `x = helpers.quote('x')`,
  ])('%s leaves the database alone', (body) => {
    expect(
      upgrade(body, 'import logging, time\nfrom app import helpers\nlogger = logging.getLogger(__name__)\n'),
    ).toEqual([]);
  });
});

describe('the functions of a migration', () => {
  const bodies = (text: string): readonly unknown[] =>
    migration(text).functions.map(({ direction, database, body, line: at }) => [
      direction,
      database,
      body,
      at,
    ]);
  test('present, empty, raising, missing', () => {
    expect(
      bodies(
        'def upgrade():\n    """x"""\n    pass\n\n@d\ndef downgrade() -> None:\n    raise NotImplementedError("no")\n',
      ),
    ).toEqual([
      ['upgrade', null, 'empty', 1],
      ['downgrade', null, 'raises', 6],
    ]);
    expect(bodies('def upgrade():\n    op.drop_table("t")\n')).toEqual([['upgrade', null, 'present', 1]]);
  });
  test('one per database in a multi-database tree', () => {
    const text = `${HEAD}def upgrade(engine_name):\n    globals()["upgrade_%s" % engine_name]()\ndef upgrade_a():\n    op.drop_table('x')\ndef upgrade_b():\n    pass\n`;
    expect(bodies(text)).toEqual([
      ['upgrade', 'a', 'present', 5],
      ['upgrade', 'b', 'empty', 7],
    ]);
    expect(migration(text).operations).toMatchObject([{ kind: 'call', name: 'drop_table', database: 'a' }]);
  });
  test('a helper named like one is no entry', () => {
    const text = `${HEAD}def upgrade():\n    upgrade_users()\ndef upgrade_users():\n    op.drop_table('x')\n`;
    expect(migration(text).operations).toHaveLength(1);
  });
  test('an imported upgrade is unread, not missing', () => {
    const read = migration('from app import upgrade\n');
    expect(read.functions).toMatchObject([{ direction: 'upgrade', body: 'present' }]);
    expect(read.operations).toMatchObject([{ kind: 'unread', why: 'imported-call' }]);
  });
});

test('comments for the gate say what they govern', () => {
  const text = `def upgrade():\n    # alembic-gate: ignore[no-drop-table, x] nobody reads it\n    # more\n    op.drop_table("t")\n    f("# alembic-gate: ignore[y] no")  # alembic-gate: ignore[z]\n\n# alembic-gate: irreversible data is gone\ndef downgrade(): ...  # alembic-gate: igno\n`;
  expect(migration(text).comments).toEqual([
    { kind: 'ignore', rules: ['no-drop-table', 'x'], reason: 'nobody reads it', line: 2, governs: 4 },
    { kind: 'ignore', rules: ['z'], reason: '', line: 5, governs: 5 },
    { kind: 'irreversible', reason: 'data is gone', line: 7, governs: 8 },
    { kind: 'unknown', text: 'igno', line: 8, governs: 8 },
  ]);
});

test('imports are listed, those inside functions too', () => {
  const read = migration(
    'import a.b as c, d\nfrom .x import *\ndef upgrade():\n    from app.models import User\n',
  );
  expect(read.imports.map(({ module, names, line: at }) => [module, names, at])).toEqual([
    ['a.b', [], 1],
    ['d', [], 1],
    ['.x', ['*'], 2],
    ['app.models', ['User'], 4],
  ]);
});

test("the docstring's header is read", () => {
  expect(
    migration('"""m\n\nRevision ID: b\nRevises: a, c\nCreate Date: 2024-01-02 03:04:05.678901\n\n"""\n')
      .header,
  ).toEqual({
    revisionId: 'b',
    revises: ['a', 'c'],
    createDate: '2024-01-02 03:04:05.678901',
  });
});
