#ifndef SLATE_TUI_SIGNALS_H
#define SLATE_TUI_SIGNALS_H

/* Signals as news to be asked for. Between signals_take and signals_give_back they are blocked but
 * while signals_wait sleeps, so nothing else in the program is ever interrupted and none arrives
 * unseen between a look and a sleep (ppoll(2) opens the mask and sleeps in one step). */

#include <signal.h>
#include <stdbool.h>

enum signal_news {
    NEWS_END,      /* SIGHUP, SIGTERM, SIGINT */
    NEWS_RESIZE,   /* SIGWINCH */
    NEWS_CONTINUE, /* SIGCONT: the terminal may have changed while we were stopped */
    NEWS_STOP,     /* SIGTSTP from outside */
    NEWS_KINDS
};

#define SIGNALS 7

struct signals {
    struct sigaction before[SIGNALS];
    sigset_t mask_before;
    sigset_t mask_waiting; /* as before, but with ours open */
};

void signals_take(struct signals *s);
void signals_give_back(struct signals *s);

/* True once for each time that it happened; several in a row count as one. */
bool signals_news(enum signal_news kind);
bool signals_any(void); /* is there news of any kind, not asked for yet? */

enum wait_end { WAIT_INPUT, WAIT_TIMEOUT, WAIT_SIGNAL };

/* Sleeps until there is input on `fd`, a signal, or `timeout_ms` passed (below 0: for ever). A
 * hang-up counts as input. */
enum wait_end signals_wait(const struct signals *s, int fd, int timeout_ms);

#endif
