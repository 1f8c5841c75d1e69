#include "bank/plain_words.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "base/vec.h"

/* What can be seen around a place of the file. */
struct scene {
    const char *bytes;
    size_t n;
    size_t at;       /* where libyaml noticed */
    size_t line;     /* first byte of that line */
    size_t word;     /* its first byte behind blanks */
    size_t context;  /* where the construct began that could not be finished */
    bool late_quote; /* the last text in quotes began on an earlier line */
};

static char byte_at(const struct scene *s, size_t at)
{
    return at < s->n ? s->bytes[at] : '\n';
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || is_break(c);
}

static size_t line_start(const struct scene *s, size_t at)
{
    while (at > 0 && !is_break(s->bytes[at - 1]))
        at--;
    return at;
}

static size_t first_word(const struct scene *s, size_t at)
{
    while (byte_at(s, at) == ' ')
        at++;
    return at;
}

/* The last byte before `at` on its line that is no blank; a newline when there is none. */
static char before(const struct scene *s, size_t at)
{
    while (at > s->line && is_blank(s->bytes[at - 1]))
        at--;
    return at > s->line ? s->bytes[at - 1] : '\n';
}

static bool tab_in_front(const struct scene *s)
{
    return byte_at(s, s->word) == '\t' && s->word <= s->at;
}

static bool odd_blank_in_front(const struct scene *s)
{
    return s->n - s->word >= 2 && memcmp(s->bytes + s->word, "\xC2\xA0", 2) == 0;
}

static bool at_tab(const struct scene *s)
{
    return byte_at(s, s->at) == '\t';
}

static bool at_grave(const struct scene *s)
{
    return byte_at(s, s->at) == '`';
}

static bool at_at(const struct scene *s)
{
    return byte_at(s, s->at) == '@';
}

static bool at_percent(const struct scene *s)
{
    return byte_at(s, s->at) == '%';
}

static bool at_dash(const struct scene *s)
{
    return byte_at(s, s->at) == '-' && is_blank(byte_at(s, s->at + 1));
}

static bool at_word(const struct scene *s)
{
    return s->at == s->word;
}

/* A colon and a blank stand on the line before the place. */
static bool second_colon(const struct scene *s)
{
    for (size_t i = s->line; i + 1 < s->at; i++)
        if (s->bytes[i] == ':' && is_blank(s->bytes[i + 1]))
            return true;
    return false;
}

static bool behind_late_quote(const struct scene *s)
{
    char c = before(s, s->at);
    return s->late_quote && (c == '"' || c == '\'');
}

static bool behind_apostrophe(const struct scene *s)
{
    return s->at > s->line && s->bytes[s->at - 1] == '\'';
}

static bool behind_quote(const struct scene *s)
{
    char c = before(s, s->at);
    return c == '"' || c == '\'';
}

static bool behind_bracket(const struct scene *s)
{
    char c = before(s, s->at);
    return c == ']' || c == '}';
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* "ask:What": letters and a colon with no blank behind it. */
static bool is_glued_colon(const struct scene *s, size_t i)
{
    if (byte_at(s, i) == '-' && byte_at(s, i + 1) == ' ')
        i = first_word(s, i + 1);
    size_t word = i;
    while (is_word(byte_at(s, i)))
        i++;
    return i > word && byte_at(s, i) == ':' && !is_blank(byte_at(s, i + 1));
}

static bool is_glued_dash(const struct scene *s, size_t i)
{
    return byte_at(s, i) == '-' && !is_blank(byte_at(s, i + 1));
}

static bool glued_colon(const struct scene *s)
{
    return is_glued_colon(s, first_word(s, line_start(s, s->context)));
}

static bool glued_dash(const struct scene *s)
{
    return is_glued_dash(s, first_word(s, line_start(s, s->context)));
}

static bool quote_in_context(const struct scene *s)
{
    char c = byte_at(s, s->context);
    return c == '"' || c == '\'';
}

static size_t word_above(const struct scene *s)
{
    return s->line > 0 ? first_word(s, line_start(s, s->line - 1)) : 0;
}

static bool colon_glued_above(const struct scene *s)
{
    return s->line > 0 && is_glued_colon(s, word_above(s));
}

static bool dash_glued_above(const struct scene *s)
{
    return s->line > 0 && is_glued_dash(s, word_above(s));
}

static bool at_colon(const struct scene *s)
{
    return byte_at(s, s->at) == ':';
}

static bool behind_curly(const struct scene *s)
{
    for (size_t i = s->line; i + 2 < s->at; i++)
        if (memcmp(s->bytes + i, "\xE2\x80\x9C", 3) == 0)
            return second_colon(s);
    return false;
}

static bool mark_in_front(const struct scene *s)
{
    return s->n - s->word >= 3 && memcmp(s->bytes + s->word, "\xEF\xBB\xBF", 3) == 0;
}

enum where { AT_PROBLEM, AT_CONTEXT, AT_WORD, AT_ABOVE, AT_QUOTE };

/* One way to go wrong. The first row that fits is taken. */
struct mistake {
    const char *problem, *context; /* what libyaml's texts begin with; NULL: any */
    bool (*when)(const struct scene *);
    enum where where;
    const char *rule, *what, *todo;
};

#define QUOTE_IT "Put the text in quotes."

static const struct mistake mistakes[] = {
    {NULL, NULL, tab_in_front, AT_WORD, "tab", "a tab stands in front of this line",
     "Indent with blanks only; an editor can be told to put blanks when Tab is pressed."},
    {NULL, NULL, odd_blank_in_front, AT_WORD, "indentation",
     "a no-break space stands in front of this line",
     "Replace it by ordinary blanks; it came with text that was copied from elsewhere."},

    {NULL, NULL, mark_in_front, AT_WORD, "encoding",
     "an invisible byte order mark stands in front of this line",
     "Delete it, or write the line anew; two files were perhaps joined here."},

    /* Texts that had to stand in quotes. */
    {"mapping values are not", NULL, behind_curly, AT_PROBLEM, "quotes",
     "a second colon on this line would begin a value inside a value",
     "Put straight quotes, \" or ', around the text: curly ones are letters like any other."},
    {"mapping values are not", NULL, second_colon, AT_PROBLEM, "quotes",
     "a second colon on this line would begin a value inside a value",
     "Put the text in quotes: it contains a colon and a blank."},
    {"mapping values are not", NULL, colon_glued_above, AT_ABOVE, "colon",
     "a blank is missing behind the colon", "Put a blank behind it."},
    {"mapping values are not", NULL, dash_glued_above, AT_ABOVE, "dash",
     "a blank is missing behind the dash", "Put a blank behind it."},
    {"mapping values are not", NULL, NULL, AT_WORD, "indentation",
     "this line is read as part of the text above, but holds a colon and a blank",
     "Indent it like the other lines of its kind, or put the whole text in quotes."},
    {"mapping keys are not", NULL, NULL, AT_PROBLEM, "quotes",
     "a text cannot begin with a question mark and a blank", QUOTE_IT},
    {"block sequence entries", NULL, NULL, AT_PROBLEM, "dash",
     "a list cannot begin on the same line behind a colon",
     "Put each dash on a line of its own below; or put the text in quotes."},
    {"found character that cannot", NULL, at_tab, AT_PROBLEM, "tab", "a tab stands here",
     "Use blanks only; an editor can be told to put blanks when Tab is pressed."},
    {"found character that cannot", NULL, at_at, AT_PROBLEM, "quotes", "a text cannot begin with @",
     QUOTE_IT},
    {"found character that cannot", NULL, at_grave, AT_PROBLEM, "quotes",
     "a text cannot begin with `", QUOTE_IT},
    {"found character that cannot", NULL, at_percent, AT_PROBLEM, "quotes",
     "a text cannot begin with %", QUOTE_IT},
    {"found character that cannot", NULL, NULL, AT_PROBLEM, "quotes",
     "a text cannot begin with this character", QUOTE_IT},
    {NULL, "while scanning a directive", NULL, AT_CONTEXT, "quotes",
     "a line that begins with % is no part of a bank", "Indent it and put the text in quotes."},
    {NULL, "while scanning a %", NULL, AT_CONTEXT, "quotes",
     "a line that begins with % is no part of a bank", "Delete the line."},
    {"found incompatible YAML", NULL, NULL, AT_PROBLEM, "quotes",
     "this %YAML line names a version that cannot be read", "Delete the line."},
    {"found duplicate %", NULL, NULL, AT_PROBLEM, "quotes",
     "a line that begins with % is no part of a bank", "Delete the line."},
    {NULL, "while scanning an alias", NULL, AT_CONTEXT, "quotes", "a text cannot begin with *",
     QUOTE_IT},
    {NULL, "while scanning an anchor", NULL, AT_CONTEXT, "quotes", "a text cannot begin with &",
     QUOTE_IT},
    {NULL, "while scanning a tag", NULL, AT_CONTEXT, "quotes", "a text cannot begin with !",
     QUOTE_IT},
    {NULL, "while parsing a tag", NULL, AT_CONTEXT, "quotes", "a text cannot begin with !",
     QUOTE_IT},
    {"found undefined tag", NULL, NULL, AT_CONTEXT, "quotes", "a text cannot begin with !",
     QUOTE_IT},

    /* Quotes that do not close where they should. */
    {"found unknown escape", NULL, NULL, AT_PROBLEM, "quotes",
     "a backslash has a meaning of its own inside double quotes",
     "Write the backslash twice, or put the text in single quotes."},
    {"did not find expected hex", NULL, NULL, AT_PROBLEM, "quotes",
     "a backslash has a meaning of its own inside double quotes",
     "Write the backslash twice, or put the text in single quotes."},
    {"found invalid Unicode", NULL, NULL, AT_PROBLEM, "quotes",
     "a backslash has a meaning of its own inside double quotes",
     "Write the backslash twice, or put the text in single quotes."},
    {NULL, "while scanning a quoted", NULL, AT_CONTEXT, "quotes",
     "the quote that opens here is never closed", "Close it at the end of its text."},
    {"could not find expected ':'", NULL, quote_in_context, AT_CONTEXT, "quotes",
     "no colon follows the text in quotes that begins here",
     "Look for a quote that is missing, here or in a line above."},
    {"did not find expected", NULL, behind_late_quote, AT_QUOTE, "quotes",
     "the quote that opens here is closed too late", "Close it at the end of its text."},
    {"did not find expected", NULL, behind_apostrophe, AT_PROBLEM, "quotes",
     "an apostrophe has ended the text in single quotes",
     "Write the apostrophe twice, or use double quotes around the text."},
    {"did not find expected", NULL, behind_quote, AT_PROBLEM, "quotes",
     "the text goes on behind its closing quote",
     "Put single quotes around the whole text and leave the double quotes in it."},
    {"did not find expected", NULL, behind_bracket, AT_PROBLEM, "quotes",
     "the text goes on behind a closing bracket", "Put the whole text in quotes."},

    /* Colons, dashes and blanks. */
    {"could not find expected ':'", NULL, glued_colon, AT_CONTEXT, "colon",
     "a blank is missing behind the colon", "Put a blank behind it."},
    {"could not find expected ':'", NULL, glued_dash, AT_CONTEXT, "dash",
     "a blank is missing behind the dash", "Put a blank behind it."},
    {"could not find expected ':'", NULL, NULL, AT_CONTEXT, "colon",
     "this line has no name with a colon and a blank",
     "Write \"name: text\"; a line that belongs to the text above is indented further."},
    {NULL, "while scanning a block scalar", NULL, AT_PROBLEM, "quotes",
     "a text that begins with > or | goes on in the next line",
     "Begin the text on the next line, indented; or put it in quotes if it is to begin so."},
    {"found unexpected ':'", NULL, NULL, AT_PROBLEM, "quotes", "a colon stands inside brackets",
     QUOTE_IT},
    {"did not find expected ',' or ']'", NULL, NULL, AT_CONTEXT, "brackets",
     "the list in brackets that opens here has no comma or no closing bracket where needed",
     "Put a comma between its texts and ] behind the last one."},
    {"did not find expected ',' or '}'", NULL, NULL, AT_CONTEXT, "brackets",
     "the bracket that opens here has no comma or no closing bracket where needed",
     "Put a comma between its parts and } behind the last one; put texts in quotes."},
    {"did not find expected node", "while parsing a flow", NULL, AT_PROBLEM, "brackets",
     "something is missing inside the brackets", "Look for two commas in a row."},
    {"did not find expected node", NULL, NULL, AT_PROBLEM, "quotes",
     "a text cannot begin with this character", QUOTE_IT},
    {"did not find expected key", NULL, at_dash, AT_PROBLEM, "indentation",
     "this dash is not indented like the dashes it belongs to",
     "Give it as many blanks in front as the dash above; or indent it below its name."},
    {"did not find expected key", NULL, at_colon, AT_PROBLEM, "colon",
     "there is nothing in front of this colon", "Write a name there, or delete the line."},
    {"did not find expected '-'", NULL, at_word, AT_PROBLEM, "indentation",
     "a dash is missing, or the line is not indented like the ones it belongs to",
     "Give it a dash and a blank, or as many blanks as the line above that it belongs to."},
    {"did not find expected key", NULL, at_word, AT_PROBLEM, "indentation",
     "this line is not indented like the ones it belongs to",
     "Give it as many blanks in front as the line above that it belongs to."},
    {"did not find expected <document start>", NULL, at_word, AT_PROBLEM, "indentation",
     "the bank has ended above this line",
     "Begin bank, title, levels and the other main names at the very left, without brackets."},
};

static bool begins(const char *text, const char *with)
{
    return with == NULL || (text != NULL && strncmp(text, with, strlen(with)) == 0);
}

static const struct mistake *find_mistake(const yaml_parser_t *p, const struct scene *s)
{
    for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
        const struct mistake *m = &mistakes[i];
        if (begins(p->problem, m->problem) && begins(p->context, m->context) &&
            (m->when == NULL || m->when(s)))
            return m;
    }
    return NULL;
}

static struct scene look_around(const yaml_parser_t *p, struct cursor *file, size_t quote_line)
{
    struct scene s = {.bytes = file->bytes, .n = file->n};
    s.at = cursor_byte(file, &p->problem_mark);
    s.line = line_start(&s, s.at);
    s.word = first_word(&s, s.line);
    s.context = p->context != NULL ? cursor_byte(file, &p->context_mark) : s.at;
    s.late_quote = quote_line < p->problem_mark.line;
    return s;
}

static uint32_t blanks_above(const struct scene *s)
{
    return (uint32_t)(word_above(s) - line_start(s, s->line - 1));
}

static void find_grammar(const yaml_parser_t *p, struct cursor *file, const yaml_mark_t *quote,
                         struct plain_words *out)
{
    struct scene s = look_around(p, file, quote->line);
    const struct mistake *m = find_mistake(p, &s);
    out->at = cursor_place(&p->problem_mark);
    if (m == NULL) {
        out->rule = "yaml";
        out->todo = "Look for a quote, colon or blank that is missing here or in the line above.";
        snprintf(out->what, sizeof out->what, "the file cannot be read from here on (%s)",
                 p->problem);
        return;
    }
    out->rule = m->rule;
    out->todo = m->todo;
    snprintf(out->what, sizeof out->what, "%s", m->what);
    if (m->where == AT_CONTEXT && p->context != NULL)
        out->at = cursor_place(&p->context_mark);
    else if (m->where == AT_QUOTE)
        out->at = cursor_place(quote);
    else if (m->where == AT_WORD)
        out->at.col = (uint32_t)(s.word - s.line) + 1;
    else if (m->where == AT_ABOVE)
        out->at = (struct place){out->at.line - 1, blanks_above(&s) + 1};
}

/* What YAML 1.1 (5.1) and libyaml take for a character of a text. */
static bool is_printable(uint32_t cp)
{
    return (!utf8_is_control(cp) || cp == '\r' || cp == 0x85) && cp != 0xFFFE && cp != 0xFFFF;
}

/* One code point of the file on the way to the one that libyaml could not take. */
struct step {
    uint32_t cp, next; /* `next`: the byte behind it */
    bool bad;
};

static struct step step_at(const struct cursor *file, size_t at)
{
    struct step s;
    size_t len = utf8_decode(file->bytes + at, file->n - at, &s.cp);
    s.bad = s.cp == UTF8_BAD && len == 1;
    s.next = at + len < file->n ? (unsigned char)file->bytes[at + len] : 0;
    return s;
}

static bool ends_line(const struct step *s)
{
    return s->cp == '\n' || s->cp == 0x85 || s->cp == 0x2028 || s->cp == 0x2029 ||
           (s->cp == '\r' && s->next != '\n');
}

static void describe_byte(struct plain_words *out, const struct step *s, unsigned char byte)
{
    out->rule = s->bad ? "encoding" : "control";
    out->todo = s->bad ? "Save the file again with the encoding UTF-8." : "Delete it.";
    if (s->bad)
        snprintf(out->what, sizeof out->what, "a character here is not UTF-8 (byte %02X)", byte);
    else
        snprintf(out->what, sizeof out->what, "a character stands here that no text has (U+%04X)",
                 (unsigned)s->cp);
}

/* libyaml names a byte only: finds line and column of the first character it cannot take. */
static void find_byte(const struct cursor *file, struct plain_words *out)
{
    out->at = (struct place){1, 1};
    for (size_t i = 0; i < file->n;) {
        struct step s = step_at(file, i);
        if (s.bad || !is_printable(s.cp)) {
            describe_byte(out, &s, (unsigned char)file->bytes[i]);
            return;
        }
        char bytes[4];
        i += utf8_put(s.cp, bytes);
        out->at = ends_line(&s) ? (struct place){out->at.line + 1, 1}
                                : (struct place){out->at.line, out->at.col + 1};
    }
}

void plain_words_find(const yaml_parser_t *parser, struct cursor *file, const yaml_mark_t *quote,
                      struct plain_words *out)
{
    *out = (struct plain_words){.rule = "yaml", .what = "the file cannot be read"};
    if (parser->error == YAML_MEMORY_ERROR)
        alloc_failed();
    if (parser->error == YAML_READER_ERROR)
        find_byte(file, out);
    else
        find_grammar(parser, file, quote, out);
}
