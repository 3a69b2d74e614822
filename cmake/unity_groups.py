#!/usr/bin/env python3
"""Groups sources that can be compiled as one: prints "GROUP FILE" a line, for cmake/unity.cmake.

usage: cmake/unity_groups.py ROOT SIZE FILE...    FILE: sources of one library or program

Two files go together unless one has an internal name (anonymous namespace, static function) that the
other has too, or that the other means something else by. Names are found by their shape at the
beginning of a line, as clang-format leaves it.
Python >= 3.9, standard library only."""
import re
import sys
from functools import lru_cache
from pathlib import Path

INTERNAL = re.compile(r"^namespace \{\n(.*?)^\}  // namespace$", re.M | re.S)
STATIC = re.compile(r"^static [\w:<>,&* ]+?(\w+)\(", re.M)
NAMES = [re.compile(r"^(?:template <.*>\s*)?(?:struct|class|enum class|enum|using|concept)\s+(\w+)", re.M),
         re.compile(r"^(?:inline |constexpr |const )+[\w:<>,&* ]*?(\w+)(?:\[\w*\])?\s*(?:\{|=|;)", re.M),
         re.compile(r"^[A-Za-z_][\w:<>,&*\[\] ]*?[\s&*](\w+|operator\S+)\(", re.M),
         re.compile(r"^#define (\w+)", re.M)]
INCLUDE = re.compile(r'^#include [<"](?:lotse/)?([\w./]+\.hpp)[>"]', re.M)
ROOT = Path(sys.argv[1])
HEADERS = {}  # name -> paths: "model/network.hpp" of lotse/..., "cell_parser.hpp" of a module's own
for folder in ["base", "model", "io", "graph", "analysis", "viz", "driver", "tests"]:
    for header in (ROOT / folder).rglob("*.hpp"):
        HEADERS.setdefault(header.name, []).append(header)


def names(text):
    return {name for shape in NAMES for name in shape.findall(text)}


@lru_cache(maxsize=None)
def included(path):
    out = {path}
    for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        for header in HEADERS.get(Path(name).name, []):
            if header not in out and header.as_posix().endswith(name):
                out |= included(header)
    return out


@lru_cache(maxsize=None)
def declared(path):
    return names(path.read_text(encoding="utf-8"))


class Source:
    def __init__(self, path):
        text = path.read_text(encoding="utf-8")
        self.path = path
        self.words = set(re.findall(r"\w+", text))
        self.internal = set(STATIC.findall(text)).union(*(names(match[1]) for match in INTERNAL.finditer(text)))
        self.public = names(INTERNAL.sub("", text)).union(*(declared(header) for header in included(path) - {path}))
        self.opened = set(re.findall(r"^using (?:namespace )?\S+;", text, re.M))
        self.alone = re.search(r"^int main\(|^#define ", text, re.M) is not None

    def disturbs(self, other):
        if self.internal & other.internal or self.internal & (other.public - self.public) or self.opened != other.opened:
            return True
        if self.internal & self.public & other.words:
            return True
        # a name of two namespaces, of which the other knows one only
        more = set().union(*(declared(header) for header in included(self.path) - included(other.path) - {self.path}))
        return bool(more & other.public & other.words)


def main():
    groups = []
    for source in sorted((Source(Path(name)) for name in sys.argv[3:]), key=lambda source: source.path):
        for group in groups:
            if not source.alone and len(group) < int(sys.argv[2]) and not any(
                    one.alone or one.disturbs(source) or source.disturbs(one) for one in group):
                group.append(source)
                break
        else:
            groups.append([source])
    for number, group in enumerate(groups):
        for source in group:
            print(f"{number} {source.path}")


if __name__ == "__main__":
    main()
