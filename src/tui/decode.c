#include "tui/decode.h"

#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"

#define ESC         0x1b
#define DEL         0x7f
#define PASTE_BEGIN 200
#define PASTE_END   "\x1b[201~"
#define PARAMS      8

/* How a look at the first bytes ended. */
enum look {
    LOOK_EVENT, /* an event, `used` bytes of it */
    LOOK_SKIP,  /* nothing to report, `used` bytes of it */
    LOOK_MORE   /* may go on: more bytes are needed */
};

struct view {
    const unsigned char *s;
    size_t n;
    size_t used;
};

void decode_init(struct decode *d, const struct decode_name *names, size_t n)
{
    *d = (struct decode){.names = names, .n_names = n};
    str_init(&d->bytes);
    str_init(&d->paste);
    str_init(&d->text);
}

void decode_release(struct decode *d)
{
    str_release(&d->bytes);
    str_release(&d->paste);
    str_release(&d->text);
}

/* Keys do not come in such numbers, nor with the mark behind them: text must not pass for them. */
static bool is_late_text(const char *bytes, size_t n)
{
    const char *end = memmem(bytes, n, PASTE_END, strlen(PASTE_END));
    return n >= DECODE_LATE_MIN || (end != NULL && end != bytes);
}

void decode_feed(struct decode *d, const char *bytes, size_t n)
{
    if (d->late && n > 0) {
        d->pasting = is_late_text(bytes, n);
        d->late = false;
    }
    str_splice(&d->bytes, 0, d->at, "", 0);
    d->at = 0;
    str_addn(&d->bytes, bytes, n);
}

static enum look look_key(struct view *v, size_t used, struct event *ev, struct key key)
{
    v->used = used;
    *ev = (struct event){.kind = EVENT_KEY, .key = key};
    return LOOK_EVENT;
}

static enum look look_skip(struct view *v, size_t used)
{
    v->used = used;
    return LOOK_SKIP;
}

/* The modifiers as xterm counts them: 1 and shift 1, alt 2, control 4, meta 8. */
static uint8_t mods_of(unsigned param)
{
    unsigned bits = param > 0 ? param - 1 : 0, mods = 0;
    if ((bits & 1) != 0)
        mods |= MOD_SHIFT;
    if ((bits & (2 | 8)) != 0)
        mods |= MOD_ALT;
    if ((bits & 4) != 0)
        mods |= MOD_CTRL;
    return (uint8_t)mods;
}

static struct key key_of_control(unsigned char b)
{
    switch (b) {
    case 0:
        return (struct key){' ', MOD_CTRL};
    case '\t':
        return (struct key){K_TAB, 0};
    case '\r':
    case '\n':
        return (struct key){K_ENTER, 0};
    case '\b':
    case DEL:
        return (struct key){K_BACKSPACE, 0};
    case ESC:
        return (struct key){K_ESC, 0};
    default:
        return (struct key){b <= 26 ? b + 'a' - 1u : b + '@' + 0u, MOD_CTRL};
    }
}

/* A code point that was sent with modifiers, in the form that key.h promises. */
static struct key key_of_point(uint32_t cp, uint8_t mods)
{
    struct key key = {cp, (uint8_t)(mods & ~MOD_SHIFT)};
    if (cp == 0 || cp >= K_FIRST)
        return (struct key){0, 0};
    if (cp < ' ' || cp == DEL) {
        key = key_of_control((unsigned char)cp);
        key.mods |= mods;
    } else if ((mods & MOD_CTRL) != 0 && cp >= 'A' && cp <= 'Z') {
        key.code = cp - 'A' + 'a';
    }
    return key;
}

/* "ESC [ number ~" */
static uint32_t code_of_tilde(unsigned number)
{
    static const uint32_t codes[] = {
        [1] = K_HOME,    [2] = K_INSERT,  [3] = K_DELETE,  [4] = K_END,      [5] = K_PGUP,
        [6] = K_PGDN,    [7] = K_HOME,    [8] = K_END,     [11] = K_F1,      [12] = K_F1 + 1,
        [13] = K_F1 + 2, [14] = K_F1 + 3, [15] = K_F1 + 4, [17] = K_F1 + 5,  [18] = K_F1 + 6,
        [19] = K_F1 + 7, [20] = K_F1 + 8, [21] = K_F1 + 9, [23] = K_F1 + 10, [24] = K_F12,
    };
    return number < COUNT_OF(codes) ? codes[number] : 0;
}

/* "ESC [ letter" and "ESC O letter" */
static uint32_t code_of_letter(unsigned char letter)
{
    switch (letter) {
    case 'A':
        return K_UP;
    case 'B':
        return K_DOWN;
    case 'C':
        return K_RIGHT;
    case 'D':
        return K_LEFT;
    case 'F':
        return K_END;
    case 'H':
        return K_HOME;
    case 'P':
    case 'Q':
    case 'R':
    case 'S':
        return (uint32_t)K_F1 + letter - 'P';
    default:
        return 0;
    }
}

/* One sequence after its introducer, taken apart. */
struct sequence {
    unsigned params[PARAMS];
    size_t n;
    unsigned char mark;  /* one of "<=>?" before the numbers, or 0 */
    unsigned char final; /* 0: not there yet */
    size_t len;          /* bytes up to and with the final one, from ESC on */
    bool broken;         /* a byte that cannot stand there; len bytes precede it */
};

static void take_param(struct sequence *q, unsigned char b)
{
    unsigned *last = &q->params[q->n - 1];
    if (b == ';' && q->n < PARAMS)
        q->n++;
    else if (b >= '0' && b <= '9' && *last < 100000000)
        *last = *last * 10 + (b - '0');
}

/* rxvt ends Shift with a key in "$", which is no final byte by the standard. */
static bool is_rxvt_shift(const struct sequence *q, unsigned char b)
{
    return b == '$' && q->mark == 0 && q->n == 1 && code_of_tilde(q->params[0]) != 0;
}

static struct sequence sequence_of(const struct view *v)
{
    struct sequence q = {.n = 1, .len = 2};
    for (bool in_sub = false; q.len < v->n; q.len++) {
        unsigned char b = v->s[q.len];
        if (b < ' ' || b >= DEL) {
            q.broken = true;
            return q;
        }
        if ((b >= '@' && !(b == '[' && q.len == 2)) || is_rxvt_shift(&q, b)) {
            q.final = b;
            q.len++;
            return q;
        }
        if (b >= '<' && b <= '?' && q.len == 2)
            q.mark = b;
        in_sub = b == ':' || (in_sub && b != ';');
        if (!in_sub)
            take_param(&q, b);
    }
    return q;
}

/* A press as xterm's mode 1006 reports it: button, column, row. */
static enum look look_mouse(struct view *v, const struct sequence *q, struct event *ev)
{
    unsigned bits = q->params[0], button = (bits & 3) + ((bits & 64) != 0 ? 4 : 1);
    if (q->final != 'M' || q->n < 3 || (bits & 32) != 0 || button > 5 || q->params[1] == 0 ||
        q->params[2] == 0)
        return look_skip(v, q->len);
    v->used = q->len;
    *ev = (struct event){.kind = EVENT_MOUSE,
                         .key = {button, mods_of(1 + ((bits >> 2) & 7))},
                         .cols = (int)q->params[1] - 1,
                         .rows = (int)q->params[2] - 1};
    return LOOK_EVENT;
}

static struct key key_of_rxvt(const struct sequence *q)
{
    uint8_t mods = q->final == '$' ? MOD_SHIFT : q->final == '^' ? MOD_CTRL : MOD_SHIFT | MOD_CTRL;
    return (struct key){code_of_tilde(q->params[0]), mods};
}

static struct key key_of_csi(const struct sequence *q)
{
    uint8_t mods = mods_of(q->n > 1 ? q->params[1] : 0);
    switch (q->final) {
    case '~':
        if (q->params[0] == 27 && q->n > 2)
            return key_of_point(q->params[2], mods);
        return (struct key){code_of_tilde(q->params[0]), mods};
    case 'u':
        return key_of_point(q->params[0], mods);
    case 'Z':
        return (struct key){K_TAB, MOD_SHIFT};
    case '$':
    case '^':
    case '@':
        return key_of_rxvt(q);
    case 'a':
    case 'b':
    case 'c':
    case 'd':
        return (struct key){code_of_letter((unsigned char)(q->final - 'a' + 'A')), MOD_SHIFT};
    default:
        return (struct key){code_of_letter(q->final), mods};
    }
}

static bool is_key(struct key key)
{
    return key.code != 0 && key.code < K_LAST;
}

/* "ESC [ [ A" to "E": F1 to F5 of the linux console. */
static enum look look_linux(struct view *v, struct event *ev)
{
    if (v->n < 4)
        return LOOK_MORE;
    if (v->s[3] < 'A' || v->s[3] > 'E')
        return look_skip(v, v->s[3] >= ' ' ? 4 : 3);
    return look_key(v, 4, ev, (struct key){(uint32_t)K_F1 + v->s[3] - 'A', 0});
}

static enum look look_csi(struct decode *d, struct view *v, struct event *ev)
{
    struct sequence q = sequence_of(v);
    struct key key;
    if (v->n > 2 && v->s[2] == '[')
        return look_linux(v, ev);
    if (q.broken)
        return look_skip(v, q.len);
    if (q.final == 0)
        return LOOK_MORE;
    if (q.mark == '<')
        return look_mouse(v, &q, ev);
    if (q.mark == 0 && q.final == 'M' && q.len == 3) /* the mouse of old: three bytes follow */
        return v->n < 6 ? LOOK_MORE : look_skip(v, 6);
    if (q.mark == 0 && q.final == '~' && q.params[0] == PASTE_BEGIN) {
        d->pasting = true;
        return look_skip(v, q.len);
    }
    key = key_of_csi(&q);
    return q.mark == 0 && is_key(key) ? look_key(v, q.len, ev, key) : look_skip(v, q.len);
}

/* "ESC O": arrows and the number pad in application mode. */
static enum look look_ss3(struct view *v, struct event *ev)
{
    static const char pad[] = "*+,-./0123456789"; /* 'j' to 'y' */
    struct sequence q = sequence_of(v);
    struct key key = {0, mods_of(q.n > 1 ? q.params[1] : q.params[0])};
    if (q.broken)
        return look_skip(v, q.len);
    if (q.final == 0)
        return LOOK_MORE;
    key.code = code_of_letter(q.final);
    if (q.final == 'M')
        key.code = K_ENTER;
    else if (q.final >= 'j' && q.final <= 'y')
        key.code = (unsigned char)pad[q.final - 'j'];
    else if (q.final >= 'a' && q.final <= 'd')
        key = (struct key){code_of_letter((unsigned char)(q.final - 'a' + 'A')), MOD_CTRL};
    return is_key(key) ? look_key(v, q.len, ev, key) : look_skip(v, q.len);
}

static size_t utf8_length(unsigned char lead)
{
    if (lead >= 0xf0 && lead <= 0xf4)
        return 4;
    if (lead >= 0xe0)
        return lead < 0xf0 ? 3 : 1;
    return lead >= 0xc2 ? 2 : 1;
}

static bool is_half_a_character(const struct view *v)
{
    if (v->n >= utf8_length(v->s[0]))
        return false;
    for (size_t i = 1; i < v->n; i++)
        if ((v->s[i] & 0xc0) != 0x80)
            return false;
    return true;
}

static enum look look_plain(struct view *v, struct event *ev)
{
    uint32_t cp;
    size_t used;
    if (v->s[0] < ' ' || v->s[0] == DEL)
        return look_key(v, 1, ev, key_of_control(v->s[0]));
    if (is_half_a_character(v))
        return LOOK_MORE;
    used = utf8_decode((const char *)v->s, v->n, &cp);
    return look_key(v, used, ev, (struct key){cp, 0});
}

/* What the terminal's description names; the longest that fits. */
static enum look look_names(const struct decode *d, struct view *v, struct event *ev)
{
    const struct decode_name *best = NULL;
    size_t best_len = 0;
    for (size_t i = 0; i < d->n_names; i++) {
        size_t len = strlen(d->names[i].bytes);
        if (len > v->n && memcmp(d->names[i].bytes, v->s, v->n) == 0)
            return LOOK_MORE;
        if (len > best_len && len <= v->n && memcmp(d->names[i].bytes, v->s, len) == 0) {
            best = &d->names[i];
            best_len = len;
        }
    }
    return best != NULL ? look_key(v, best_len, ev, best->key) : LOOK_SKIP;
}

static enum look look_escape(struct decode *d, struct view *v, struct event *ev);

/* The same behind one more ESC: with Alt. */
static enum look look_alt(struct decode *d, struct view *v, struct event *ev)
{
    struct view rest = {v->s + 1, v->n - 1, 0};
    bool sequence = rest.n > 1 && rest.s[0] == ESC && (rest.s[1] == '[' || rest.s[1] == 'O');
    enum look look;
    if (rest.s[0] == ESC && rest.n == 1)
        return LOOK_MORE;
    if (rest.s[0] == ESC && !sequence)
        return look_key(v, 1, ev, (struct key){K_ESC, 0});
    look = sequence ? look_escape(d, &rest, ev) : look_plain(&rest, ev);
    v->used = rest.used + 1;
    if (look == LOOK_EVENT && ev->kind == EVENT_KEY)
        ev->key.mods |= MOD_ALT;
    return look;
}

static enum look look_escape(struct decode *d, struct view *v, struct event *ev)
{
    enum look look;
    if (v->n == 1)
        return LOOK_MORE;
    look = look_names(d, v, ev);
    if (look != LOOK_SKIP)
        return look;
    if (v->s[1] == '[')
        return look_csi(d, v, ev);
    if (v->s[1] == 'O')
        return look_ss3(v, ev);
    return look_alt(d, v, ev);
}

/* Nothing more will come of these bytes. */
static enum look give_up_on(struct view *v, struct event *ev)
{
    uint32_t cp;
    if (v->s[0] != ESC)
        return look_key(v, utf8_decode((const char *)v->s, v->n, &cp), ev,
                        (struct key){UTF8_BAD, 0});
    if (v->n == 1 || v->s[1] == ESC)
        return look_key(v, 1, ev, (struct key){K_ESC, 0});
    if (v->n == 2 && v->s[1] < DEL)
        return look_key(v, 2, ev, (struct key){v->s[1], MOD_ALT});
    return look_skip(v, v->n);
}

/* Line ends of other systems become newlines; what could drive the terminal becomes a mark. */
static void paste_end(struct decode *d, struct event *ev)
{
    size_t out = 0;
    for (size_t i = 0; i < d->paste.len; i++) {
        char b = d->paste.s[i];
        if (b == '\r' && i + 1 < d->paste.len && d->paste.s[i + 1] == '\n')
            continue;
        d->paste.s[out++] = b == '\r' ? '\n' : b;
    }
    str_clear(&d->text);
    utf8_clean(&d->text, d->paste.s, out, true);
    str_clear(&d->paste);
    d->pasting = false;
    *ev = (struct event){.kind = EVENT_PASTE, .text = d->text.s, .len = d->text.len};
}

static void paste_keep(struct decode *d, size_t n)
{
    size_t room = DECODE_PASTE_MAX - d->paste.len;
    str_addn(&d->paste, d->bytes.s + d->at, n < room ? n : room);
    d->at += n;
}

static bool paste_next(struct decode *d, bool give_up, struct event *ev)
{
    const size_t mark = strlen(PASTE_END);
    size_t left = d->bytes.len - d->at;
    const char *from = d->bytes.s + d->at, *end = memmem(from, left, PASTE_END, mark);
    if (end != NULL) {
        paste_keep(d, (size_t)(end - from));
        d->at += mark;
    } else {
        /* The mark's first bytes may be there already. */
        size_t hold = give_up ? 0 : left < mark ? left : mark - 1;
        paste_keep(d, left - hold);
        if (!give_up)
            return false;
    }
    paste_end(d, ev);
    d->late = end == NULL;
    return true;
}

bool decode_next(struct decode *d, bool give_up, struct event *ev)
{
    while (d->at < d->bytes.len || (d->pasting && give_up)) {
        struct view v = {(const unsigned char *)d->bytes.s + d->at, d->bytes.len - d->at, 0};
        enum look look;
        if (d->pasting)
            return paste_next(d, give_up, ev);
        look = v.s[0] == ESC ? look_escape(d, &v, ev) : look_plain(&v, ev);
        if (look == LOOK_MORE && !give_up)
            return false;
        if (look == LOOK_MORE)
            look = give_up_on(&v, ev);
        d->at += v.used;
        if (look == LOOK_EVENT)
            return true;
    }
    return false;
}

int decode_patience(const struct decode *d)
{
    size_t left = d->bytes.len - d->at;
    const char *s = d->bytes.s + d->at;
    if (d->pasting)
        return DECODE_PASTE_MS;
    if (left == 0)
        return 0;
    return s[left - 1] == ESC && left <= 2 ? DECODE_ESC_MS : DECODE_REST_MS;
}
