"""Starts the driver: `python start.py`, messages on descriptors 3 (out) and 4 (in), one JSON value per line.

The directory of this file leaves `sys.path` at once, so that no module of ours can shadow one of the project's.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from alembic_gate_driver.session import serve  # noqa: E402

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or os.curdir) != here]

if __name__ == "__main__":
    serve()
