#include "domain/level.h"

#include "domain/words.h"

static const char *const names[LEVELS] = {"junior", "mid", "senior"};

const char *level_name(enum level level)
{
    return words_at(names, LEVELS, (int)level);
}

bool level_parse(const char *name, enum level *level)
{
    int at = words_find(names, LEVELS, name);
    if (at < 0)
        return false;
    *level = (enum level)at;
    return true;
}

bool level_read(const char *word, enum level *level, struct err *e)
{
    return level_parse(word, level) ||
           err_set(e, ERR_USAGE, "there is no level \"%s\": give junior, mid or senior", word);
}

bool scale_valid(int points)
{
    return points == 4 || points == SCALE_DEFAULT;
}

static bool has(unsigned given, int score)
{
    return (given >> score & 1) != 0;
}

int scale_missing_anchor(int points, unsigned given)
{
    if (!has(given, 1))
        return 1;
    if (points == 4) {
        if (!has(given, 2) && !has(given, 3))
            return 2;
    } else if (!has(given, 3)) {
        return 3;
    }
    return has(given, points) ? 0 : points;
}
