package makerdeck.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What reaches an operator who is not looking: the window's title when the state changes, and the bell, at most once a
 * minute, when something critical happens. UI thread only.
 */
final class Signals {

    private static final Duration BELL_PAUSE = Duration.ofMinutes(1);

    private @Nullable DeskState titled;
    private long criticals;
    private @Nullable Instant rung;

    /** Sequences for the terminal; empty when there is nothing new. */
    Optional<String> of(DeskSnapshot desk, Instant now) {
        var text = new StringBuilder();
        if (desk.state() != titled) {
            titled = desk.state();
            text.append("\033]0;")
                    .append(plain(desk.symbol()))
                    .append(' ')
                    .append(desk.state())
                    .append('\007');
        }
        long count = desk.alerts().stream()
                .filter(alert -> alert.severity() == Severity.CRITICAL)
                .mapToLong(alert -> alert.count())
                .sum();
        if (count > criticals && (rung == null || now.isAfter(rung.plus(BELL_PAUSE)))) {
            rung = now;
            text.append('\007');
        }
        criticals = count;
        return text.length() == 0 ? Optional.empty() : Optional.of(text.toString());
    }

    private static String plain(String symbol) {
        return symbol.chars()
                .filter(c -> c > ' ' && c < 0x7F)
                .collect(StringBuilder::new, (to, c) -> to.append((char) c), StringBuilder::append)
                .toString();
    }
}
