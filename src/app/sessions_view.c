#include <string.h>

#include "app/sessions.h"
#include "app/sessions_parts.h"
#include "base/clock.h"
#include "base/vec.h"
#include "domain/level.h"
#include "store/lists.h"

#define DAY_MS  INT64_C(86400000)
#define SETTING "view.sessions"
#define CHOICES 200

static const char *const filter_names[SESSION_FILTERS + 1] = {
    "bank", "level", "state", "decision", "interviewer", "job", "from", "to", "kit", "search"};

void sessions_filter(const struct sessions *s, struct list_filter *out)
{
    enum level level;
    enum interview_state state;
    const struct str *f = s->filters;
    *out = (struct list_filter){.search = s->search.s,
                                .bank = f[SESSIONS_BANK].s,
                                .job = f[SESSIONS_JOB].s,
                                .interviewer = f[SESSIONS_INTERVIEWER].s,
                                .decision = f[SESSIONS_DECISION].s,
                                .level = -1,
                                .state = -1,
                                .from = s->from,
                                .to = s->to,
                                .kit = s->kit,
                                .sort = s->sort,
                                .ascending = s->ascending};
    if (level_parse(f[SESSIONS_LEVEL].s, &level))
        out->level = (int)level;
    if (interview_state_parse(f[SESSIONS_STATE].s, &state))
        out->state = (int)state;
}

/* ---- what is set, in its order ---- */

static struct str *text_of(struct sessions *s, int which)
{
    return which == SESSION_FILTERS ? &s->search : &s->filters[which];
}

static void note_set(struct sessions *s, int which)
{
    int n = 0;
    for (int i = 0; i < s->n_set; i++)
        if (s->set[i] != which)
            s->set[n++] = s->set[i];
    if (text_of(s, which)->len > 0)
        s->set[n++] = which;
    s->n_set = n;
}

/* The order by composite goes with its kit. */
static void take_off(struct sessions *s, int which)
{
    str_clear(text_of(s, which));
    if (which == SESSIONS_FROM)
        s->from = 0;
    if (which == SESSIONS_TO)
        s->to = 0;
    if (which == SESSIONS_KIT) {
        s->kit = 0;
        if (s->sort == SORT_COMPOSITE) {
            s->sort = SORT_DATE;
            s->ascending = false;
        }
    }
    note_set(s, which);
}

static bool unknown(const char *what, const char *value, const char *instead, struct err *e)
{
    return err_set(e, ERR_USAGE, "there is no %s \"%s\": give %s", what, value, instead);
}

static bool set_date(struct sessions *s, int which, const char *value, struct err *e)
{
    int64_t now = app_now(s->app), at;
    int offset = app_offset(s->app, now);
    if (!clock_parse(value, now, offset, &at))
        return err_set(e, ERR_USAGE, "\"%s\" is no date: write it like 2026-11-03", value);
    offset = app_offset(s->app, at);
    struct civil day = clock_civil(at, offset);
    day.hour = day.minute = day.second = 0;
    at = clock_ms(day, offset);
    if (which == SESSIONS_FROM)
        s->from = at;
    else
        s->to = at + DAY_MS;
    str_clear(&s->filters[which]);
    clock_add_date(&s->filters[which], at, offset);
    return true;
}

static void describe_kit(struct sessions *s, const struct interview_row *row)
{
    str_clear(&s->kit_words);
    str_addf(&s->kit_words, "the questions of %s, %s, as %s was asked on ", row->title,
             level_name(row->level), row->candidate);
    clock_add_date(&s->kit_words, row->started_at != 0 ? row->started_at : row->planned_at,
                   row->offset_min);
}

static bool take_kit(struct sessions *s, const struct interview_row *row, struct err *e)
{
    if (row->hidden)
        return err_set(e, ERR_REFUSED,
                       "what that session asked is hidden until you have submitted your own of "
                       "the same candidate");
    s->kit = row->kit;
    describe_kit(s, row);
    str_clear(&s->filters[SESSIONS_KIT]);
    str_addf(&s->filters[SESSIONS_KIT], "%lld", (long long)row->id);
    note_set(s, SESSIONS_KIT);
    return true;
}

static bool set_kit(struct sessions *s, const char *value, struct err *e)
{
    struct interview_rows rows;
    long id;
    if (!str_int(value, 1, INT32_MAX, &id))
        return err_set(e, ERR_USAGE, "\"%s\" is not the number of a session", value);
    if (!app_open_store(s->app, e) || !store_row(s->app->store, id, &rows, e))
        return false;
    bool good = rows.n > 0 ? take_kit(s, &rows.items[0], e)
                           : err_set(e, ERR_MISSING, "there is no session %ld", id);
    interview_rows_release(&rows);
    return good;
}

static bool check_word(int which, const char *value, struct err *e)
{
    enum level level;
    enum interview_state state;
    enum decision decision;
    switch (which) {
    case SESSIONS_LEVEL:
        return level_parse(value, &level) || unknown("level", value, "junior, mid or senior", e);
    case SESSIONS_STATE:
        return interview_state_parse(value, &state) ||
               unknown("state", value, "planned, open, submitted or abandoned", e);
    case SESSIONS_DECISION:
        return decision_parse(value, &decision) || str_same(value, "none") ||
               unknown("decision", value, "advance, hold, reject or none", e);
    default:
        return true;
    }
}

/* Sets it without reading. */
static bool set_value(struct sessions *s, int which, const char *value, struct err *e)
{
    if (value == NULL || value[strspn(value, " \t")] == '\0') {
        take_off(s, which);
        return true;
    }
    if (which == SESSIONS_FROM || which == SESSIONS_TO) {
        if (!set_date(s, which, value, e))
            return false;
    } else if (which == SESSIONS_KIT) {
        return set_kit(s, value, e);
    } else {
        if (!check_word(which, value, e))
            return false;
        str_set(text_of(s, which), value);
    }
    note_set(s, which);
    return true;
}

bool sessions_set_search(struct sessions *s, const char *words, struct err *e)
{
    return set_value(s, SESSION_FILTERS, words, e) && sessions_view_changed(s, e);
}

bool sessions_set_filter(struct sessions *s, enum session_filter which, const char *value,
                         struct err *e)
{
    return set_value(s, (int)which, value, e) && sessions_view_changed(s, e);
}

static bool find_kit(struct sessions *s, struct err *e)
{
    const struct interview_row *row = sessions_chosen_row(s);
    if (s->kit != 0)
        return true;
    if (row == NULL)
        return err_set(e, ERR_REFUSED,
                       "composites compare only where the very same questions were asked, and "
                       "there is no session here to tell which");
    return take_kit(s, row, e);
}

bool sessions_set_sort(struct sessions *s, enum list_sort sort, bool ascending, struct err *e)
{
    if (sort == SORT_COMPOSITE && !find_kit(s, e))
        return false;
    s->sort = sort;
    s->ascending = ascending;
    return sessions_view_changed(s, e);
}

bool sessions_undo(struct sessions *s, bool *any, struct err *e)
{
    *any = s->n_set > 0;
    if (!*any)
        return true;
    take_off(s, s->set[s->n_set - 1]);
    return sessions_view_changed(s, e);
}

static void clear_view(struct sessions *s)
{
    while (s->n_set > 0)
        take_off(s, s->set[s->n_set - 1]);
    s->sort = SORT_DATE;
    s->ascending = false;
}

bool sessions_reset(struct sessions *s, struct err *e)
{
    clear_view(s);
    return sessions_view_changed(s, e);
}

/* ---- kept from run to run ---- */

/* One line each, in the order they were set: the name, a blank, the value. */
bool sessions_remember(struct sessions *s, struct err *e)
{
    struct str text = STR_INIT;
    for (int i = 0; i < s->n_set; i++) {
        str_addf(&text, "%s ", filter_names[s->set[i]]);
        for (const char *at = text_of(s, s->set[i])->s; *at != '\0'; at++)
            str_addc(&text, *at == '\n' ? ' ' : *at);
        str_addc(&text, '\n');
    }
    str_addf(&text, "%s %s\n", s->ascending ? "up" : "down", list_sort_name(s->sort));
    bool good = app_open_store(s->app, e) && store_offer_setting(s->app->store, SETTING, text.s, e);
    str_release(&text);
    return good;
}

static void recall_sort(struct sessions *s, const char *name, bool ascending)
{
    enum list_sort sort;
    if (!list_sort_parse(name, &sort) || (sort == SORT_COMPOSITE && s->kit == 0))
        return;
    s->sort = sort;
    s->ascending = ascending;
}

/* What no longer reads well is left out. */
static void recall_line(struct sessions *s, char *line)
{
    struct err ignored = ERR_INIT;
    char *value = strchr(line, ' ');
    if (value == NULL)
        return;
    *value++ = '\0';
    if (str_same(line, "up") || str_same(line, "down"))
        recall_sort(s, value, str_same(line, "up"));
    for (int i = 0; i <= SESSION_FILTERS; i++)
        if (str_same(line, filter_names[i]))
            set_value(s, i, value, &ignored);
}

static void recall(struct sessions *s)
{
    struct str text = STR_INIT;
    clear_view(s);
    if (store_setting(s->app->store, SETTING, &text))
        for (char *line = text.s, *end; *line != '\0'; line = end) {
            size_t n = strcspn(line, "\n");
            end = line + n + (line[n] != '\0');
            line[n] = '\0';
            recall_line(s, line);
        }
    str_release(&text);
}

bool sessions_open(struct sessions *s, struct err *e)
{
    if (!app_open_store(s->app, e))
        return false;
    recall(s);
    return sessions_view_changed(s, e);
}

/* ---- in words ---- */

static void describe_decision(const char *value, struct str *out)
{
    enum decision decision;
    if (decision_parse(value, &decision))
        str_addf(out, "decided %s", decision_words(decision));
    else
        str_add(out, "not decided yet");
}

void sessions_describe_filter(const struct sessions *s, int which, struct str *out)
{
    static const char *const before[SESSION_FILTERS + 1] = {
        "bank ", "level ", "", "", "asked by ", "for ", "from ", "to ", "", "with “"};
    const char *value = which == SESSION_FILTERS ? s->search.s : s->filters[which].s;
    if (value[0] == '\0')
        return;
    if (which == SESSIONS_DECISION) {
        describe_decision(value, out);
        return;
    }
    str_add(out, before[which]);
    str_add(out, which == SESSIONS_KIT ? s->kit_words.s : value);
    if (which == SESSION_FILTERS)
        str_add(out, "”");
}

void sessions_describe_sort(const struct sessions *s, struct str *out)
{
    static const char *const words[LIST_SORTS][2] = {
        [SORT_DATE] = {"newest first", "oldest first"},
        [SORT_CANDIDATE] = {"by candidate, Z first", "by candidate, A first"},
        [SORT_JOB] = {"by job, Z first", "by job, A first"},
        [SORT_BANK] = {"by bank, Z first", "by bank, A first"},
        [SORT_LEVEL] = {"by level, senior first", "by level, junior first"},
        [SORT_INTERVIEWER] = {"by interviewer, Z first", "by interviewer, A first"},
        [SORT_STATE] = {"by state, abandoned first", "by state, planned first"},
        [SORT_DECISION] = {"by decision, Do not advance first", "by decision, Advance first"},
        [SORT_COMPOSITE] = {"by composite, highest first", "by composite, lowest first"},
        [SORT_ENDED] = {"by end, latest first", "by end, earliest first"}};
    bool found = s->search.len > 0;
    if (found && s->sort != SORT_DATE)
        str_add(out, "newest first while searching");
    else
        str_add(out, words[s->sort][s->ascending]);
}

/* ---- what may be chosen ---- */

struct choice {
    const char *value, *words;
};

static const struct choice levels[] = {{"junior", ""}, {"mid", ""}, {"senior", ""}};
static const struct choice states[] = {{"planned", "not begun yet"},
                                       {"open", "begun, not submitted"},
                                       {"submitted", "scores locked"},
                                       {"abandoned", "given up, no composite"}};
static const struct choice decisions[] = {{"advance", "Advance"},
                                          {"hold", "Hold"},
                                          {"reject", "Do not advance"},
                                          {"none", "submitted and not decided yet"}};

static void add_choices(const struct choice *all, size_t n, const char *typed,
                        struct name_rows *out)
{
    for (size_t i = 0; i < n; i++) {
        if (!str_starts(all[i].value, typed))
            continue;
        struct name_row *row = VEC_PUSH(out);
        row->name = all[i].value;
        row->detail = all[i].words;
    }
}

static void add_day(struct sessions *s, int64_t at, const char *words, struct name_rows *out)
{
    struct str date = STR_INIT;
    clock_add_date(&date, at, app_offset(s->app, at));
    struct name_row *row = VEC_PUSH(out);
    row->name = arena_dup(&out->arena, date.s);
    row->detail = words;
    str_release(&date);
}

static void add_days(struct sessions *s, struct name_rows *out)
{
    int64_t now = app_now(s->app);
    int offset = app_offset(s->app, now);
    struct civil day = clock_civil(now, offset);
    day.hour = 12;
    add_day(s, now, "today", out);
    add_day(s, now - 7 * DAY_MS, "a week ago", out);
    day.day = 1;
    add_day(s, clock_ms(day, offset), "the first of this month", out);
    day.month = 1;
    add_day(s, clock_ms(day, offset), "the first of this year", out);
}

bool sessions_choices(struct sessions *s, enum session_filter which, const char *typed,
                      struct name_rows *out, struct err *e)
{
    *out = (struct name_rows){0};
    if (!app_open_store(s->app, e))
        return false;
    switch (which) {
    case SESSIONS_BANK:
        return store_banks(s->app->store, typed, CHOICES, out, e);
    case SESSIONS_INTERVIEWER:
        return store_interviewers(s->app->store, typed, CHOICES, out, e);
    case SESSIONS_JOB:
        return store_jobs(s->app->store, typed, CHOICES, out, e);
    case SESSIONS_LEVEL:
        add_choices(levels, COUNT_OF(levels), typed, out);
        return true;
    case SESSIONS_STATE:
        add_choices(states, COUNT_OF(states), typed, out);
        return true;
    case SESSIONS_DECISION:
        add_choices(decisions, COUNT_OF(decisions), typed, out);
        return true;
    case SESSIONS_FROM:
    case SESSIONS_TO:
        add_days(s, out);
        return true;
    default:
        return true;
    }
}
