"""Provenance: a digest of the code that a result rests on."""

import ast
import hashlib
from functools import lru_cache
from pathlib import Path

_ROOT = Path(__file__).parent


def _file(module: str) -> Path | None:
    path = _ROOT.joinpath(*module.split("."))
    return next((f for f in (path.with_suffix(".py"), path / "__init__.py") if f.is_file()), None)


@lru_cache
def _imports(module: str) -> frozenset[str]:
    """Return the memcon modules that a module imports, wherever in it."""
    file = _file(module)
    if file is None:
        return frozenset()
    named: set[str] = set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "memcon":
            inner = (node.module or "").partition(".")[2]
            named |= {inner, *(f"{inner}.{alias.name}".lstrip(".") for alias in node.names)}
        elif isinstance(node, ast.Import):
            named |= {alias.name.partition(".")[2] for alias in node.names if alias.name.startswith("memcon.")}
    return frozenset(name for name in named if name and _file(name) is not None)


def code_digest(*modules: str) -> str:
    """Return a digest of modules of memcon and of all that they import from it.

    A rule has it as a parameter, so that no result outlives a change of the code that made it.

    Args:
        modules: names below ``memcon``, as ``talk_share``.

    Returns:
        Twelve hexadecimal figures.

    Example:
        >>> code_digest("talk_share") == code_digest("talk_share")
        True
    """
    wanted, seen = [*modules, "io", "schemas", "logs"], set[str]()
    while wanted:
        module = wanted.pop()
        if module not in seen:
            seen.add(module)
            wanted += _imports(module)
    digest = hashlib.sha256()
    for module in sorted(seen):
        file = _file(module)
        if file is not None:
            digest.update(module.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
