"""Holds questionbanks/bank.schema.json against the banks that come with slate and against the files
of tests/bank/messages, which the reader is held against by test_bank_messages: what the reader takes
the schema accepts, what the reader refuses the schema rejects. Speaks TAP."""

import glob
import json
import os
import re
import sys

import jsonschema
import yaml

# What no JSON Schema can say, by the first part of the file's name. Refused by the reader alone:
BEYOND = {
    "anchor-five-of-four": "one value depends on another far above it",
    "begins-with-exclamation": "a tag of YAML, gone when the file is data",
    "competency-unknown": "a reference to another part of the bank",
    "complex-key": "YAML's own way of writing, gone when the file is data",
    "dash-missing-second": "the same name twice, of which the data has one",
    "duplicate": "the same name or identifier twice",
    "name-differs": "the name of the file is not in it",
    "name-long": "the name of the file is not in it",
    "number-weight-three-decimals": "multipleOf 0.01 would refuse 0.29 as well: binary fractions",
    "tag": "a tag of YAML, gone when the file is data",
}
# ... and taken by the reader alone:
STRICTER = {
    "good-words-are-texts": "the word null and no value are the same data",
    "tab-before-value": "PyYAML takes no tab there, libyaml does",
}
# What the reader warns of and passes over, and an editor marks: not compared.
PASSED_OVER = ("[unknown-key]", "[unknown-level]", "[empty]")


class Loader(yaml.SafeLoader):
    """As an editor reads YAML: dates are texts, names of values are what is written there."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if not tag.endswith((":timestamp", ":value"))]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def construct_mapping(loader, node):
    return {
        key.value if isinstance(key, yaml.ScalarNode) else "?": loader.construct_object(value, deep=True)
        for key, value in node.value
    }


Loader.add_constructor("tag:yaml.org,2002:map", construct_mapping)


def verdict(validator, data):
    """Why the schema rejects it, or None."""
    try:
        bank = yaml.load(data, Loader)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        return "no YAML: " + str(error).split("\n")[0]
    error = jsonschema.exceptions.best_match(validator.iter_errors(bank))
    return error and error.message.split("\n")[0]


def split(path):
    """The bytes of the bank, and what the reader says of it."""
    whole = open(path, "rb").read()
    bank, said = re.split(rb"^----\n", whole, maxsplit=1, flags=re.M)
    bank = re.sub(rb"\\x([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), bank)
    return bank, said.decode()


class Tap:
    def __init__(self):
        self.n = self.failed = 0

    def line(self, good, what, why=""):
        self.n += 1
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.n} - {what}")
        if not good and why:
            print(f"# {why}")


def exceptions(table, name):
    return {start for start in table if name.startswith(start)}


def hold(tap, validator, path):
    """Returns the exceptions that were needed."""
    name = os.path.basename(path)[: -len(".txt")]
    bank, said = split(path)
    why = verdict(validator, bank)
    refused = ": error: " in said
    if refused == bool(why):
        tap.line(True, f"{name} is {'rejected' if why else 'accepted'}")
    elif not refused and any(rule in said for rule in PASSED_OVER):
        return set()
    else:
        excused = exceptions(BEYOND if refused else STRICTER, name)
        if excused:
            return excused
        tap.line(False, f"{name} is {'rejected' if refused else 'accepted'}", why or "the reader refuses it")
    return set()


def main(schema_path, banks, messages):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    tap, used = Tap(), set()
    for path in sorted(glob.glob(banks + "/*.yaml")):
        why = verdict(validator, open(path, "rb").read())
        tap.line(not why, f"{os.path.basename(path)} is accepted", why)
    for path in sorted(glob.glob(messages + "/*.txt")):
        used |= hold(tap, validator, path)
    idle = {**BEYOND, **STRICTER}.keys() - used
    tap.line(not idle, "every exception is needed", ", ".join(idle))
    print(f"1..{tap.n}")
    return tap.failed > 0


sys.exit(main(*sys.argv[1:]))
