"""Edits made by slate, looked at by PyYAML, which shares no code with libyaml's use in slate: after
each edit the file says what was meant and all else as before.

usage: witness.py SLATE FOLDER SEED COUNT   (COUNT edits of each bank in FOLDER)
Prints a line for what is wrong, and in the end how many edits were looked at."""

import copy
import os
import random
import subprocess
import sys
import tempfile

import yaml

TEXTS = [
    "A plain text", "Colon: and blank", "ends with:", "a # comment?", "#first", '"quoted"', "it's",
    "both \" and '", "back\\slash", "  leading", "yes", "No", "~", "null", "12", "12:30", "0x1F", "1e3", "-5",
    ".5", "2026-11-23", "- dash", "-dash", "? what", "[brackets]", "{a: 1}", "a, b]c}d", "&a", "*s",
    "!bang", "|pipe", ">more", "%percent", "@at", "`grave", "---", "...", "<<", "=", "on", "two\nlines",
    "para\n\ngraph", "tab\there", "emoji \U0001F3AC", "\u05e9\u05dc\u05d5\u05dd", "line\u2028sep", "nbsp\u00a0here", "x",
    "A text so long that whoever wraps at a margin has to wrap it, once and then once more, for it goes on and on: "
    "until it is over",
]

# A place of slate, and the way to it in what PyYAML reads.
PLACES = {
    "title": ["title"],
    "about": ["about"],
    "field": ["field"],
    "opening.1": ["opening", 0],
    "search_titles.2": ["search_titles", 1],
    "glossary.conform": ["glossary", "conform"],
    "competencies.planning": ["competencies", "planning"],
    "facts.start.ask": ["facts", 0, "ask"],
    "mid/experience": ["levels", "mid", "experience"],
    "mid/first/ask": ["levels", "mid", "questions", 0, "ask"],
    "mid/first/why": ["levels", "mid", "questions", 0, "why"],
    "mid/first/expect.1": ["levels", "mid", "questions", 0, "expect", 0],
    "mid/first/expect.2": ["levels", "mid", "questions", 0, "expect", 1],
    "mid/first/anchors.3": ["levels", "mid", "questions", 0, "anchors", 3],
    "mid/second/weight_reason": ["levels", "mid", "questions", 1, "weight_reason"],
}


def trimmed(value):
    """Texts count without the blanks and line ends at their end, as slate reads them."""
    if isinstance(value, str):
        return value.rstrip(" \t\n\u2028\u0085")
    if isinstance(value, list):
        return [trimmed(v) for v in value]
    if isinstance(value, dict):
        return {k: trimmed(v) for k, v in value.items()}
    return value


def holder(tree, way):
    """What the last step of the way is in, or None when slate would have to make it."""
    for step in way[:-1]:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    fits = isinstance(tree, list) and way[-1] < len(tree) if isinstance(way[-1], int) else isinstance(tree, dict)
    if isinstance(tree, dict) and isinstance(way[-1], int) and way[-1] not in tree and str(way[-1]) in tree:
        return None  # "3" in quotes
    return tree if fits or (isinstance(tree, dict) and way[-1] in tree) else None


def meant_set(tree, place, text):
    inside = holder(tree, PLACES[place])
    if inside is None:
        return False
    inside[PLACES[place][-1]] = text.rstrip()
    return True


def questions(tree, level):
    return tree["levels"][level]["questions"]


def other_edit(rng, tree):
    """Arguments of slate and the tree that is meant, of an edit that moves things."""
    mid, senior = questions(tree, "mid"), questions(tree, "senior")
    kind = rng.choice(["up", "remove", "across", "copy", "insert"])
    if kind == "up":
        mid.reverse()
        return ["move", "FILE", "mid/second", "--up"]
    if kind == "remove":
        del mid[0]
        return ["remove", "FILE", "mid/first"]
    if kind == "across":
        senior.append(mid.pop(0))
        return ["move", "FILE", "mid/first", "--to", "senior"]
    if kind == "copy":
        mid.append(dict(copy.deepcopy(senior[0]), id="a-copy"))
        return ["copy", "FILE", "senior/third", "--to", "mid", "--id", "a-copy"]
    text = rng.choice(TEXTS)
    if not isinstance(mid[0].get("expect"), list):
        mid[0]["expect"] = [mid[0]["expect"]]
    mid[0]["expect"].insert(1, text.rstrip())
    return ["add", "FILE", "mid/first", "expect.2", text]


def one_edit(slate, path, rng):
    before = open(path, "rb").read()
    tree = yaml.safe_load(before)
    if rng.random() < 0.7:
        place, text = rng.choice(sorted(PLACES)), rng.choice(TEXTS)
        if not meant_set(tree, place, text):
            return None
        words = ["set", "FILE", place, text]
    else:
        words = other_edit(rng, tree)
    words = [path if w == "FILE" else w for w in words]
    run = subprocess.run([slate, "bank"] + words[:1] + ["--"] + words[1:] if words[0] in ("set", "add") else
                         [slate, "bank"] + words, capture_output=True, text=True)
    after = open(path, "rb").read()
    open(path, "wb").write(before)
    if run.returncode == 3:
        return None if after == before else f"{words}: refused, and changed all the same"
    if run.returncode != 0:
        return f"{words}: status {run.returncode}: {run.stderr.strip()}"
    try:
        now = trimmed(yaml.safe_load(after))
    except yaml.YAMLError as e:
        return f"{words}: PyYAML cannot read it any more: {e}"
    return "" if now == trimmed(tree) else f"{words}: meant {trimmed(tree)}, is {now}"


def main():
    slate, folder, seed, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    rng = random.Random(seed)
    looked = wrong = skipped = 0
    with tempfile.TemporaryDirectory() as work:
        os.environ["XDG_DATA_HOME"] = work
        for name in sorted(os.listdir(folder)):
            path = os.path.join(work, name)
            with open(path, "wb") as f:
                f.write(open(os.path.join(folder, name), "rb").read())
            try:
                yaml.safe_load(open(path, "rb").read())["levels"]["senior"]["questions"][0]["id"]
            except (yaml.YAMLError, KeyError, TypeError):
                skipped += 1  # libyaml is laxer about tabs
                continue
            for _ in range(count):
                said = one_edit(slate, path, rng)
                looked += said == ""
                if said:
                    wrong += 1
                    print(f"# {name}: {said}")
    print(f"# {looked} edits looked at, {skipped} banks that PyYAML does not read")
    sys.exit(wrong > 0 or looked == 0)


main()
