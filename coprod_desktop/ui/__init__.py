"""What people see, hear and press: the only room that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401 - first, so that its import hook is there to be taken away

# PySide hooks into `import` and from then on reads the source of every module, in case it uses PySide's `__feature__`.
# Ours never do. Without the hook the program starts a tenth faster and holds 16 MB less.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
