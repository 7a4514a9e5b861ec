package makerdeck.console.line;

import java.util.List;
import java.util.Optional;

/** Up and down through the lines that begin like the one being typed. Line thread only. */
final class HistoryWalk {

    private final LineHistory history;
    private String beginning = "";
    private String shown = "";
    private List<String> found = List.of();
    private int at;

    HistoryWalk(LineHistory history) {
        this.history = history;
    }

    /** The next older line; empty when there is none. */
    Optional<String> older(String typed) {
        begin(typed);
        return at == 0 ? Optional.empty() : show(--at);
    }

    /** The next newer line, at last what was typed before the walk; empty when there is none. */
    Optional<String> newer(String typed) {
        begin(typed);
        return at >= found.size() ? Optional.empty() : show(++at);
    }

    private void begin(String typed) {
        if (!found.isEmpty() && typed.equals(shown)) {
            return;
        }
        beginning = typed;
        found = history.lines().stream()
                .filter(line -> line.startsWith(typed) && !line.equals(typed))
                .toList();
        at = found.size();
    }

    private Optional<String> show(int index) {
        shown = index == found.size() ? beginning : found.get(index);
        return Optional.of(shown);
    }
}
