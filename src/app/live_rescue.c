#include "app/live.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app/amend_words.h"
#include "app/live_parts.h"
#include "base/clock.h"

/* Text that the store would not take, and whose screen is gone: a file keeps it for the recruiter
 * to paste back. */

static void add_head(struct str *out, struct live *live)
{
    int64_t now = app_now(live->app);
    clock_add_date_time(out, now, app_offset(live->app, now));
    str_addf(out,
             ": this could not be stored in %s.\n"
             "Paste it back into the interview with %s, then delete this file.\n",
             store_path(live->app->store), live->iv.candidate);
}

static void add_draft(struct str *out, struct live *live, const struct draft *d)
{
    str_add(out, "\n");
    amend_add_what(out, &live->iv, d->slot);
    str_addf(out, ":\n%s\n", interview_text(&live->iv, d->slot)->s);
}

static bool write_all(int fd, const struct str *text)
{
    for (size_t at = 0; at < text->len;) {
        ssize_t n = write(fd, text->s + at, text->len - at);
        if (n < 0 && errno != EINTR)
            return false;
        at += n > 0 ? (size_t)n : 0;
    }
    return fsync(fd) == 0;
}

/* Behind what an earlier run left there. */
static bool append(const char *path, const struct str *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    bool good = fd >= 0 && write_all(fd, text);
    if (fd >= 0)
        close(fd);
    return good;
}

void live_rescue(struct live *live)
{
    struct str text = STR_INIT, path = STR_INIT;
    add_head(&text, live);
    size_t head = text.len;
    for (size_t i = 0; i < live->drafts.n; i++)
        if (live->drafts.items[i].unsaved)
            add_draft(&text, live, &live->drafts.items[i]);
    app_rescue_path(live->app, &path);
    str_add(&text, "\n");
    if (text.len > head + 1 && path.len > 0 && append(path.s, &text))
        str_set(&live->app->rescued, path.s);
    str_release(&text);
    str_release(&path);
}
