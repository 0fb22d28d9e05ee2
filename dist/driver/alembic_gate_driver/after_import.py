"""Runs a function on a module right after the module's own code ran, before anything can import an alias from it."""

import importlib.abc
import sys


def after_import(hooks):
    """`hooks` are functions of a module by its name; those that are imported already are called at once."""
    if _FINDER not in sys.meta_path:
        sys.meta_path.insert(0, _FINDER)
    for name, hook in hooks.items():
        _FINDER.hooks.setdefault(name, []).append(hook)
        if name in sys.modules:
            hook(sys.modules[name])


class _Finder(importlib.abc.MetaPathFinder):
    """One for all hooks: two would ask each other for ever."""

    def __init__(self):
        self.hooks = {}

    def find_spec(self, name, path=None, target=None):
        if name not in self.hooks:
            return None
        for finder in list(sys.meta_path):
            spec = None if finder is self else getattr(finder, "find_spec", lambda *_: None)(name, path, target)
            if spec is not None and spec.loader is not None:
                spec.loader = _Loader(spec.loader, self.hooks[name])
                return spec
        return None


_FINDER = _Finder()


class _Loader(importlib.abc.Loader):
    def __init__(self, loader, hooks):
        self._loader = loader
        self._hooks = hooks

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        self._loader.exec_module(module)
        for hook in self._hooks:
            hook(module)

    def __getattr__(self, name):
        return getattr(self._loader, name)
