"""Redirects whatever Python process a command of the project's own starts; found by PYTHONPATH.

The `sitecustomize` that stands behind this one still has its say. A process that cannot be redirected ends: it might
reach a real server.
"""

import os
import sys
import traceback

here = os.path.dirname(os.path.abspath(__file__))
driver = os.path.dirname(here)


def redirect():
    sys.path.insert(0, driver)
    try:
        from alembic_gate_driver.command import redirect_process

        redirect_process()
    except BaseException:
        traceback.print_exc()
        os._exit(70)
    finally:
        ours = (here, driver)
        sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or os.curdir) not in ours]


def hand_over():
    ours = sys.modules.pop("sitecustomize")
    try:
        import sitecustomize  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name != "sitecustomize":
            raise
    finally:
        # Python looks for it there once this file has run, and complains on stderr where there is none.
        sys.modules.setdefault("sitecustomize", ours)


redirect()
hand_over()
