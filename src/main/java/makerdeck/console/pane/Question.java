package makerdeck.console.pane;

import java.time.Instant;

/**
 * A line that waits for an answer. Immutable.
 *
 * @param number by which the desk's preview is known
 * @param word that lets the line go; any other means no
 * @param until later it is no
 */
public record Question(long number, String line, String word, Instant until) {}
