"""Holds the scorecards that the tests expect against src/report/scorecard.schema.json, and the schema
against them: every key it names occurs, and no key may go missing or appear unseen. Speaks TAP."""

import copy
import json
import sys

import jsonschema

schema_name, *card_names = sys.argv[1:]
with open(schema_name, encoding="utf-8") as f:
    schema = json.load(f)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
cards = []
for name in card_names:
    with open(name, encoding="utf-8") as f:
        cards.append(json.load(f))


def complaints(data):
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in validator.iter_errors(data)]


def cards_fit():
    for name, card in zip(card_names, cards):
        assert not complaints(card), (name, complaints(card))
    assert not complaints(cards) and not complaints([])


def optional_keys_may_go():
    for card in cards:
        card = copy.deepcopy(card)
        for key in ("contact", "interviewer", "general_note"):
            card.pop(key, None)
        for question in card["questions"]:
            question.pop("answer", None)
        assert not complaints(card), complaints(card)


def every_other_key_is_needed():
    card = cards[0]
    for key in schema["$defs"]["scorecard"]["required"]:
        less = {k: v for k, v in card.items() if k != key}
        assert complaints(less), f"{key} may go"
    assert complaints({**card, "surprise": 1})
    for key, wrong in (("state", "done"), ("version", 2), ("overall_recommendation", "strong_yes"), ("uuid", "7")):
        assert complaints({**card, key: wrong}), key


def it_says_what_each_key_is():
    named = set(schema["$defs"]["scorecard"]["properties"])
    seen = set().union(*cards)
    assert named == seen, named ^ seen


failed = 0
checks = (cards_fit, optional_keys_may_go, every_other_key_is_needed, it_says_what_each_key_is)
print(f"1..{len(checks)}")
for n, check in enumerate(checks, 1):
    name = check.__name__.replace("_", " ")
    try:
        check()
        print(f"ok {n} - scorecard.schema.json: {name}")
    except Exception as wrong:
        failed += 1
        print(f"not ok {n} - scorecard.schema.json: {name}\n# {wrong!r}")
sys.exit(failed != 0)
