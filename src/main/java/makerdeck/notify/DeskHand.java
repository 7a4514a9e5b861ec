package makerdeck.notify;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import makerdeck.command.DeskCommand;
import makerdeck.snapshot.DeskSnapshot;

/**
 * The desk as seen from here.
 *
 * @param snapshots the latest; never blocks
 * @param commands takes a line and its command; never blocks
 */
public record DeskHand(Supplier<DeskSnapshot> snapshots, BiConsumer<String, DeskCommand> commands) {}
