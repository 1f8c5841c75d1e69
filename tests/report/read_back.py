import csv
import html.parser
import json
import sys


def rows(name):
    with open(name, newline="", encoding="utf-8") as f:
        return list(csv.reader(f, strict=True))


def csv_is_whole():
    for name, n in (("hostile.csv", 2), ("hostile-answers.csv", 6)):
        table = rows(name)
        assert len(table) == n, (name, len(table))
        assert len(set(table[0])) == len(table[0]), "a name stands twice"
        for row in table:
            assert len(row) == len(table[0]), (name, row)
            for cell in row:
                assert not cell.lstrip().startswith(("=", "+", "-", "@")), cell
                assert not cell.startswith(("\t", "\r", "\n")), cell


def texts_come_back():
    session = dict(zip(*rows("hostile.csv")))
    assert session["candidate"].startswith("'=Ada \"Quote\" <script>alert('x')</script>")
    assert session["decision_reason"] == "'\t=1+1\nsee </article>"
    assert session["state"] == "submitted" and session["scored"] == "3"
    table = rows("hostile-answers.csv")
    first = dict(zip(table[0], table[1]))
    assert first["note"].startswith("'=HYPERLINK(\"http://evil\",\"click\")\n# not a heading\n")
    assert first["score"] == "4" and first["heard"] == "Says <i>\"one\"</i> & 'two'"
    assert [row[table[0].index("answer_state")] for row in table[1:]] == [
        "scored", "scored", "scored", "no_evidence", "off_script"]


def json_is_read():
    with open("hostile.json", encoding="utf-8") as f:
        card = json.load(f)
    assert card["format"] == "slate-scorecard" and card["version"] == 1
    assert card["overall_recommendation"] == "no_decision"
    assert card["candidate"].endswith("\x1b[31m\u202e\U0001F3AC")
    assert [q["score"] for q in card["questions"]] == [4, 5, 3, None]
    assert all({"id", "question", "answer"} <= q.keys() for q in card["questions"])
    assert all({"name", "type", "note", "rating"} <= a.keys() for a in card["attributes"])


class Page(html.parser.HTMLParser):
    void = {"meta", "rect", "path"}
    known = void | set(
        "html head title style body article header div h1 h2 h3 p b dl dt dd table tr th td svg "
        "section span footer".split())
    attributes = set(
        "lang charset http-equiv content name class dir scope role aria-label aria-hidden x y "
        "width height d viewbox".split())

    def __init__(self):
        super().__init__()
        self.open, self.text = [], []

    def handle_starttag(self, tag, attrs):
        assert tag in self.known, tag
        assert {name for name, _ in attrs} <= self.attributes, attrs
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert tag in self.void, tag

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text.append(data)


def html_is_balanced():
    page = Page()
    with open("hostile.html", encoding="utf-8") as f:
        page.feed(f.read())
    page.close()
    assert page.open == [], page.open
    text = "".join(page.text)
    assert "=Ada \"Quote\" <script>alert('x')</script>" in text
    assert "<img src=x onerror=alert(1)>" in text and "see </article>" in text


failed = 0
checks = (csv_is_whole, texts_come_back, json_is_read, html_is_balanced)
for n, (check, name) in enumerate(zip(checks, sys.argv[1:]), 1):
    try:
        check()
        print(f"ok {n} - {name}")
    except Exception as wrong:
        failed += 1
        print(f"not ok {n} - {name}\n# {wrong!r}")
sys.exit(failed != 0)
