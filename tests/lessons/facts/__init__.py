"""What the lessons state as fact: one module for some lessons, each with NUMBERS and CLAIMS.

NUMBERS maps a number as it is printed to a function of the case that gives it. CLAIMS lists (lesson, words, check):
the words stand in that lesson, and the check of the case says that they are true.
"""

from importlib import import_module
from pkgutil import iter_modules

_MODULES = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]

NUMBERS = {number: source for module in _MODULES for number, source in module.NUMBERS.items()}
CLAIMS = [claim for module in _MODULES for claim in module.CLAIMS]
