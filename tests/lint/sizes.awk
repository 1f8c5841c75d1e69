# Counts the lines and parameters of functions in code laid out by clang-format.

# The text between the outermost parentheses of the signature's last group: the parameters. An
# attribute in front of the name is a group as well.
function last_group(text,    i, c, depth, group) {
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == "(" && depth++ == 0) {
            before = substr(text, 1, i - 1)
            group = ""
            continue
        }
        if (c == ")")
            depth--
        if (depth > 0)
            group = group c
    }
    return group
}

function parameters(list,    n) {
    while (gsub(/\([^()]*\)/, "", list))
        ;
    sub(/, *\.\.\.$/, "", list)
    if (list == "" || list == "void")
        return 0
    return gsub(/,/, ",", list) + 1
}

function opens(    list, n) {
    list = last_group(signature)
    name = before
    sub(/[ *]*$/, "", name)
    sub(/.*[ *]/, "", name)
    n = parameters(list)
    if (n > 5 && name !~ many)
        print "parameters: " FILENAME ":" first ": " name " takes " n
    inside = 1
}

function closes(    n) {
    inside = 0
    signature = ""
    n = FNR - first + 1
    sizes[n]++
    count++
    if (n > 60)
        print "functions: " FILENAME ":" first ": " name " has " n " lines"
}

FNR == 1 { inside = 0; signature = "" }
inside && /^}/ { closes(); next }
inside { next }
/^{/ && signature != "" { opens(); next }
/^[#\/ }]/ && !(/^ / && signature != "") { signature = ""; next }
/^$/ || /;$/ || /{$/ { signature = ""; next }
{
    if (signature == "")
        first = FNR
    signature = signature " " $0
    gsub(/[ \t]+/, " ", signature)
}

END {
    for (n = 1; count > 0 && 2 * seen < count; n++)
        seen += sizes[n]
    if (count > 0)
        print "# " count " functions, the median has " n - 1 " lines"
}
