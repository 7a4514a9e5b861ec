/**
 * What the program shares with the machine: time, named threads, work on files, and what is wrong with one, as a
 * message. It must never end the process or know any other room.
 */
@NullMarked
package makerdeck.process;

import org.jspecify.annotations.NullMarked;
