"""An exported tree stands where the checkout stood on `sys.path`, editable installations included."""

import os
import sys


def take_place_of_checkout(tree, checkout):
    def moved(path):
        if not isinstance(path, str) or not (path + os.sep).startswith(checkout + os.sep):
            return path
        there = tree + path[len(checkout) :]
        # A virtual environment inside the checkout is in no tree and stays where it is.
        return there if os.path.exists(there) else path

    sys.path[:] = [moved(path) for path in sys.path]
    for name, module in list(sys.modules.items()):
        if name.startswith("__editable__") and isinstance(getattr(module, "MAPPING", None), dict):
            module.MAPPING.update({package: moved(path) for package, path in module.MAPPING.items()})
