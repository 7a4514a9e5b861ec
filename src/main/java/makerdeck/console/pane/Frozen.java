package makerdeck.console.pane;

import java.time.Duration;
import java.time.Instant;
import makerdeck.console.pane.widget.Figures;
import makerdeck.domain.Book;
import makerdeck.snapshot.DeskSnapshot;

/** What book, fills and log show while they stand still; what the console itself says comes all the same. Immutable. */
public record Frozen(Instant until, DeskSnapshot desk, Book book) {

    /** For the title of a pane that stands still. */
    String left(View view) {
        return view.say(
                "console.frozen",
                Figures.span(Duration.between(view.now(), until).plusMillis(999)));
    }
}
