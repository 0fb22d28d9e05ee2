"""How each database driver is told where to connect, and where in its code every connection passes.

Patched is the innermost public place (a class's `__init__`, the function behind an alias), at the moment its module
is imported: `creator=`, pools and `from pymysql import connect` all end there, SQLAlchemy or not.
"""

import functools

from .after_import import after_import

MYSQL_ARGUMENTS = ("host", "user", "password", "database", "port", "unix_socket")
MYSQL_REPLACED = frozenset(
    "host port unix_socket user username password passwd password1 password2 password3 db database"
    " ssl read_default_file read_default_group option_files option_groups server_public_key sock password_creator"
    " tls_versions tls_ciphersuites auth_plugin auth_plugin_map kerberos_auth_mode krb_service_principal"
    " oci_config_file oci_config_profile openid_token_file webauthn_callback".split()
)
POSTGRESQL_REPLACED = frozenset(
    "host hostaddr port user password passfile database dbname service servicefile dsn ssl direct_tls"
    " requiressl gssencmode channel_binding require_auth target_session_attrs krbsrvname gsslib"
    " gssdelegation load_balance_hosts".split()
)
# Said outright, since libpq takes what is left out from the environment (PGHOSTADDR alone leads elsewhere).
LIBPQ_OTHERWISE = {"hostaddr": "", "sslmode": "disable", "gssencmode": "disable", "channel_binding": "disable"}


def is_replaced(family, name):
    """Whether an argument says where or as whom to connect, or how the wire is encrypted."""
    if family == "mysql":
        return name in MYSQL_REPLACED or name.startswith("ssl_")
    if family == "sqlite":
        return name in ("database", "uri")
    return name in POSTGRESQL_REPLACED or name.startswith("ssl")


def mysql_arguments(endpoint):
    where = (
        {"unix_socket": endpoint["socket"]}
        if endpoint["socket"]
        else {"host": endpoint["host"], "port": endpoint["port"]}
    )
    return dict(where, user=endpoint["user"], password=endpoint["password"], database=endpoint["database"])


def aiomysql_arguments(endpoint):
    arguments = mysql_arguments(endpoint)
    arguments["db"] = arguments.pop("database")
    return arguments


def postgresql_arguments(endpoint, database="dbname"):
    # A directory in place of a host is libpq's way, and asyncpg's, to name a socket.
    arguments = {
        "host": endpoint["socket"] or endpoint["host"],
        "user": endpoint["user"],
        database: endpoint["database"],
    }
    if endpoint["port"]:
        arguments["port"] = endpoint["port"]
    if endpoint["password"]:
        arguments["password"] = endpoint["password"]
    return arguments


def target_of(arguments):
    """Where the application meant to go, as far as that tells databases apart."""
    host = arguments.get("unix_socket") or arguments.get("host") or arguments.get("hostaddr") or "localhost"
    database = arguments.get("database") or arguments.get("db") or arguments.get("dbname")
    port = arguments.get("port")
    text = lambda value: value.decode() if isinstance(value, bytes) else str(value)  # noqa: E731
    return {
        "host": "localhost" if text(host) in ("127.0.0.1", "::1") else text(host),
        "port": int(port) if port and str(port).isdigit() else None,
        "database": text(database) if database else None,
    }


def _method(family, positional, fresh):
    """For `def connect(self_or_cls, host, user, …)`: the arguments that say where are replaced, the rest is kept."""

    def wrap(original, redirect):
        can_skip_tls = "ssl_disabled" in getattr(getattr(original, "__code__", None), "co_varnames", ())

        @functools.wraps(original)
        def connect(self, *args, **kwargs):
            if len(args) > len(positional):
                raise TypeError("connect() takes %d positional arguments here, name the others" % len(positional))
            given = dict(zip(positional, args), **kwargs)
            kept = {name: value for name, value in given.items() if not is_replaced(family, name)}
            endpoint = redirect.endpoint(family, target_of(given))
            if can_skip_tls and endpoint["socket"]:
                kept["ssl_disabled"] = True  # or every connection to a socket loads the certificates of the world
            return original(self, **dict(kept, **fresh(endpoint)))

        return connect

    return wrap


def _mysql_connector_config(original, redirect):
    """`config()` is called with every set of connection arguments, and also with none and with mere options."""

    @functools.wraps(original)
    def config(self, **kwargs):
        kept = {name: value for name, value in kwargs.items() if not is_replaced("mysql", name)}
        if len(kept) < len(kwargs):
            kept.update(mysql_arguments(redirect.endpoint("mysql", target_of(kwargs))))
        return original(self, **kept)

    return config


def _libpq(original, redirect, parse):
    """For `connect(conninfo, **kwargs)` of psycopg2 and psycopg: a connection string whose parts keywords override."""

    def arguments(conninfo, kwargs):
        given = dict(parse(conninfo) if conninfo else {}, **_known(kwargs))
        kept = {name: value for name, value in given.items() if not is_replaced("postgresql", name)}
        endpoint = redirect.endpoint("postgresql", target_of(given))
        return dict(kept, **dict(LIBPQ_OTHERWISE, **postgresql_arguments(endpoint)))

    return arguments


def _psycopg2(original, redirect):
    from psycopg2.extensions import parse_dsn

    arguments = _libpq(original, redirect, parse_dsn)

    @functools.wraps(original)
    def connect(dsn=None, connection_factory=None, cursor_factory=None, **kwargs):
        return original(None, connection_factory, cursor_factory, **arguments(dsn, kwargs))

    return connect


def _psycopg(original, redirect):
    from psycopg.conninfo import conninfo_to_dict

    arguments = _libpq(original, redirect, conninfo_to_dict)

    def connect(cls, conninfo="", **kwargs):
        return original.__func__(cls, "", **arguments(conninfo, kwargs))

    return classmethod(functools.wraps(original.__func__)(connect))


def _asyncpg(original, redirect):
    @functools.wraps(original)
    async def connect(dsn=None, **kwargs):
        where, settings = _parsed_url(dsn)
        given = dict(where, **_known(kwargs))
        kept = {name: value for name, value in kwargs.items() if not is_replaced("postgresql", name)}
        settings.update(kwargs.get("server_settings") or {})
        endpoint = redirect.endpoint("postgresql", target_of(given))
        kept.update(postgresql_arguments(endpoint, "database"), ssl=False, server_settings=settings or None)
        return await original(**kept)

    return connect


def _parsed_url(dsn):
    """Where it leads, and what else it says, which asyncpg tells the server."""
    from urllib.parse import parse_qsl, urlsplit

    parts = urlsplit(dsn or "")
    query = dict(parse_qsl(parts.query))
    settings = {name: value for name, value in query.items() if not is_replaced("postgresql", name)}
    where = {"host": parts.hostname, "port": parts.port, "database": parts.path.lstrip("/") or None}
    return dict({name: value for name, value in query.items() if name not in settings}, **_known(where)), settings


def _known(arguments):
    return {name: value for name, value in arguments.items() if value is not None}


# module -> ((class or None, function), wrapper)
PLACES = {
    "pymysql.connections": (("Connection", "__init__"), _method("mysql", MYSQL_ARGUMENTS, mysql_arguments)),
    "MySQLdb.connections": (("Connection", "__init__"), _method("mysql", MYSQL_ARGUMENTS, mysql_arguments)),
    "aiomysql.connection": (
        ("Connection", "__init__"),
        _method("mysql", ("host", "user", "password", "db", "port", "unix_socket"), aiomysql_arguments),
    ),
    "asyncmy.connection": (("Connection", "__init__"), _method("mysql", MYSQL_ARGUMENTS, mysql_arguments)),
    "mysql.connector.abstracts": (("MySQLConnectionAbstract", "config"), _mysql_connector_config),
    "mysql.connector.aio.abstracts": (
        ("MySQLConnectionAbstract", "__init__"),
        _method("mysql", (), mysql_arguments),
    ),
    "psycopg2": ((None, "connect"), _psycopg2),
    "psycopg.connection": (("Connection", "connect"), _psycopg),
    "psycopg.connection_async": (("AsyncConnection", "connect"), _psycopg),
    "asyncpg.connection": ((None, "connect"), _asyncpg),
}

# SQLAlchemy's names of the drivers that are redirected above, and of those of `sqlite`.
COVERED = frozenset(
    "pymysql mysqldb aiomysql asyncmy mysqlconnector psycopg2 psycopg psycopg_async asyncpg pysqlite aiosqlite".split()
)


def patch(module, redirect):
    (owner_name, name), wrap = PLACES[module.__name__]
    owner = getattr(module, owner_name) if owner_name else module
    setattr(owner, name, wrap(owner.__dict__[name] if owner_name else getattr(owner, name), redirect))


def install(redirect):
    """From here on no connection of a known driver reaches any server but ours."""
    after_import({name: lambda module: patch(module, redirect) for name in PLACES})
