#include "tui/input.h"

#include <errno.h>
#include <unistd.h>

#define INPUT_SIZE 4096

int64_t input_now(const struct input *in)
{
    return in->sys->mono_ms(in->sys);
}

static bool say_end(struct input *in, struct event *ev)
{
    in->said_end = true;
    *ev = (struct event){.kind = EVENT_TERMINATE};
    return true;
}

/* Is it too late for the rest of an unfinished sequence? */
static bool overdue(const struct input *in)
{
    int patience = decode_patience(&in->decode);
    return in->ended || (patience > 0 && input_now(in) - in->last_ms >= patience);
}

bool input_event(struct input *in, struct event *ev)
{
    if (signals_news(NEWS_END))
        return say_end(in, ev);
    if (decode_next(&in->decode, false, ev))
        return true;
    if (overdue(in) && decode_next(&in->decode, true, ev))
        return true;
    return in->ended && !in->said_end && say_end(in, ev);
}

static void input_read(struct input *in)
{
    char bytes[INPUT_SIZE];
    ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);
    if (n > 0) {
        decode_feed(&in->decode, bytes, (size_t)n);
        in->last_ms = input_now(in);
    } else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
        in->ended = true;
    }
}

/* How long to sleep at most: until `until`, or until the patience with a sequence runs out. */
static int time_to_sleep(const struct input *in, int64_t until)
{
    int64_t now = input_now(in), sleep = until < 0 ? -1 : until > now ? until - now : 0;
    int patience = decode_patience(&in->decode);
    int64_t rest = in->last_ms + patience - now;
    if (patience > 0 && (sleep < 0 || rest < sleep))
        sleep = rest > 0 ? rest : 0;
    return (int)sleep;
}

bool input_wait(struct input *in, int64_t until)
{
    switch (signals_wait(&in->signals, STDIN_FILENO, time_to_sleep(in, until))) {
    case WAIT_INPUT:
        input_read(in);
        return true;
    case WAIT_TIMEOUT:
        return overdue(in) || until < 0 || input_now(in) < until;
    default:
        return true;
    }
}

bool input_pending(const struct input *in)
{
    return in->decode.at < in->decode.bytes.len || signals_any() ||
           signals_wait(&in->signals, STDIN_FILENO, 0) != WAIT_TIMEOUT;
}
