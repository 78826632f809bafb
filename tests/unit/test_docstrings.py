"""Docstrings: each example works, and each public function says what it takes and returns."""

import doctest
import importlib
import inspect
import pkgutil

import pytest

import memcon

MODULES = ["memcon", *(module.name for module in pkgutil.walk_packages(memcon.__path__, "memcon."))]


def functions(module):
    """The public functions and methods that a module defines, with their names."""
    for name, value in vars(module).items():
        if name.startswith("_") or getattr(value, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(inspect.unwrap(value)):
            yield name, inspect.unwrap(value)
        elif inspect.isclass(value):
            assert value.__doc__, f"{module.__name__}.{name} has no docstring"
            methods = ((method, inspect.unwrap(made)) for method, made in vars(value).items() if method[0] != "_")
            yield from ((f"{name}.{method}", made) for method, made in methods if inspect.isfunction(made))


@pytest.mark.parametrize("name", MODULES)
def test_examples_work(name):
    module = importlib.import_module(name)
    found = doctest.testmod(module)
    assert found.failed == 0


def test_there_are_examples():
    finder = doctest.DocTestFinder(exclude_empty=True)
    examples = [test for name in MODULES for test in finder.find(importlib.import_module(name)) if test.examples]
    assert len(examples) > 50


@pytest.mark.parametrize("name", MODULES)
def test_public_functions_say_what_they_take_and_return(name):
    module = importlib.import_module(name)
    assert module.__doc__
    missing = []
    for function, made in functions(module):
        said = inspect.getdoc(made) or ""
        signature = inspect.signature(made)
        taken = [parameter for parameter in signature.parameters if parameter not in ("self", "cls", "_")]
        if not said:
            missing.append(f"{function}: no docstring")
        if taken and "Args:" not in said:
            missing.append(f"{function}: no Args")
        missing += [f"{function}: {parameter}" for parameter in taken if f"{parameter}:" not in said]
        returned = signature.return_annotation
        if returned not in (None, "None", inspect.Signature.empty) and not {"Returns:", "Yields:"} & set(said.split()):
            missing.append(f"{function}: no Returns")
    assert missing == []
