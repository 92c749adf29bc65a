"""What is built into the program: the crates that cargo links for a system, without what only tests use."""

import json
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LICENCES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE")


def shipped(system):
    """Returns the program and the packages in it for a system (a target triple), sorted, and what each of them needs."""
    system = system or host()
    linked = tree(system, "normal,no-proc-macro")
    # Crates that bring C sources along are needed only while building, but what they bring is in the program.
    linked |= {(name, version) for name, version in tree(system, "normal,build") if name.endswith("-src")}
    data = json.loads(cargo("metadata", "--format-version", "1", "--locked", "--filter-platform", system))
    packages = {package["id"]: package for package in data["packages"]}
    nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
    root = data["resolve"]["root"]
    found = {key for key, package in packages.items() if (package["name"], package["version"]) in linked}
    needs = {key: sorted(d["pkg"] for d in nodes[key]["deps"] if d["pkg"] in found) for key in found}
    others = [packages[key] for key in found if key != root]
    return packages[root], sorted(others, key=lambda package: (package["name"], package["version"])), needs


def tree(system, edges):
    """Returns name and version of what cargo builds along these edges, with the features the program is built with."""
    said = cargo("tree", "--locked", "--target", system, "--edges", edges, "--prefix", "none", "--format", "{p}")
    lines = (line.split(" ") for line in said.splitlines() if line)
    return {(words[0], words[1].removeprefix("v")) for words in lines}


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def host():
    said = subprocess.run(["rustc", "-vV"], check=True, stdout=subprocess.PIPE, text=True).stdout
    return next(line.split(" ")[1] for line in said.splitlines() if line.startswith("host:"))


def hashes():
    """Returns the SHA-256 of each package of the registry, by name and version, as Cargo.lock has it."""
    with open(os.path.join(ROOT, "Cargo.lock"), encoding="utf-8") as lock:
        packages = lock.read().split("[[package]]")[1:]
    # Written by cargo, one key a line.
    packages = [dict(re.findall(r'^(\w+) = "(.*)"$', package, re.MULTILINE)) for package in packages]
    return {(package["name"], package["version"]): package.get("checksum") for package in packages}


def licence_texts(package):
    """Returns the texts that a package says its licence with: those beside it, and of the C sources in it."""
    folder = os.path.dirname(package["manifest_path"])
    folders = [folder] + sorted(
        entry.path for entry in os.scandir(folder) if entry.is_dir() and entry.name not in ("src", "tests", "benches")
    )
    texts = []
    for place in folders:
        for name in sorted(os.listdir(place)):
            path = os.path.join(place, name)
            if name.upper().startswith(LICENCES) and os.path.isfile(path) and not name.endswith((".rs", ".py")):
                with open(path, encoding="utf-8", errors="replace") as file:
                    lines = [line.rstrip() for line in file.read().strip().splitlines()]
                text = "\n".join(lines)
                if text and text not in texts:
                    texts.append(text)
    return texts
