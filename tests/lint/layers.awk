# Holds includes against rules. Input: the rules and the files of the tree, "end", then "FILE HEADER"
# for each include.

function folder_of(path) {
    split(path, part, "/")
    return part[3] == "" ? "" : part[2]
}

function say(topic, what) {
    print topic ": " file ": " what
}

function check_library(name,    short) {
    short = name
    sub(/^ncursesw?\//, "", short)
    if (short in place) {
        if (index(file, place[short]) != 1)
            say("library", "<" name "> belongs to " place[short] " alone")
    } else if (!(name in libc)) {
        say("library", "<" name "> is no header of libc nor of a library that slate is built on")
    }
    if ((folder in pure) && (name in input))
        say("pure", "<" name "> in a folder that only computes")
}

function check_own(name,    target) {
    target = substr(name, 1, index(name, "/") - 1)
    if (target == "") {
        say("header", "\"" name "\" is not named by its folder")
    } else if (!(("include/" name) in present) && !(("src/" name) in present)) {
        say("header", "\"" name "\" is not there")
    } else if (folder == "") {
        return # main joins everything
    } else if (!(folder in known)) {
        say("table", "the folder " folder " is not in the table of layers")
    } else if (target != folder && !((folder, target) in allowed)) {
        say("table", folder " may not include \"" name "\"")
    } else if (!(("include/" name) in present) && file !~ "^src/" target "/") {
        say("private", "\"" name "\" is seen by src/" target " alone")
    }
}

$1 == "end" { reading = 1; next }

!reading && $1 == "folder" { known[$2]; for (i = 3; i <= NF; i++) allowed[$2, $i] }
!reading && $1 == "library" { place[$2] = $3 }
!reading && $1 == "libc" { for (i = 2; i <= NF; i++) libc[$i] }
!reading && $1 == "pure" { for (i = 2; i <= NF; i++) pure[$i] }
!reading && $1 == "input" { for (i = 2; i <= NF; i++) input[$i] }
!reading && $1 == "file" { present[$2] }
!reading { next }

{
    file = $1
    folder = folder_of(file)
    name = substr($2, 2, length($2) - 2)
    if ($2 ~ /^</)
        check_library(name)
    else
        check_own(name)
}
