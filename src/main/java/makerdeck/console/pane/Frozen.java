package makerdeck.console.pane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makerdeck.domain.Book;
import makerdeck.snapshot.DeskSnapshot;

/** What book, fills and log show while they stand still. Immutable. */
public record Frozen(Instant until, DeskSnapshot desk, Book book, List<Notice> notices) {
    public Frozen {
        notices = List.copyOf(notices);
    }

    /** For the title of a pane that stands still. */
    String left(Instant now) {
        return "FROZEN " + Figures.span(Duration.between(now, until).plusMillis(999)) + ", freeze off";
    }
}
