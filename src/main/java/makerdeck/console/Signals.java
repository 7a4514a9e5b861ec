package makerdeck.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makerdeck.console.pane.DeskPainter;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * What reaches an operator who is not looking: the window's title when the state changes, and the bell, at most once a
 * minute, when something critical happens. UI thread only.
 */
final class Signals {

    private static final Duration BELL_PAUSE = Duration.ofMinutes(1);

    private final Speech speech;

    private @Nullable DeskState titled;
    private long criticals;
    private boolean owed;
    private @Nullable Instant rung;

    Signals(Speech speech) {
        this.speech = speech;
    }

    /** Sequences for the terminal; empty when there is nothing new. {@code alerts}: all that are on the screen. */
    Optional<String> of(DeskSnapshot desk, List<Alert> alerts, Instant now) {
        var text = title(desk) + bell(alerts, now);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** No figure: it would be old before the next state. */
    private String title(DeskSnapshot desk) {
        if (desk.state() == titled) {
            return "";
        }
        titled = desk.state();
        return "\033]0;" + plain(desk.symbol()) + ' ' + DeskPainter.word(desk.state(), speech) + '\007';
    }

    /** What happens within the minute after a bell is not forgotten: it rings when the minute is over. */
    private String bell(List<Alert> alerts, Instant now) {
        long count = alerts.stream()
                .filter(alert -> alert.severity() == Severity.CRITICAL)
                .mapToLong(Alert::count)
                .sum();
        owed = count > criticals || owed && count > 0;
        criticals = count;
        if (!owed || rung != null && !now.isAfter(rung.plus(BELL_PAUSE))) {
            return "";
        }
        owed = false;
        rung = now;
        return "\007";
    }

    private static String plain(String symbol) {
        return symbol.chars()
                .filter(c -> c > ' ' && c < 0x7F)
                .collect(StringBuilder::new, (to, c) -> to.append((char) c), StringBuilder::append)
                .toString();
    }
}
