#include "bank/import_words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "domain/level.h"

#define NAME_MAX_BYTES 80 /* what is longer names nothing */
#define ID_BYTES       32

/* A wording ends in * where more words may follow. */
static const struct wording {
    const char *words;
    enum topic topic;
} wordings[] = {
    {"q", TOPIC_ASK},
    {"question", TOPIC_ASK},
    {"ask", TOPIC_ASK},
    {"interview question", TOPIC_ASK},
    {"prompt", TOPIC_ASK},
    {"a", TOPIC_EXPECT},
    {"answer", TOPIC_EXPECT},
    {"answers", TOPIC_EXPECT},
    {"expect", TOPIC_EXPECT},
    {"expected", TOPIC_EXPECT},
    {"expected answer*", TOPIC_EXPECT},
    {"expected answers*", TOPIC_EXPECT},
    {"expected response*", TOPIC_EXPECT},
    {"what to expect*", TOPIC_EXPECT},
    {"good answer*", TOPIC_EXPECT},
    {"good answers*", TOPIC_EXPECT},
    {"a good answer*", TOPIC_EXPECT},
    {"strong answer*", TOPIC_EXPECT},
    {"ideal answer*", TOPIC_EXPECT},
    {"model answer*", TOPIC_EXPECT},
    {"sample answer*", TOPIC_EXPECT},
    {"what good looks like", TOPIC_EXPECT},
    {"listen for", TOPIC_EXPECT},
    {"what to listen for*", TOPIC_EXPECT},
    {"look for", TOPIC_EXPECT},
    {"what to look for*", TOPIC_EXPECT},
    {"key points", TOPIC_EXPECT},
    {"green flags", TOPIC_EXPECT},
    {"reponse", TOPIC_EXPECT},
    {"reponses", TOPIC_EXPECT},
    {"reponse attendue", TOPIC_EXPECT},
    {"reponses attendues", TOPIC_EXPECT},
    {"bonne reponse", TOPIC_EXPECT},
    {"elements attendus", TOPIC_EXPECT},
    {"points attendus", TOPIC_EXPECT},
    {"follow up", TOPIC_PROBES},
    {"follow ups", TOPIC_PROBES},
    {"followup", TOPIC_PROBES},
    {"followups", TOPIC_PROBES},
    {"follow up question*", TOPIC_PROBES},
    {"follow up questions*", TOPIC_PROBES},
    {"probe", TOPIC_PROBES},
    {"probes", TOPIC_PROBES},
    {"probing questions", TOPIC_PROBES},
    {"dig deeper", TOPIC_PROBES},
    {"relance", TOPIC_PROBES},
    {"relances", TOPIC_PROBES},
    {"questions de relance", TOPIC_PROBES},
    {"why", TOPIC_WHY},
    {"why ask*", TOPIC_WHY},
    {"why we ask*", TOPIC_WHY},
    {"why this question", TOPIC_WHY},
    {"purpose", TOPIC_WHY},
    {"rationale", TOPIC_WHY},
    {"what it shows", TOPIC_WHY},
    {"pourquoi", TOPIC_WHY},
    {"competency", TOPIC_COMPETENCY},
    {"competencies", TOPIC_COMPETENCY},
    {"competence", TOPIC_COMPETENCY},
    {"competences", TOPIC_COMPETENCY},
    {"skill", TOPIC_COMPETENCY},
    {"skills", TOPIC_COMPETENCY},
    {"tag", TOPIC_COMPETENCY},
    {"tags", TOPIC_COMPETENCY},
    {"category", TOPIC_COMPETENCY},
    {"topic", TOPIC_COMPETENCY},
    {"theme", TOPIC_COMPETENCY},
    {"anchors", TOPIC_ANCHORS},
    {"score", TOPIC_ANCHORS},
    {"scores", TOPIC_ANCHORS},
    {"scoring*", TOPIC_ANCHORS},
    {"rating*", TOPIC_ANCHORS},
    {"rubric", TOPIC_ANCHORS},
    {"bareme", TOPIC_ANCHORS},
    {"notation", TOPIC_ANCHORS},
    {"minutes", TOPIC_MINUTES},
    {"time", TOPIC_MINUTES},
    {"duration", TOPIC_MINUTES},
    {"duree", TOPIC_MINUTES},
    {"weight", TOPIC_WEIGHT},
    {"poids", TOPIC_WEIGHT},
    {"weight reason", TOPIC_WEIGHT_REASON},
    {"id", TOPIC_ID},
    {"level", TOPIC_LEVEL},
    {"levels", TOPIC_LEVEL},
    {"seniority*", TOPIC_LEVEL},
    {"niveau", TOPIC_LEVEL},
    {"flags", TOPIC_FLAGS},
    {"red flag*", TOPIC_FLAGS},
    {"red flags*", TOPIC_FLAGS},
    {"warning signs*", TOPIC_FLAGS},
    {"watch out for", TOPIC_FLAGS},
    {"bad answer*", TOPIC_FLAGS},
    {"weak answer*", TOPIC_FLAGS},
    {"poor answer*", TOPIC_FLAGS},
    {"drapeaux rouges", TOPIC_FLAGS},
    {"signaux d alerte", TOPIC_FLAGS},
    {"points d alerte", TOPIC_FLAGS},
    {"title", TOPIC_TITLE},
    {"titre", TOPIC_TITLE},
    {"field", TOPIC_FIELD},
    {"industry", TOPIC_FIELD},
    {"domaine", TOPIC_FIELD},
    {"about", TOPIC_ABOUT},
    {"about the role", TOPIC_ABOUT},
    {"overview", TOPIC_ABOUT},
    {"description", TOPIC_ABOUT},
    {"definition", TOPIC_ABOUT},
    {"explanation", TOPIC_ABOUT},
    {"a propos", TOPIC_ABOUT},
    {"job title", TOPIC_JOB_TITLE},
    {"job titles", TOPIC_JOB_TITLE},
    {"typical job title", TOPIC_JOB_TITLE},
    {"typical job titles", TOPIC_JOB_TITLE},
    {"role", TOPIC_JOB_TITLE},
    {"intitule du poste", TOPIC_JOB_TITLE},
    {"poste", TOPIC_JOB_TITLE},
    {"also try searching for", TOPIC_SEARCH},
    {"also search for", TOPIC_SEARCH},
    {"try searching for", TOPIC_SEARCH},
    {"search titles", TOPIC_SEARCH},
    {"search terms", TOPIC_SEARCH},
    {"similar titles", TOPIC_SEARCH},
    {"related titles", TOPIC_SEARCH},
    {"related job titles", TOPIC_SEARCH},
    {"autres intitules", TOPIC_SEARCH},
    {"examples in resume*", TOPIC_RESUME},
    {"examples in resumes*", TOPIC_RESUME},
    {"examples in cvs", TOPIC_RESUME},
    {"examples on resumes", TOPIC_RESUME},
    {"example resume*", TOPIC_RESUME},
    {"resume examples", TOPIC_RESUME},
    {"resume phrases", TOPIC_RESUME},
    {"cv examples", TOPIC_RESUME},
    {"in resumes", TOPIC_RESUME},
    {"in a resume", TOPIC_RESUME},
    {"exemples dans les cv", TOPIC_RESUME},
    {"glossary", TOPIC_GLOSSARY},
    {"key terms", TOPIC_GLOSSARY},
    {"glossaire", TOPIC_GLOSSARY},
    {"experience level indicator*", TOPIC_INDICATORS},
    {"experience level indicators*", TOPIC_INDICATORS},
    {"experience levels", TOPIC_INDICATORS},
    {"level indicators", TOPIC_INDICATORS},
    {"indicators", TOPIC_INDICATORS},
    {"what each level looks like", TOPIC_INDICATORS},
    {"indicateurs*", TOPIC_INDICATORS},
    {"opening", TOPIC_OPENING},
    {"before you start", TOPIC_OPENING},
    {"ouverture", TOPIC_OPENING},
    {"closing", TOPIC_CLOSING},
    {"wrap up", TOPIC_CLOSING},
    {"cloture", TOPIC_CLOSING},
    {"related terms", TOPIC_ELSE},
    {"see also", TOPIC_ELSE},
    {"references", TOPIC_ELSE},
    {"sources", TOPIC_ELSE},
};

/* Words that may stand beside a level without changing what it is. */
static const char *const fillers[] = {
    "level",  "levels", "questions",  "question", "interview", "role", "candidate", "candidates",
    "niveau", "profil", "years",      "year",     "yrs",       "ans",  "an",        "months",
    "mois",   "of",     "experience", "d",        "and",       "et",   "to",        "a",
    "for",    "or",     "the",        "example",  "plus",      NULL};

static const struct level_word {
    const char *word;
    unsigned levels;
} level_words[] = {
    {"junior", 1u << LEVEL_JUNIOR},
    {"entry", 1u << LEVEL_JUNIOR},
    {"beginner", 1u << LEVEL_JUNIOR},
    {"debutant", 1u << LEVEL_JUNIOR},
    {"graduate", 1u << LEVEL_JUNIOR},
    {"jr", 1u << LEVEL_JUNIOR},
    {"mid", 1u << LEVEL_MID},
    {"middle", 1u << LEVEL_MID},
    {"midlevel", 1u << LEVEL_MID},
    {"intermediate", 1u << LEVEL_MID},
    {"medior", 1u << LEVEL_MID},
    {"confirme", 1u << LEVEL_MID},
    {"intermediaire", 1u << LEVEL_MID},
    {"senior", 1u << LEVEL_SENIOR},
    {"experienced", 1u << LEVEL_SENIOR},
    {"advanced", 1u << LEVEL_SENIOR},
    {"experimente", 1u << LEVEL_SENIOR},
    {"sr", 1u << LEVEL_SENIOR},
    {"all", 1u << LEVEL_JUNIOR | 1u << LEVEL_MID | 1u << LEVEL_SENIOR},
    {"any", 1u << LEVEL_JUNIOR | 1u << LEVEL_MID | 1u << LEVEL_SENIOR},
};

static bool is_ascii(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)s[i] >= 0x80)
            return false;
    return true;
}

bool words_among(const char *const *list, const char *word, size_t n)
{
    for (; *list != NULL; list++)
        if ((**list | 0x20) == (*word | 0x20) && strncasecmp(*list, word, n) == 0 &&
            (*list)[n] == '\0')
            return true;
    return false;
}

/* Letters and digits; of what is not ASCII all but punctuation, arrows and pictures. */
static bool is_letter(uint32_t cp)
{
    if (cp < 0x80)
        return isalnum((int)cp) != 0;
    return cp > 0xBF && !(cp >= 0x2000 && cp <= 0x2BFF) && !(cp >= 0x3000 && cp <= 0x303F) &&
           cp < 0x1F000;
}

/* With single blanks between words. */
static void add_letters(struct str *out, const char *s, size_t n)
{
    size_t from = out->len;
    for (size_t i = 0, step; i < n; i += step) {
        uint32_t cp;
        step = utf8_decode(s + i, n - i, &cp);
        if (is_letter(cp) && step == 1)
            str_addc(out, (char)tolower((int)cp));
        else if (is_letter(cp))
            str_addn(out, s + i, step);
        else if (out->len > from && out->s[out->len - 1] != ' ')
            str_addc(out, ' ');
    }
    if (out->len > from && out->s[out->len - 1] == ' ')
        str_splice(out, out->len - 1, 1, "", 0);
}

/* Most lines are ASCII, for which all of Unicode need not be asked. */
void words_fold(struct str *out, const char *s, size_t n)
{
    struct str text = STR_INIT, folded = STR_INIT;
    bool plain = is_ascii(s, n);
    if (!plain) {
        str_addn(&text, s, n);
        utf8_fold(&folded, text.s);
    }
    add_letters(out, plain ? s : folded.s, plain ? n : folded.len);
    str_release(&text);
    str_release(&folded);
}

/* Folded, without what stands in round brackets. */
static void fold_outside(struct str *out, const char *s, size_t n)
{
    struct str text = STR_INIT;
    int depth = 0;
    for (size_t i = 0; i < n; i++) {
        depth += s[i] == '(';
        if (depth == 0)
            str_addc(&text, s[i]);
        depth -= s[i] == ')' && depth > 0;
    }
    words_fold(out, text.s, text.len);
    str_release(&text);
}

static bool matches(const struct wording *w, const char *folded)
{
    if (w->words[0] != folded[0])
        return false;
    size_t n = strlen(w->words);
    if (w->words[n - 1] != '*')
        return strcmp(w->words, folded) == 0;
    n--;
    return strncmp(w->words, folded, n) == 0 && (folded[n] == '\0' || folded[n] == ' ');
}

/* "Example Interview Questions", "Screening questions": a heading of a few words, no question. */
static bool is_about_questions(const char *folded)
{
    const char *at = strstr(folded, "questions");
    int blanks = 0;
    for (const char *p = folded; *p != '\0'; p++)
        blanks += *p == ' ';
    return at != NULL && blanks < 5 && (at == folded || at[-1] == ' ') &&
           (at[9] == '\0' || at[9] == ' ');
}

enum topic words_topic(const char *s, size_t n)
{
    struct str folded = STR_INIT;
    enum topic topic = TOPIC_NONE;
    if (n > NAME_MAX_BYTES || n == 0 || s[n - 1] == '.' || s[n - 1] == '!')
        return TOPIC_NONE;
    fold_outside(&folded, s, n);
    for (size_t i = 0; i < COUNT_OF(wordings) && topic == TOPIC_NONE; i++)
        if (matches(&wordings[i], folded.s))
            topic = wordings[i].topic;
    if (topic == TOPIC_NONE && s[n - 1] != '?' && is_about_questions(folded.s))
        topic = TOPIC_QUESTIONS;
    if (topic != TOPIC_NONE && topic != TOPIC_WHY && s[n - 1] == '?')
        topic = TOPIC_NONE;
    str_release(&folded);
    return topic;
}

/* ---- levels ---- */

static unsigned levels_of_word(const char *word, size_t n)
{
    for (size_t i = 0; i < COUNT_OF(level_words); i++)
        if (strlen(level_words[i].word) == n && memcmp(level_words[i].word, word, n) == 0)
            return level_words[i].levels;
    return 0;
}

static bool is_filler(const char *word, size_t n)
{
    if (isdigit((unsigned char)word[0]))
        return true;
    return words_among(fillers, word, n);
}

static unsigned levels_of_words(const char *folded)
{
    unsigned levels = 0;
    for (const char *word = folded; *word != '\0';) {
        size_t n = strcspn(word, " ");
        unsigned found = levels_of_word(word, n);
        if (found == 0 && !is_filler(word, n))
            return 0;
        levels |= found;
        word += n;
        word += *word == ' ';
    }
    return levels;
}

/* From the first digit on: "(0-2 years)" or " - 5+ years". */
static void add_experience(struct str *out, const char *s, size_t n)
{
    size_t from = 0;
    while (from < n && !isdigit((unsigned char)s[from]))
        from++;
    while (n > from && strchr(") :.", s[n - 1]) != NULL)
        n--;
    if (from < n)
        str_addn(out, s + from, n - from);
}

unsigned words_levels(const char *s, size_t n, struct str *experience)
{
    struct str folded = STR_INIT;
    if (n > NAME_MAX_BYTES || n == 0 || s[n - 1] == '?')
        return 0;
    words_fold(&folded, s, n);
    unsigned levels = levels_of_words(folded.s);
    if (levels != 0 && experience != NULL)
        add_experience(experience, s, n);
    str_release(&folded);
    return levels;
}

/* ---- questions ---- */

static const char *const askers[] = {
    "how",      "what",     "why",      "when",      "where", "who",     "which",   "tell",
    "describe", "explain",  "walk",     "talk",      "give",  "imagine", "suppose", "can",
    "could",    "would",    "have",     "do",        "did",   "are",     "is",      "name",
    "show",     "share",    "comment",  "pourquoi",  "quel",  "quelle",  "quels",   "quelles",
    "parlez",   "racontez", "decrivez", "expliquez", "avez",  "pouvez",  "donnez",  NULL};

bool words_ask(const char *s)
{
    size_t n = strlen(s);
    while (n > 0 && strchr(" \"'*_)", s[n - 1]) != NULL)
        n--;
    if (n > 0 && s[n - 1] == '?')
        return true;
    struct str folded = STR_INIT;
    words_fold(&folded, s, n < 40 ? n : 40);
    size_t first = strcspn(folded.s, " ");
    bool asks = folded.s[first] == ' ' && words_among(askers, folded.s, first);
    str_release(&folded);
    return asks;
}

/* ---- identifiers ---- */

static const char *const hollow[] = {
    "a",     "an",      "the",   "and",  "or",     "of",       "to",       "in",    "on",
    "at",    "by",      "for",   "from", "with",   "is",       "are",      "was",   "were",
    "be",    "do",      "does",  "did",  "you",    "your",     "we",       "our",   "they",
    "their", "it",      "its",   "me",   "us",     "i",        "s",        "how",   "what",
    "why",   "when",    "where", "who",  "which",  "can",      "could",    "would", "should",
    "have",  "has",     "had",   "tell", "about",  "describe", "explain",  "walk",  "through",
    "give",  "example", "time",  "that", "this",   "if",       "as",       "any",   "some",
    "le",    "la",      "les",   "un",   "une",    "des",      "de",       "du",    "et",
    "ou",    "que",     "qui",   "quel", "quelle", "comment",  "pourquoi", "vous",  "votre",
    "vos",   "est",     "sont",  "pour", "dans",   "avec",     "moi",      "avez",  "d",
    "l",     "j",       "ve",    "re",   "t",      NULL};

static int add_words(struct str *out, const char *folded, int words, bool all)
{
    size_t from = out->len;
    int n = 0;
    for (const char *word = folded; *word != '\0' && n < words;) {
        size_t len = strcspn(word, " ");
        bool fits = out->len - from + len < ID_BYTES;
        if (fits && is_ascii(word, len) && (all || !words_among(hollow, word, len))) {
            str_add(out, n++ > 0 ? "-" : "");
            str_addn(out, word, len);
        }
        word += len;
        word += *word == ' ';
    }
    return n;
}

void words_add_id(struct str *out, const char *s, int words)
{
    struct str folded = STR_INIT;
    size_t n = strlen(s);
    words_fold(&folded, s, n < 400 ? n : 400);
    if (add_words(out, folded.s, words, false) == 0)
        add_words(out, folded.s, words, true);
    str_release(&folded);
}
