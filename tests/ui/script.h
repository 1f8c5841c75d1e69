#ifndef SLATE_TESTS_UI_SCRIPT_H
#define SLATE_TESTS_UI_SCRIPT_H

/* Screen tests as text files: keys in, the expected screen and its styles. No terminal, no sleep,
 * no retry: the loop of the program asks for its next event and the script answers with the next
 * line.
 *
 *     # A line like this says what the file shows.
 *     size 24 80            rows and columns (before anything else; the default)
 *     bank NAME             copies tests/ui/banks/NAME.yaml into the bank folder
 *     lose NAME             takes it away again
 *     give PATH             copies tests/PATH into the folder that slate runs in
 *     append PATH TEXT      another program adds a line to a file of that folder
 *     shipped NAME          the same with a bank of questionbanks/
 *     disk full             from now on nothing can be stored; `disk free`: again it can
 *     config TEXT           adds a line to the configuration file
 *     set KEY VALUE         an environment variable
 *     store N               a store of N generated sessions (support/gen_store.h), before `home`
 *     home                  opens the first screen; `new` the form; `demo` as `slate demo` does
 *
 *     key n                 one key by name, or several with blanks between
 *     type Ada Moreau       every character as a key
 *     paste TEXT            a bracketed paste; \n is a newline
 *     pastes N TEXT         N times the text, as one paste
 *     tick 5                the clock goes on by 5 seconds, then a tick
 *     later 600             the clock goes on by 600 seconds, nothing happens
 *     resize 12 40
 *     click 3 10            a press of the first button at row and column, from 0
 *     terminate             the terminal is gone (SIGHUP)
 *     again                 the program ended; it is started anew on the same data
 *     everysize             a row of sizes from 1x1 to 60x200 and back
 *     random 500            that many random keys, by a printed seed
 *
 *     see TEXT              the screen has this text
 *     not TEXT              the screen does not have it
 *     file NAME             there is such a file in the folder where slate runs; `nofile NAME`
 *     copied TEXT           the text handed to the terminal's clipboard last has it
 *     cursor 4 1            where the hardware cursor rests
 *     over                  the program has ended by itself
 *     screen                the whole screen is as in the lines up to `end`, each behind a "|"
 *     |...
 *     end
 *     styles                the roles of every cell as letters, in the same way
 *
 * With SLATE_UPDATE=1 the expected screens and styles are written into the file as they are: read
 * the difference before you commit it. */

#include <stdbool.h>

/* Plays one file. Prints what went wrong and returns false on the first thing that is not as said.
 */
bool script_play(const char *path);

#endif
