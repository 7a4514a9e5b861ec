package makerdeck.console.pane;

import java.time.Duration;
import java.time.Instant;
import makerdeck.console.pane.widget.Figures;
import makerdeck.domain.Book;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.words.Words;

/** What book, fills and log show while they stand still; what the console itself says comes all the same. Immutable. */
public record Frozen(Instant until, DeskSnapshot desk, Book book) {

    /** For the title of a pane that stands still. */
    String left(Instant now) {
        return Words.say(
                "console.frozen", Figures.span(Duration.between(now, until).plusMillis(999)));
    }
}
