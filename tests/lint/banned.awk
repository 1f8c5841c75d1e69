# Looks through C laid out by clang-format, comments and the insides of literals put aside.

function say(topic, what) {
    print topic ": " FILENAME ":" FNR ": " what
}

# The line without comments, its literals emptied.
function code_of(line,    start) {
    if (in_comment) {
        if (!(start = index(line, "*/")))
            return ""
        line = substr(line, start + 2)
        in_comment = 0
    }
    gsub(/\\\\|\\"|\\'/, "", line)
    gsub(/'"'/, "' '", line)
    gsub(/"[^"]*"/, "\"\"", line)
    while (start = index(line, "/*")) {
        if (!match(substr(line, start), /\*\//)) {
            in_comment = 1
            return substr(line, 1, start - 1)
        }
        line = substr(line, 1, start - 1) substr(line, start + RSTART + 1)
    }
    sub(/\/\/.*/, "", line)
    sub(/[ \t]+$/, "", line)
    return line
}

# Calls of a name in `names`, not of one that ends in it nor of a member.
function calls(topic, names, instead,    rest, before, word) {
    rest = code
    while (match(rest, /[A-Za-z_0-9]+\(/)) {
        word = substr(rest, RSTART, RLENGTH - 1)
        before = RSTART > 1 ? substr(rest, RSTART - 1, 1) : ""
        if (index(names, " " word " ") && before != "." && before != ">")
            say(topic, word "()" instead)
        rest = substr(rest, RSTART + RLENGTH)
    }
}

# The declared name and whether it can change: it cannot when a const stands behind its last "*",
# or anywhere where there is none.
function declares(text,    type) {
    sub(/[=;{].*/, "", text)
    gsub(/\[[^]]*\]/, "", text)
    if (text ~ /\(\*/)
        sub(/\)\(.*/, "", text)
    sub(/[ \t]+$/, "", text)
    type = text
    sub(/^.*\*/, "", type)
    if (type ~ /(^|[^a-z_])const([^a-z_]|$)/ || text ~ /volatile sig_atomic_t/)
        return
    sub(/.*[ *]/, "", text)
    if (text !~ /^[A-Za-z_][A-Za-z_0-9]*$/ || text == "str_empty")
        return
    say("global", text " can change")
}

function check_globals(    indent) {
    match(code, /^ */)
    indent = RLENGTH
    if (open_struct && indent == struct_indent && code ~ /^ *}/) {
        open_struct = 0
        if (code ~ /} [A-Za-z_]/ && struct_mutable)
            declares(substr(code, index(code, "}") + 1))
        return
    }
    if (code !~ /^ *static / && code !~ /^[A-Za-z_]/)
        return
    if (code ~ /^(typedef|extern|enum|goto|default|case)/ || code ~ /^[A-Za-z_0-9]+:$/)
        return
    if (code ~ /(struct|union|enum)( [A-Za-z_0-9]+)? {$/) {
        open_struct = 1
        struct_indent = indent
        struct_mutable = code !~ /(^|[^a-z_])const /
        return
    }
    if (code ~ /^(struct|union) [A-Za-z_0-9]+;$/ || code !~ /[=;{]/)
        return
    if (match(code, /[=(]/) && substr(code, RSTART, 1) == "(" && substr(code, RSTART, 2) != "(*")
        return # a function
    declares(code)
}

# SQL in a text with a conversion in it; the one pragma that takes no parameter is let through.
function check_sql() {
    calls("sql", " sqlite3_mprintf sqlite3_vmprintf sqlite3_snprintf sqlite3_vsnprintf ")
    if ($0 ~ /"(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|DROP|ALTER|PRAGMA|ATTACH|VACUUM|WHERE|AND|ORDER|LIMIT|FROM|JOIN|SET|VALUES) [^"]*%([-0-9.*]*)(l|ll|z)?[sdiuxc]/ &&
        $0 !~ /"PRAGMA user_version = %d"/)
        say("sql", "\"" substr($0, match($0, /"[A-Z]/) + 1, 40))
    if (code ~ /sqlite3_exec\([^,]*, *[A-Za-z_]+(\.|->)s,/)
        say("sql", "sqlite3_exec() of a text that was put together")
}

FNR == 1 { in_comment = 0; open_struct = 0; in_macro = 0 }
{ code = code_of($0) }
/^#/ || in_macro { in_macro = /\\$/; next }
{
    calls("call", " strcpy stpcpy strcat sprintf vsprintf gets atoi atol atoll atof strtok system " \
                  "popen alloca mktemp tmpnam tempnam rand srand localtime gmtime ctime asctime ")
    if (FILENAME != "src/main.c" && FILENAME != "src/base/proc.c")
        calls("leave", " exit _exit _Exit quick_exit ", ", return an error instead")
    if (FILENAME != "src/base/alloc.c" && FILENAME != "src/base/sys.c")
        calls("leave", " abort ", ", alloc_failed() is the one place that may")
    if (FILENAME != "src/base/sys.c")
        calls("world", " time clock_gettime gettimeofday localtime_r getenv secure_getenv setenv " \
                       "putenv getrandom getentropy random srandom arc4random ",
              ", ask the struct sys that was handed in")
    check_globals()
    if (FILENAME ~ /^src\/store\//)
        check_sql()
}
