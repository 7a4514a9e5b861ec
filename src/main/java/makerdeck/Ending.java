package makerdeck;

import java.util.List;

/**
 * How a run ended.
 *
 * @param code of the process
 * @param lines for the operator, after the screen is gone; empty when all is well
 */
record Ending(int code, List<String> lines) {

    static final Ending CLEAN = new Ending(Exit.OK, List.of());

    static Ending of(int code, String line) {
        return new Ending(code, List.of(line));
    }
}
