#include "screens/yesno.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

/* Letters and what stands within words; blanks and other signs end one. */
static bool in_word(uint32_t code)
{
    return code >= 0x80 || isalnum((int)code) || code == '\'';
}

static const char *word_of(uint32_t letter)
{
    return letter == 'y' || letter == 'Y' ? "yes" : letter == 'n' || letter == 'N' ? "no" : NULL;
}

/* y and n answer, but not in the midst of a word ("yen") nor where they double a letter ("none").
 */
static bool answers(const struct yesno *y, const char *word, const char *now)
{
    size_t n = strlen(y->typed);
    return n <= 1 || (n == strlen(now) && strcasecmp(word, now) != 0);
}

/* The next letter behind those typed of the word: one more of it, or another word's. */
static void go_on(struct yesno *y, uint32_t code, const char *now, struct str *answer)
{
    size_t n = strlen(y->typed);
    char bytes[4];
    if (code < 0x80 && tolower((int)code) == now[n]) {
        y->typed[n] = (char)code;
        str_set(answer, now);
        return;
    }
    str_add(answer, y->typed);
    str_addn(answer, bytes, utf8_put(code, bytes));
    *y = (struct yesno){""};
}

bool yesno_type(struct yesno *y, const struct event *ev, const char *now, struct str *answer)
{
    uint32_t code = ev->kind == EVENT_KEY && key_is_text(ev->key) ? ev->key.code : ' ';
    const char *word = word_of(code);
    bool open = now[0] == '\0' || strcasecmp(now, "yes") == 0 || strcasecmp(now, "no") == 0;
    if (open && word && answers(y, word, now)) {
        *y = (struct yesno){{(char)code}};
        str_set(answer, word);
        return true;
    }
    if (open && in_word(code) && y->typed[0] != '\0') {
        go_on(y, code, now, answer);
        return true;
    }
    *y = (struct yesno){""};
    return false;
}
