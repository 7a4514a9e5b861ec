package makerdeck;

import java.util.ArrayList;
import java.util.List;

/**
 * How a run ended.
 *
 * @param code of the process
 * @param lines of what is wrong, after the screen is gone; empty when all is well
 * @param done what the desk did at its end, for the operator
 */
record Ending(int code, List<String> lines, List<String> done) {

    Ending {
        lines = List.copyOf(lines);
        done = List.copyOf(done);
    }

    static Ending of(int code, String line) {
        return new Ending(code, List.of(line), List.of());
    }

    /** With more in front of what was done. */
    Ending after(List<String> before) {
        var all = new ArrayList<>(before);
        all.addAll(done);
        return new Ending(code, lines, all);
    }
}
