package makerdeck.engine.operator;

import makerdeck.command.DeskCommand;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.parameters.CommandResult;

/** The commands that concern orders; a desk that only looks on takes none of them. Engine thread only. */
public final class OrderCommands {

    private final ClientIdAllocator ids;
    private final QuoteCommands quotes;
    private final ResumeCommand resume;
    private final StopCommands stops;
    private final RebalanceCommands rebalances;

    public OrderCommands(
            ClientIdAllocator ids,
            QuoteCommands quotes,
            ResumeCommand resume,
            StopCommands stops,
            RebalanceCommands rebalances) {
        this.ids = ids;
        this.quotes = quotes;
        this.resume = resume;
        this.stops = stops;
        this.rebalances = rebalances;
    }

    /** Whether this desk must not do it at all. */
    boolean isClosedTo(DeskCommand command) {
        return ids.isWatching() && concernsOrders(command);
    }

    private static boolean concernsOrders(DeskCommand command) {
        return command instanceof DeskCommand.Pause
                || command instanceof DeskCommand.Resume
                || command instanceof DeskCommand.Halt
                || command instanceof DeskCommand.Cancel
                || command instanceof DeskCommand.Rebalance rebalance
                        && rebalance.mode() != DeskCommand.Rebalance.Mode.DRY;
    }

    CommandResult on(DeskCommand.Pause command) {
        return quotes.pause(command);
    }

    CommandResult on(DeskCommand.Cancel command) {
        return quotes.cancel(command);
    }

    CommandResult on(DeskCommand.Resume command) {
        return resume.resume(command);
    }

    CommandResult on(DeskCommand.Halt command) {
        return stops.halt(command);
    }

    CommandResult on(DeskCommand.Quit command) {
        return stops.quit(command);
    }

    CommandResult on(DeskCommand.Rebalance command) {
        return rebalances.obey(command);
    }
}
