"""Writes a fixture: a JSON object whose long lists have one entry a line, so that a change reads well in a diff."""

import json
import os


def dumps(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def lines(entries: list) -> str:
    return "[\n" + ",\n".join(dumps(entry) for entry in entries) + "\n]"


def write_fixture(path: str, head: dict, lists: dict[str, list]) -> None:
    fields = [f"{dumps(key)}:{dumps(value)}" for key, value in head.items()]
    fields += [f"{dumps(key)}:{lines(entries)}" for key, entries in lists.items()]
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("{" + ",\n".join(fields) + "}\n")
