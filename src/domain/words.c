#include "domain/words.h"

#include <stddef.h>
#include <string.h>

int words_find(const char *const *words, int n, const char *word)
{
    for (int i = 0; i < n && word != NULL; i++)
        if (words[i] != NULL && strcmp(words[i], word) == 0)
            return i;
    return -1;
}

const char *words_at(const char *const *words, int n, int at)
{
    return at >= 0 && at < n && words[at] != NULL ? words[at] : "";
}
