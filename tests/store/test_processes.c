/* Two running programs on one file, and programs that die. Children tell what they have done
 * through a pipe; nothing sleeps. */

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/vec.h"
#include "store/schema.h"
#include "support/stored.h"

struct child {
    pid_t pid;
    int told; /* what it writes */
};

/* A child of its own store; `work` must end with _exit. */
static struct child spawn(struct stored *t, void (*work)(struct stored *, int))
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        struct store_setup setup = {.path = t->path.s, .sys = &t->sys};
        t->store = store_open(&setup, &t->e);
        if (t->store == NULL)
            _exit(9);
        work(t, ends[1]);
        _exit(0);
    }
    close(ends[1]);
    return (struct child){pid, ends[0]};
}

static int ended(struct child *c)
{
    int status = 0;
    close(c->told);
    assert_int_equal(waitpid(c->pid, &status, 0), c->pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void tell(int fd, const void *p, size_t n)
{
    if (write(fd, p, n) != (ssize_t)n)
        _exit(8);
}

static void no_store(struct stored *t)
{
    store_close(t->store);
    t->store = NULL;
}

static void one_interview_belongs_to_one_store(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    struct store_setup setup = {.path = t.path.s, .sys = &t.sys};
    struct store *other = store_open(&setup, &t.e);
    assert_done(store_claim(t.store, 1, &t.e), &t.e);
    assert_done(store_claim(t.store, 1, &t.e), &t.e); /* it is mine already */
    assert_done(store_claim(t.store, 3, &t.e), &t.e);
    assert_false(store_claim(other, 1, &t.e));
    assert_int_equal(t.e.kind, ERR_BUSY);
    assert_done(store_claim(other, 2, &t.e), &t.e);
    assert_false(store_claim(t.store, 2, &t.e));
    store_leave(t.store, 1);
    store_leave(t.store, 1);
    assert_done(store_claim(other, 1, &t.e), &t.e);
    assert_false(store_claim(other, 3, &t.e));
    store_close(other);
    assert_done(store_claim(t.store, 1, &t.e), &t.e);
    stored_end(&t);
}

static void in_memory_a_claim_always_holds(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    assert_done(store_claim(t.store, 1, &t.e), &t.e);
    assert_done(store_claim(t.store, 1, &t.e), &t.e);
    store_leave(t.store, 1);
    stored_end(&t);
}

static void claim_and_wait(struct stored *t, int fd)
{
    if (!store_claim(t->store, 1, &t->e))
        _exit(7);
    tell(fd, "c", 1);
    for (;;)
        pause();
}

static void death_frees_what_was_claimed(void **state)
{
    (void)state;
    struct stored t;
    char c;
    stored_disk(&t);
    stored_start(&t, "Ada", "Sam", "");
    no_store(&t);
    struct child child = spawn(&t, claim_and_wait);
    assert_int_equal(read(child.told, &c, 1), 1);
    stored_open(&t);
    assert_false(store_claim(t.store, 1, &t.e));
    assert_int_equal(t.e.kind, ERR_BUSY);
    kill(child.pid, SIGKILL);
    assert_int_equal(ended(&child), 128 + SIGKILL);
    assert_done(store_claim(t.store, 1, &t.e), &t.e);
    stored_end(&t);
}

#define KEYS 4000

/* Types into a note, a key at a time, and tells each key that was stored. */
static void type_for_ever(struct stored *t, int fd)
{
    for (int i = 0; i < KEYS; i++) {
        char key = (char)('a' + i % 26);
        struct store_write w = {.interview = 1, .slot = {FIELD_NOTE, 0, 0}, .at = STORED_NOW + i};
        struct splice edit = {.at = (size_t)i, .ins = &key, .n = 1};
        if (!store_edit(t->store, &w, &edit, &t->e))
            _exit(7);
        tell(fd, &key, 1);
    }
}

/* Kills it after `keys` keys were told. */
static void kill_while_typing(int keys)
{
    struct stored t;
    struct interview iv;
    char key;
    size_t told = 0;
    stored_disk(&t);
    stored_start(&t, "Ada", "Sam", "");
    no_store(&t);
    struct child child = spawn(&t, type_for_ever);
    while ((int)told < keys && read(child.told, &key, 1) == 1)
        told++;
    kill(child.pid, SIGKILL);
    while (read(child.told, &key, 1) == 1)
        told++;
    assert_int_equal(ended(&child), 128 + SIGKILL);
    stored_open(&t);
    stored_load(&t, 1, &iv);
    const struct str *note = &iv.answers[0].note;
    assert_true(note->len == told || note->len == told + 1); /* stored, not told yet */
    for (size_t i = 0; i < note->len; i++)
        assert_int_equal(note->s[i], 'a' + (int)(i % 26));
    interview_release(&iv);
    stored_end(&t);
}

static void a_killed_program_loses_no_key(void **state)
{
    (void)state;
    uint64_t seed = seed_start("kill");
    for (int i = 0; i < 8; i++)
        kill_while_typing(1 + seed_below(&seed, 300));
}

#define ROUNDS 150

static void score_second(struct stored *t, int fd)
{
    (void)fd;
    for (int i = 0; i < ROUNDS; i++) {
        struct store_write w = {
            .interview = 2, .slot = {FIELD_MARK, i % SAMPLE_QUESTIONS, 0}, .at = i};
        const char *const marks[] = {"1", "2", "3", "4", "5"};
        if (!store_set(t->store, &w, marks[i / SAMPLE_QUESTIONS % 5], &t->e) ||
            !store_sync(t->store, &t->e))
            _exit(7);
    }
}

static void two_programs_write_at_once(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    stored_start(&t, "Ada", "Sam", "");
    stored_start(&t, "Jun", "Sam", "");
    no_store(&t);
    struct child child = spawn(&t, score_second);
    stored_open(&t);
    for (int i = 0; i < ROUNDS; i++)
        stored_set(&t, 1, (struct slot){FIELD_HEARD, 0, 0}, i % 2 == 0 ? "1" : "0");
    assert_int_equal(ended(&child), 0);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM change WHERE interview = 1"), ROUNDS);
    assert_int_equal(stored_ask(&t, "SELECT max(n) FROM change WHERE interview = 2"), ROUNDS);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM pragma_integrity_check"), 1);
    stored_end(&t);
}

static void open_only(struct stored *t, int fd)
{
    (void)t;
    (void)fd;
}

static void several_programs_make_the_file_at_once(void **state)
{
    (void)state;
    struct stored t;
    struct child children[4];
    stored_disk(&t);
    no_store(&t);
    for (int round = 0; round < 20; round++) {
        str_addf(&t.path, "%d", round);
        for (size_t i = 0; i < COUNT_OF(children); i++)
            children[i] = spawn(&t, open_only);
        for (size_t i = 0; i < COUNT_OF(children); i++)
            assert_int_equal(ended(&children[i]), 0);
        assert_int_equal(stored_ask(&t, "PRAGMA user_version"), schema_version);
    }
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_interview_belongs_to_one_store),
        cmocka_unit_test(in_memory_a_claim_always_holds),
        cmocka_unit_test(death_frees_what_was_claimed),
        cmocka_unit_test(a_killed_program_loses_no_key),
        cmocka_unit_test(two_programs_write_at_once),
        cmocka_unit_test(several_programs_make_the_file_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
