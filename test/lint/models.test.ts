import { describe, expect, test } from '@jest/globals';
import { migrationFindings } from '../../src/lint/migration-findings.ts';
import { isSame, isUnmapped, mapped } from '../../src/lint/models/model.ts';
import { readModels } from '../../src/lint/models/read.ts';

const models = (...texts: readonly string[]) =>
  readModels(new Map(texts.map((text, index) => [`models${index}.py`, Buffer.from(text)])));

const columnsOf = (text: string, table: string): readonly string[] => [
  ...(mapped(models(text), table)?.columns.keys() ?? []),
];

const BASE = 'class Base(DeclarativeBase):\n    pass\n';
const USER = `${BASE}class User(Base):\n    __tablename__ = "user"\n    id: Mapped[int] = mapped_column(primary_key=True)\n`;

describe('tables are read', () => {
  test.each([
    ['a declarative class', `${USER}    nick = Column("nickname", String(9))\n`, 'user', ['id', 'nickname']],
    [
      'an annotation alone',
      `${USER}    age: Mapped[int]\n    notes: Mapped[list["Note"]] = relationship()\n`,
      'user',
      ['id', 'age'],
    ],
    [
      'a table',
      'users = sa.Table("user", metadata, sa.Column("id", sa.Integer), schema="app")',
      'app.user',
      ['id'],
    ],
    ['Flask-SQLAlchemy', 'class UserNote(db.Model):\n    id = db.Column(db.Integer)\n', 'user_note', ['id']],
    [
      'SQLModel',
      'class Hero(SQLModel, table=True):\n    id: int | None = Field(default=None)\n    name: str\n    team: "Team" = Relationship()\n',
      'hero',
      ['id', 'name'],
    ],
    [
      'a mixin',
      `class Dated:\n    made = Column(DateTime)\n    @declared_attr\n    def by(cls):\n        return Column(Integer)\nclass User(Dated, Model):\n    __tablename__ = "user"\n`,
      'user',
      ['made', 'by'],
    ],
    [
      'a child on the table of its parent',
      `${USER}class Admin(User):\n    level = Column(Integer)\n`,
      'user',
      ['id', 'level'],
    ],
  ])('from %s', (_, text, table, columns) => {
    expect(columnsOf(text, table)).toEqual(columns);
    expect(mapped(models(text), table)?.whole).toBe(true);
  });
});

describe('what cannot be read is no proof of absence', () => {
  test.each([
    [
      'a base class of elsewhere',
      'class User(Audited):\n    __tablename__ = "user"\n    id = Column(Integer)\n',
      'user',
    ],
    ['a column that a function makes', `${USER}    nick = text_column()\n`, 'user'],
    ['a column under a condition', `${USER}    if FLAG:\n        nick = Column(Text)\n`, 'user'],
    ['a table that is reflected', 'users = Table("user", metadata, autoload_with=engine)', 'user'],
  ])('of a column: %s', (_, text, table) => {
    expect(isUnmapped(models(text), table, 'nick')).toBe(false);
  });
  test.each([
    [
      'a computed name',
      `${USER}class Note(Base):\n    __tablename__ = PREFIX + "note"\n    id = Column(Integer)\n`,
    ],
    ['a file that does not parse', `${USER}class Note(\n`],
    ['no model at all', 'import sqlalchemy\n'],
  ])('of a table: %s', (_, text) => {
    expect(isUnmapped(models(text), 'note')).toBe(false);
  });
  test('and what can be read is one', () => {
    expect(isUnmapped(models(USER), 'note')).toBe(true);
    expect(isUnmapped(models(USER), 'user', 'nick')).toBe(true);
    expect(isUnmapped(models(USER), 'user', 'ID')).toBe(false);
  });
});

test.each([
  ['spelling', 'sa.String(50)', 'String( 50 )', true],
  ['a default of Python', 'String(50), default="x"', 'String(50)', true],
  [
    'the order of keywords',
    'String(50), unique=True, nullable=True',
    'String(50), nullable=True, unique=True',
    true,
  ],
  ['a length', 'String(50)', 'String(60)', false],
  ['nullability', 'String(50)', 'String(50), nullable=False', false],
])('two models are compared by what the schema gets: %s', (_, one, other, same) => {
  const [before, after] = [one, other].map((type) =>
    mapped(models(`${USER}    a = Column(${type})\n`), 'user'),
  );
  expect(before && after && isSame(before, after)).toBe(same);
});

describe('a changed model asks for a migration', () => {
  const NICK = `${USER}    nick = Column(Text)\n`;
  const said = (base: string, merged: string, upgrade: string | null): readonly string[] => {
    const facts = { base: models(base), merged: models(merged), changed: base !== merged };
    const file = `from alembic import op\nimport sqlalchemy as sa\ndef upgrade():\n    ${upgrade ?? ''}\n`;
    return migrationFindings(facts, upgrade === null ? [] : [Buffer.from(file)], 'mysql', 'migrations').map(
      ({ severity, message }) => `${severity} ${message}`,
    );
  };
  test('of that table', () => {
    const missing = [expect.stringMatching(/^warning The model of `user` changes/)];
    expect(said(USER, NICK, null)).toEqual(missing);
    expect(said(USER, NICK, 'op.drop_table("note")')).toEqual(missing);
    expect(said(USER, NICK, 'op.add_column("USER", sa.Column("nick", sa.Text()))')).toEqual([]);
    expect(said(BASE, USER, null)).toEqual([
      expect.stringMatching(/^warning The model of `user` maps a table/),
    ]);
  });
  test('unless nobody can say what the migration does', () => {
    expect(said(USER, NICK, 'op.execute(sql())')).toEqual([]);
  });
  test('but not where something leaves it', () => {
    expect(said(NICK, USER, null)).toEqual([expect.stringMatching(/^info `user.nick` left the models/)]);
    expect(said(USER, BASE, null)).toEqual([expect.stringMatching(/^info Table `user` left the models/)]);
  });
});
