/**
 * What the program shares with the machine: named threads, work on files, and what is wrong with one, in words.
 * It must never end the process or know any room but the words.
 */
@NullMarked
package makerdeck.process;

import org.jspecify.annotations.NullMarked;
