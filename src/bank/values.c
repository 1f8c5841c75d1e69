#include <stdio.h>
#include <string.h>

#include "bank/schema.h"
#include "bank/text_checks.h"
#include "base/str.h"
#include "base/vec.h"

/* The readers of schema.h for values of any table. */

static const char *found(const struct reader *r)
{
    if (events_is_text(&r->ev))
        return events_is_empty(&r->ev) ? "nothing" : "a text";
    return r->ev.event.type == YAML_SEQUENCE_START_EVENT ? "a list" : "names with values";
}

static bool in_brackets(const struct reader *r)
{
    const yaml_event_t *event = &r->ev.event;
    return event->type == YAML_SEQUENCE_START_EVENT
               ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
               : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
}

/* Reports what stands here instead of `wanted` and passes over it. An alias was reported when it
 * came. */
static void wrong_kind(struct reader *r, const struct key *k, const char *wanted, const char *todo)
{
    if (r->ev.event.type != YAML_ALIAS_EVENT)
        events_error(&r->ev, events_place(&r->ev), (struct advice){"kind", todo},
                     "\"%s\" takes %s, not %s", k->name, wanted, found(r));
    events_skip(&r->ev);
}

static void not_a_text(struct reader *r, const struct key *k)
{
    bool list = r->ev.event.type == YAML_SEQUENCE_START_EVENT;
    const char *todo = in_brackets(r) ? "Put the text in quotes: it begins with a bracket."
                       : list         ? "Write one text, without a dash in front."
                                      : "Put the text in quotes: it contains a colon and a blank.";
    wrong_kind(r, k, "text here", todo);
}

/* `end` is where the empty value ends: a # behind it says why it is empty. */
static void is_empty(struct reader *r, const struct key *k, struct place at, const yaml_mark_t *end)
{
    size_t behind = cursor_byte(&r->ev.file, end);
    while (behind < r->ev.file.n && r->ev.file.bytes[behind] == ' ')
        behind++;
    bool comment = behind < r->ev.file.n && r->ev.file.bytes[behind] == '#';
    const char *todo = comment ? "Write it behind the colon; in quotes, if it begins with a #."
                               : "Write it behind the colon.";
    events_error(&r->ev, at, (struct advice){"empty", todo}, "\"%s\" is empty", k->name);
}

static size_t trimmed(const yaml_event_t *event)
{
    const char *s = (const char *)event->data.scalar.value;
    size_t n = event->data.scalar.length;
    while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t' || s[n - 1] == '\r' || s[n - 1] == '\n'))
        n--;
    return n;
}

/* Takes the text at the event; out->s stays NULL for an empty one. False when there is none. */
static bool take_text(struct reader *r, const struct key *k, struct phrase *out)
{
    if (!events_is_text(&r->ev)) {
        not_a_text(r, k);
        return false;
    }
    struct place at = events_place(&r->ev);
    text_checks(&r->ev, (k->flags & KEY_PROSE) != 0);
    size_t n = trimmed(&r->ev.event);
    const char *s = (const char *)r->ev.event.data.scalar.value;
    *out = (struct phrase){n > 0 ? arena_text(r->arena, s, n) : NULL, at.line, at.col};
    events_next(&r->ev);
    return true;
}

static void *member(void *dest, size_t at)
{
    return (char *)dest + at;
}

void read_text(struct reader *r, const struct key *k, void *dest)
{
    struct phrase *text = member(dest, k->at);
    struct place at = events_place(&r->ev);
    yaml_mark_t end = r->ev.event.end_mark;
    if (take_text(r, k, text) && text->s == NULL && (k->flags & (KEY_REQUIRED | KEY_FILLED)))
        is_empty(r, k, at, &end);
}

static bool is_id(const char *s)
{
    while ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9') ||
           *s == '-' || *s == '_')
        s++;
    return *s == '\0';
}

static void check_id(struct reader *r, const struct key *k, const struct phrase *id, uint32_t until)
{
    static const struct advice advice = {
        "id", "Use only letters from a to z, digits, - and _, without blanks."};
    if (id->s == NULL || is_id(id->s))
        return;
    struct str quoted = schema_quoted(id->s);
    events_doubt(&r->ev, until, (struct place){id->line, id->col}, advice,
                 "\"%s\" takes one short word, not \"%s\"", k->name, quoted.s);
    str_release(&quoted);
}

void read_id(struct reader *r, const struct key *k, void *dest)
{
    uint32_t until = events_end(&r->ev);
    read_text(r, k, dest);
    check_id(r, k, member(dest, k->at), until);
}

static void too_many(struct reader *r, const struct key *k)
{
    events_error(&r->ev, events_place(&r->ev), (struct advice){"too-many", k->todo},
                 "\"%s\" has more than %d entries", k->name, k->max);
}

static void empty_entry(struct reader *r, const struct key *k, struct place at)
{
    static const struct advice advice = {"empty", "Write it behind the dash, or delete the dash."};
    events_warn(&r->ev, at, advice, "an entry of \"%s\" is empty and is passed over", k->name);
}

static void take_entry(struct reader *r, const struct key *k)
{
    if (k->max > 0 && r->room.n == (size_t)k->max) {
        too_many(r, k);
        while (events_inside(&r->ev))
            events_skip(&r->ev);
        return;
    }
    struct phrase text = {0};
    struct place at = events_place(&r->ev);
    if (!take_text(r, k, &text))
        return;
    if (text.s == NULL)
        empty_entry(r, k, at);
    else
        *VEC_PUSH(&r->room) = text;
}

void read_texts(struct reader *r, const struct key *k, void *dest)
{
    struct phrases *out = member(dest, k->at);
    r->room.n = 0;
    if (events_is_empty(&r->ev)) {
        events_next(&r->ev);
    } else if (events_is_text(&r->ev)) {
        text_checks_glued_dash(&r->ev);
        take_entry(r, k);
    } else if (r->ev.event.type == YAML_SEQUENCE_START_EVENT) {
        events_next(&r->ev);
        while (events_inside(&r->ev))
            take_entry(r, k);
        events_next(&r->ev);
    } else {
        wrong_kind(r, k, "a list of texts",
                   "Begin each text with a dash; one with a colon and a blank goes in quotes.");
    }
    out->items = arena_copy(r->arena, r->room.items, r->room.n, sizeof *r->room.items);
    out->n = r->room.n;
}

const char *schema_word(struct reader *r, const struct key *k)
{
    if (events_is_text(&r->ev) && !events_is_empty(&r->ev))
        return (const char *)r->ev.event.data.scalar.value;
    struct place at = events_place(&r->ev);
    if (events_is_text(&r->ev)) {
        is_empty(r, k, at, &r->ev.event.end_mark);
        events_next(&r->ev);
    } else {
        wrong_kind(r, k, "one word", "Write it alone, without dash, brackets or colon.");
    }
    return NULL;
}

void read_number(struct reader *r, const struct key *k, void *dest)
{
    static const struct advice advice = {"number", "Write the number alone, such as 5."};
    const char *word = schema_word(r, k);
    long value = 0;
    if (word == NULL)
        return;
    if (!str_int(word, 1, k->max, &value)) {
        struct str quoted = schema_quoted(word);
        events_error(&r->ev, events_place(&r->ev), advice,
                     "\"%s\" must be a whole number from 1 to %d, not \"%s\"", k->name, k->max,
                     quoted.s);
        str_release(&quoted);
    }
    *(int *)member(dest, k->at) = (int)value;
    events_next(&r->ev);
}

static void empty_collection(struct reader *r, const struct key *k, struct place at)
{
    static const struct advice advice = {"empty", "Write what belongs to it below, indented."};
    if (k->flags & (KEY_REQUIRED | KEY_FILLED))
        events_error(&r->ev, at, advice, "\"%s\" is empty", k->name);
}

static bool skip_empty(struct reader *r, const struct key *k)
{
    if (!events_is_empty(&r->ev))
        return false;
    empty_collection(r, k, events_place(&r->ev));
    events_next(&r->ev);
    return true;
}

static bool at_mapping(struct reader *r, const struct key *k)
{
    if (r->ev.event.type == YAML_MAPPING_START_EVENT)
        return true;
    if (!skip_empty(r, k))
        wrong_kind(r, k, "names with values",
                   "Write each on a line of its own as \"name: text\", without a dash.");
    return false;
}

void read_mapping(struct reader *r, const struct key *k, void *dest)
{
    struct place at = events_place(&r->ev);
    if (at_mapping(r, k) && !schema_read(r, k->inner, member(dest, k->at)))
        empty_collection(r, k, at);
}

struct items {
    char *items;
    size_t n, cap;
};

static void *push(struct items *list, size_t size)
{
    list->items = vec_room(list->items, list->n, &list->cap, size);
    return vec_zero(list->items + size * list->n++, size);
}

/* Moves a list to its place: not as a copy, it may be most of the bank. The pointer itself is
 * copied as bytes, for its type is the table's affair. */
static void hand_over(struct reader *r, const struct key *k, struct items *list, void *dest)
{
    void *items = NULL;
    if (list->n > 0)
        items = arena_adopt(r->arena, xrealloc(list->items, list->n * k->size), list->n * k->size);
    memcpy(member(dest, k->at), &items, sizeof items);
    memcpy(member(dest, k->count_at), &list->n, sizeof list->n);
}

static void read_item(struct reader *r, const struct key *k, struct items *list)
{
    struct place at = events_place(&r->ev);
    if (r->ev.event.type == YAML_MAPPING_START_EVENT) {
        schema_read(r, k->inner, push(list, k->size));
    } else if (events_is_empty(&r->ev)) {
        empty_entry(r, k, at);
        events_next(&r->ev);
    } else {
        wrong_kind(r, k, "entries made of names with values",
                   "Write \"- id: name\" and its other lines below, all equally indented.");
    }
}

void read_list(struct reader *r, const struct key *k, void *dest)
{
    struct items list = {0};
    struct place at = events_place(&r->ev);
    size_t errors = r->ev.errors;
    if (r->ev.event.type != YAML_SEQUENCE_START_EVENT) {
        if (!skip_empty(r, k))
            wrong_kind(r, k, "a list", "Begin each entry with a dash and a blank.");
        return;
    }
    events_next(&r->ev);
    while (events_inside(&r->ev))
        read_item(r, k, &list);
    if (list.n == 0 && r->ev.errors == errors)
        empty_collection(r, k, at);
    events_next(&r->ev);
    hand_over(r, k, &list, dest);
}

static void refuse_pair(struct reader *r, const struct key *k)
{
    static const struct advice advice = {"complex-key",
                                         "Write a name and a colon; put quotes around both."};
    if (r->ev.event.type != YAML_ALIAS_EVENT)
        events_error(&r->ev, events_place(&r->ev), advice,
                     "a name in \"%s\" must be one plain text", k->name);
    events_skip(&r->ev);
    if (events_inside(&r->ev))
        events_skip(&r->ev);
}

static void read_pair(struct reader *r, const struct key *k, struct items *list)
{
    static const struct advice advice = {"empty", "Write what it means behind the colon."};
    struct pair pair = {0};
    if (!events_is_text(&r->ev)) {
        refuse_pair(r, k);
        return;
    }
    take_text(r, k, &pair.name);
    if (r->ev.stopped || !take_text(r, k, &pair.text))
        return;
    struct place at = {pair.name.line, pair.name.col};
    if (pair.name.s == NULL || pair.text.s == NULL)
        events_error(&r->ev, at, advice, "an entry of \"%s\" has no text", k->name);
    /* Declared all the same: that its use is wrong too would be one reproach too many. */
    if (pair.text.s == NULL && k->flags & KEY_IDS)
        pair.text.s = "";
    if (pair.name.s != NULL && pair.text.s != NULL)
        memcpy(push(list, k->size), &pair, sizeof pair);
    if (k->flags & KEY_IDS)
        check_id(r, k, &pair.name, pair.name.line);
}

void read_pairs(struct reader *r, const struct key *k, void *dest)
{
    struct items list = {0};
    struct place at = events_place(&r->ev);
    size_t errors = r->ev.errors;
    if (!at_mapping(r, k))
        return;
    events_next(&r->ev);
    while (events_inside(&r->ev))
        read_pair(r, k, &list);
    if (list.n == 0 && r->ev.errors == errors)
        empty_collection(r, k, at);
    events_next(&r->ev);
    char what[64];
    snprintf(what, sizeof what, "\"%s\"", k->name);
    schema_twins(r, &(struct twins){what, list.items, list.n, k->size, 0});
    hand_over(r, k, &list, dest);
}
