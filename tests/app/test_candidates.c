#include "app/candidates.h"

#include <string.h>

#include "base/vec.h"
#include "support/desk.h"

struct room {
    struct desk d;
    int64_t lea, lea_too; /* two records of one person */
    int64_t ada;
};

static int64_t submitted(struct desk *d, const char *candidate)
{
    struct live *live = desk_call(d, candidate);
    int64_t who = live_interview(live)->candidate_id;
    desk_finish(live);
    live_close(live);
    desk_pass(d, 60000);
    return who;
}

static int enter(void **state)
{
    static struct room r;
    desk_make(&r.d);
    r.lea = submitted(&r.d, "Léa Fournier");
    r.lea_too = submitted(&r.d, "Lea Fournier-Roux");
    r.ada = submitted(&r.d, "Ada Moreau");
    *state = &r;
    return 0;
}

static int leave(void **state)
{
    struct room *r = *state;
    desk_remove(&r->d);
    return 0;
}

static void load(struct room *r, int64_t id, struct candidate_file *f)
{
    struct err e = ERR_INIT;
    assert_done(candidates_load(&r->d.app, id, f, &e), &e);
}

static void all_sessions_of_one_stand_together(void **state)
{
    struct room *r = *state;
    struct candidate_file f;
    load(r, r->lea, &f);
    assert_string_equal(f.contact.name, "Léa Fournier");
    assert_int_equal(f.sessions.n, 1);
    assert_string_equal(f.sessions.items[0].result, "4.0 (4 of 4 scored; 100 % of the weight)");
    assert_int_equal(f.aliases.n + f.changes.n, 0);
    candidate_file_release(&f);
}

static void contact_data_is_changed_and_only_the_field_is_logged(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct candidate_file f;
    struct candidate c = {
        .id = r->lea, .name = " Léa  Fournier ", .email = " lea@example.com ", .phone = "  "};
    assert_done(candidates_edit(&r->d.app, &c, &e), &e);
    load(r, r->lea, &f);
    assert_string_equal(f.contact.name, "Léa Fournier");
    assert_string_equal(f.contact.email, "lea@example.com");
    assert_null(f.contact.phone);
    assert_int_equal(f.changes.n, 1);
    assert_string_equal(f.changes.items[0].field, "email");
    candidate_file_release(&f);
}

static void what_is_wrong_names_its_field(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct candidate c = {.id = r->lea, .name = " "};
    desk_refused(candidates_edit(&r->d.app, &c, &e), &e, ERR_INPUT, "name: ");
    c = (struct candidate){.id = r->lea, .name = "Léa", .email = "lea at example"};
    desk_refused(candidates_edit(&r->d.app, &c, &e), &e, ERR_INPUT, "email: ");
    c = (struct candidate){.id = 999, .name = "Léa"};
    desk_refused(candidates_edit(&r->d.app, &c, &e), &e, ERR_MISSING, "no candidate number 999");
}

static void two_records_become_one_and_come_apart_again(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct candidate_file f;
    assert_done(candidates_merge(&r->d.app, r->lea_too, r->lea, &e), &e);
    load(r, r->lea_too, &f);
    assert_int_equal(f.contact.id, r->lea);
    assert_int_equal(f.sessions.n, 2);
    assert_string_equal(f.sessions.items[0].row.candidate, "Lea Fournier-Roux");
    assert_int_equal(f.aliases.n, 1);
    assert_string_equal(f.aliases.items[0].name, "Lea Fournier-Roux");
    candidate_file_release(&f);
    desk_refused(candidates_merge(&r->d.app, r->lea, r->lea_too, &e), &e, ERR_REFUSED,
                 "one candidate already");
    desk_refused(candidates_part(&r->d.app, r->lea, &e), &e, ERR_REFUSED, "was not merged");
    assert_done(candidates_part(&r->d.app, r->lea_too, &e), &e);
    load(r, r->lea, &f);
    assert_int_equal(f.sessions.n, 1);
    candidate_file_release(&f);
    load(r, r->lea_too, &f);
    assert_int_equal(f.contact.id, r->lea_too);
    assert_int_equal(f.changes.n, 2);
    candidate_file_release(&f);
}

/* Merged records count as one for the blind rule too. */
static void an_open_interview_hides_the_others_of_the_person(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct candidate_file f;
    struct interview_plan plan = desk_plan("Léa Fournier");
    int64_t id;
    plan.candidate_id = r->lea;
    assert_done(start_now(&r->d.app, &plan, "runner", &id, &e), &e);
    assert_done(candidates_merge(&r->d.app, r->lea_too, r->lea, &e), &e);
    load(r, r->lea, &f);
    assert_int_equal(f.sessions.n, 3);
    for (size_t i = 0; i < f.sessions.n; i++) {
        const struct candidate_session *s = &f.sessions.items[i];
        assert_int_equal(s->row.hidden, s->row.id != id);
        assert_string_equal(s->result, "");
        if (s->row.hidden) {
            assert_string_equal(s->row.job, "");
            assert_int_equal(s->row.decision, DECISION_NONE);
        }
    }
    candidate_file_release(&f);
}

static void one_is_found_by_number_or_name(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct str number = STR_INIT;
    int64_t id = 0;
    assert_done(candidates_find(&r->d.app, "moreau", &id, &e), &e);
    assert_int_equal(id, r->ada);
    assert_done(candidates_find(&r->d.app, "lea fournier", &id, &e), &e);
    assert_int_equal(id, r->lea); /* the whole name goes before one that begins so */
    str_addf(&number, "%lld", (long long)r->lea_too);
    assert_done(candidates_find(&r->d.app, number.s, &id, &e), &e);
    assert_int_equal(id, r->lea_too);
    desk_refused(candidates_find(&r->d.app, "lea", &id, &e), &e, ERR_INPUT,
                 "fits several candidates; give the number of one:\n");
    desk_refused(candidates_find(&r->d.app, "Nobody", &id, &e), &e, ERR_MISSING,
                 "there is no candidate \"Nobody\"");
    desk_refused(candidates_find(&r->d.app, "999", &id, &e), &e, ERR_MISSING, "number 999");
    str_release(&number);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(all_sessions_of_one_stand_together),
        AT_DESK(contact_data_is_changed_and_only_the_field_is_logged),
        AT_DESK(what_is_wrong_names_its_field),
        AT_DESK(two_records_become_one_and_come_apart_again),
        AT_DESK(an_open_interview_hides_the_others_of_the_person),
        AT_DESK(one_is_found_by_number_or_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
