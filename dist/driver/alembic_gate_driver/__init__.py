"""Runs a project's migrations inside the project's own interpreter, against scratch databases only.

Speaks to the gate over two pipes of its own; standard output and error belong to the project's code.
Works on Python 3.8 and newer, Alembic 1.8 and newer, SQLAlchemy 1.4 and 2.
"""
