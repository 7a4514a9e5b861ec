package makerdeck.console;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.snapshot.DeskSnapshot;

/**
 * All that the console knows of the desk.
 *
 * @param snapshots gives the latest; called by the UI thread, must not block
 * @param language of the command line
 * @param commands takes the line as typed and each command in it; called by the line and keys threads, must not block
 */
public record DeskLink(
        Supplier<DeskSnapshot> snapshots, CommandLanguage language, BiConsumer<String, DeskCommand> commands) {}
