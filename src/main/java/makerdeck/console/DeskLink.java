package makerdeck.console;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.console.history.Past;
import makerdeck.console.screen.ResultsSource;
import makerdeck.snapshot.DeskSnapshot;

/**
 * All that the console knows of the desk.
 *
 * @param snapshots gives the latest; called by the UI thread, must not block
 * @param language of the command line
 * @param commands takes the line as typed and each command in it; called by the line and keys threads, must not block
 * @param past what earlier runs left to be drawn, empty until it is read; called by the UI thread, must not block
 * @param results what all runs have made
 * @param questions numbers that no two lines of a desk have in common; called by the line thread
 * @param role of the screen
 */
public record DeskLink(
        Supplier<DeskSnapshot> snapshots,
        CommandLanguage language,
        BiConsumer<String, DeskCommand> commands,
        Supplier<Optional<Past>> past,
        ResultsSource results,
        LongSupplier questions,
        ScreenRole role) {

    /** Of a desk that keeps no books and is asked by nobody else. */
    public DeskLink(
            Supplier<DeskSnapshot> snapshots, CommandLanguage language, BiConsumer<String, DeskCommand> commands) {
        this(
                snapshots,
                language,
                commands,
                Optional::empty,
                ResultsSource.NONE,
                new AtomicLong()::incrementAndGet,
                ScreenRole.OWN);
    }
}
