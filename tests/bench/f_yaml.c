/* Floor of reading a bank: libyaml's event loop, every event thrown away.
 *
 *     f_yaml FILE     prints the nanoseconds from the bytes in memory to the end */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

static int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static unsigned char *read_whole(const char *path, size_t *n)
{
    FILE *f = fopen(path, "rb");
    unsigned char *bytes = NULL;
    long size = -1;
    if (f != NULL && fseek(f, 0, SEEK_END) == 0)
        size = ftell(f);
    if (size > 0 && fseek(f, 0, SEEK_SET) == 0)
        bytes = malloc((size_t)size);
    *n = bytes != NULL ? fread(bytes, 1, (size_t)size, f) : 0;
    if (f != NULL)
        fclose(f);
    return bytes;
}

static int parse(const unsigned char *bytes, size_t n)
{
    yaml_parser_t parser;
    yaml_event_t event;
    int good = yaml_parser_initialize(&parser), end = 0;
    yaml_parser_set_input_string(&parser, bytes, n);
    while (good && !end) {
        good = yaml_parser_parse(&parser, &event);
        end = event.type == YAML_STREAM_END_EVENT;
        if (good)
            yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return good;
}

int main(int argc, char **argv)
{
    size_t n = 0;
    unsigned char *bytes = argc > 1 ? read_whole(argv[1], &n) : NULL;
    int64_t start = now_ns();
    if (bytes == NULL || !parse(bytes, n))
        return 1;
    printf("%lld\n", (long long)(now_ns() - start));
    free(bytes);
    return 0;
}
