# slate: make, make run, make test. Everything else is listed by `make help`.

VERSION := 0.1.0
PREFIX  ?= /usr/local
DESTDIR ?=
B       := build
CLANG   ?= clang
ARGS    ?=

std      := -std=c17 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64
warnings := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
            -Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla -Wformat=2 -Wundef
paths    := -DSLATE_VERSION='"$(VERSION)"' -DSLATE_DATADIR='"$(PREFIX)/share/slate"'
common   := $(std) $(warnings) $(paths) -Iinclude -Isrc -MMD -MP -g

release_cflags  := $(common) -O2 -DNDEBUG -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong \
                   -fPIE -ffunction-sections -fdata-sections
release_ldflags := -pie -Wl,-z,relro,-z,now -Wl,--gc-sections -Wl,--as-needed
test_cflags     := $(common) -Itests -O1 -fno-omit-frame-pointer -fsanitize=address,undefined \
                   -fno-sanitize-recover=undefined -DSLATE_TESTS='"$(CURDIR)/tests"' \
                   -DSLATE_BUILD='"$(CURDIR)/$(B)/test"' -DSLATE_BANKS='"$(CURDIR)/questionbanks"' \
                   -USLATE_DATADIR -DSLATE_DATADIR='"$(CURDIR)/$(B)/test/share/slate"'
test_ldflags    := -fsanitize=address,undefined
fuzz_cflags     := $(common) -Itests -O1 -fsanitize=fuzzer-no-link,address,undefined

# Libraries are linked statically where their archive exists: the dynamic loader is a third of a
# start (figures in README.md). libc stays dynamic.
names    := ncursesw tinfo yaml sqlite3 utf8proc md jansson
archive   = $(shell f=$$($(CC) -print-file-name=lib$(1).a 2>/dev/null); [ -f "$$f" ] && echo "$$f" || echo "-l$(1)")
libs      = $(foreach n,$(names),$(call archive,$(n))) -lm
testlibs := $(addprefix -l,$(names)) -lcmocka -lvterm -lutil -lm

sources   := $(sort $(wildcard src/*/*.c))
main      := src/main.c
test_mains := $(sort $(wildcard tests/*/test_*.c))
test_support := $(sort $(wildcard tests/support/*.c))
fuzz_mains := $(sort $(wildcard tests/fuzz/fuzz_*.c))
bench_drivers := $(sort $(wildcard tests/bench/b_*.c))
bench_floors := $(sort $(wildcard tests/bench/f_*.c))
bench_support := tests/support/gen_store.c \
                 $(filter-out $(bench_drivers) $(bench_floors),$(wildcard tests/bench/*.c))

release_objects := $(sources:%.c=$(B)/release/%.o)
test_objects    := $(sources:%.c=$(B)/test/%.o)
fuzz_objects    := $(sources:%.c=$(B)/fuzz/%.o)
support_objects := $(test_support:%.c=$(B)/test/%.o)
test_programs   := $(test_mains:tests/%.c=$(B)/test/bin/%)
fuzz_programs   := $(fuzz_mains:tests/fuzz/%.c=$(B)/fuzz/bin/%)
bench_objects   := $(bench_support:%.c=$(B)/release/%.o)
bench_programs  := $(patsubst tests/bench/%.c,$(B)/bench/%,$(bench_drivers) $(bench_floors))

# What is done is said in a line each; V=1 shows the commands.
say = $(if $(V),,@printf '  %-5s %s\n' $(1) $(patsubst $(B)/%,%,$@);)

.PHONY: all run test test-long test-programs bench fuzz format lint install uninstall clean help packages-%
.DELETE_ON_ERROR:
.SECONDARY:

all: packages-build ## build the program at build/slate
	@$(MAKE) --no-print-directory $(B)/slate

run: all ## build and start it (ARGS="..." are passed on)
	@$(B)/slate $(ARGS)

test: packages-test ## all tests, under address and undefined sanitizers
	@$(MAKE) --no-print-directory -j2 test-programs $(B)/slate
	@tests/run

test-long: packages-test ## the exhaustive runs as well
	@$(MAKE) --no-print-directory -j2 test-programs $(B)/slate
	@SLATE_LONG=1 tests/run

test-programs: $(test_programs) $(B)/test/slate

bench: packages-bench all ## measure against bare floor programs (PEERS=1 adds other programs)
	@$(MAKE) -s --no-print-directory $(bench_programs)
	@tests/bench/run

fuzz: packages-fuzz ## fuzz every target for SECONDS_EACH (60) seconds
	@$(MAKE) --no-print-directory CC='$(CLANG)' $(fuzz_programs)
	@tests/fuzz/run

lint: ## layers, cycles, sizes, banned calls
	@for t in tests/lint/*.sh; do $$t || exit 1; done

format: ## lay the sources out with clang-format
	@clang-format -i $(shell git ls-files '*.c' '*.h')

install: all ## install under $(DESTDIR)$(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/slate/questionbanks \
	    $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 755 $(B)/slate $(DESTDIR)$(PREFIX)/bin/slate
	install -m 644 $(wildcard questionbanks/*.yaml questionbanks/*.json) $(DESTDIR)$(PREFIX)/share/slate/questionbanks/
	install -m 644 src/report/scorecard.schema.json $(DESTDIR)$(PREFIX)/share/slate/
	install -m 644 src/slate.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 $(wildcard questionbanks/*.5) $(DESTDIR)$(PREFIX)/share/man/man5/

uninstall: ## take away what install put there; interviews are left alone
	rm -f $(DESTDIR)$(PREFIX)/bin/slate $(DESTDIR)$(PREFIX)/share/man/man1/slate.1 \
	    $(DESTDIR)$(PREFIX)/share/man/man5/slate-bank.5
	rm -rf $(DESTDIR)$(PREFIX)/share/slate

clean: ## remove build/
	rm -rf $(B)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

packages-%:
	@CC='$(CC)' .make/packages.sh $*

$(B)/slate: $(release_objects) $(B)/release/$(main:.c=.o)
	$(call say,LINK) $(CC) $(release_ldflags) -o $@ $^ $(libs)

# The tests link what they need out of two archives.
$(B)/test/libslate.a: $(test_objects)
	$(call say,AR) rm -f $@ && ar rcs $@ $^

$(B)/test/libsupport.a: $(support_objects)
	$(call say,AR) rm -f $@ && ar rcs $@ $^

$(B)/test/slate: $(B)/test/$(main:.c=.o) $(B)/test/libslate.a
	$(call say,LINK) $(CC) $(test_ldflags) -o $@ $^ $(testlibs)

$(B)/test/bin/%: $(B)/test/tests/%.o $(B)/test/libsupport.a $(B)/test/libslate.a
	@mkdir -p $(@D)
	$(call say,LINK) $(CC) $(test_ldflags) -o $@ $^ $(testlibs)

$(B)/fuzz/bin/%: tests/fuzz/%.c $(fuzz_objects)
	@mkdir -p $(@D)
	$(call say,LINK) $(CC) $(fuzz_cflags) -fsanitize=fuzzer -o $@ $(filter-out %.h,$^) $(addprefix -l,$(names)) -lm

$(B)/bench/b_%: $(B)/release/tests/bench/b_%.o $(bench_objects) $(release_objects)
	@mkdir -p $(@D)
	$(call say,LINK) $(CC) $(release_ldflags) -o $@ $^ $(libs) -lutil

# Floors are what anybody would type: one file, shared libraries, nothing of ours.
$(B)/bench/f_%: tests/bench/f_%.c
	@mkdir -p $(@D)
	$(call say,CC) $(CC) $(std) $(warnings) -O2 -MMD -MF $@.d -o $@ $< -lncursesw -ltinfo -lyaml -lsqlite3

$(B)/release/tests/%.o: release_cflags += -Itests
$(B)/release/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC) $(CC) $(release_cflags) -c -o $@ $<

$(B)/test/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC) $(CC) $(test_cflags) -c -o $@ $<

$(B)/fuzz/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC) $(CC) $(fuzz_cflags) -c -o $@ $<

-include $(shell find $(B) -name '*.d' 2>/dev/null)
