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
record ExitOutcome(int code, List<String> lines, List<String> done) {

    ExitOutcome {
        lines = List.copyOf(lines);
        done = List.copyOf(done);
    }

    static ExitOutcome of(int code, String line) {
        return new ExitOutcome(code, List.of(line), List.of());
    }

    /** With something else that is wrong, and a code of its own unless there is one already. */
    ExitOutcome but(int otherCode, String line) {
        var all = new ArrayList<>(lines);
        all.add(line);
        return new ExitOutcome(code == ExitCode.OK ? otherCode : code, all, done);
    }

    /** With more in front of what was done. */
    ExitOutcome after(List<String> before) {
        var all = new ArrayList<>(before);
        all.addAll(done);
        return new ExitOutcome(code, lines, all);
    }
}
