"""What chromium made of hostile.html: page.dom, witness.dom and page.pdf in the folder given."""
import html.parser
import re
import shutil
import subprocess
import sys

folder = sys.argv[1]


def read(name):
    with open(f"{folder}/{name}", "rb") as f:
        return f.read()


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.text, self.tags, self.attributes, self.skip = "", set(), set(), 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.skip += tag in ("style", "script")

    def handle_endtag(self, tag):
        self.skip -= tag in ("style", "script")

    def handle_data(self, data):
        if not self.skip:
            self.text += data


page = Page(read("page.dom").decode())


def texts_are_there():
    for text in ('=Ada "Quote" <script>alert(\'x\')</script>', "<img src=x onerror=alert(1)>",
                 "see </article>", '=HYPERLINK("http://evil","click")', "<script>alert(1)</script>",
                 "+33 <b>bold</b>?", "3.8", "Hold", "ada@example.org"):
        assert text in page.text, text
    for sign in "\x1b\x07\u202e":
        assert sign not in page.text, repr(sign)


def nothing_foreign():
    assert not page.tags & {"script", "img", "iframe", "object", "a", "form", "input", "link", "i"}, page.tags
    bad = {name for name in page.attributes if name.startswith("on") or name in ("src", "href", "style")}
    assert not bad, bad
    assert not re.search(r"url\(|@import", read("page.dom").decode())


def nothing_ran():
    ran = re.search(r'data-ran="([^"]*)"', read("witness.dom").decode())
    assert ran, "the witness itself did not run"
    assert ran.group(1) == "nothing", ran.group(1)


def few_pages():
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", read("page.pdf")))
    assert 1 <= pages <= 2, pages


def text_on_paper():
    if shutil.which("pdftotext") is None:
        return "SKIP pdftotext is not installed"
    text = subprocess.run(["pdftotext", f"{folder}/page.pdf", "-"], capture_output=True, check=True).stdout.decode()
    for part in ("Ada", "Hold", "3.8", "onerror=alert(1)", "not heard"):
        assert part in text, part
    return None


failed = 0
checks = (texts_are_there, nothing_foreign, nothing_ran, few_pages, text_on_paper)
for n, (check, name) in enumerate(zip(checks, sys.argv[2:]), 1):
    try:
        skip = check()
        print(f"ok {n} - {name}" + (f" # {skip}" if skip else ""))
    except Exception as wrong:
        failed += 1
        print(f"not ok {n} - {name}\n# {wrong!r}")
sys.exit(failed != 0)
