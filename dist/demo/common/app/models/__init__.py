from app.models.base import db
from app.models.case import Case, CaseNote
from app.models.invoice import Invoice
from app.models.user import Tenant, User

__all__ = ["db", "Case", "CaseNote", "Invoice", "Tenant", "User"]
