"""Casework: one application, one MySQL database per customer."""
import os

from flask import Flask
from flask_migrate import Migrate

from app.models import db

migrate = Migrate(compare_type=True)


def create_app():
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get(
        "SQLALCHEMY_DATABASE_URI",
        "mysql+pymysql://casework:secret@db.casework.internal/casework?charset=utf8mb4",
    )
    db.init_app(app)
    migrate.init_app(app, db)
    return app
