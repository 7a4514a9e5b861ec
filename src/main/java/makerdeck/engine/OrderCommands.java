package makerdeck.engine;

import makerdeck.command.DeskCommand;

/** The commands that concern orders; a desk that only looks on takes none of them. Engine thread only. */
final class OrderCommands {

    private final ClientIds ids;
    private final QuoteCommands quotes;
    private final ResumeCommand resume;
    private final StopCommands stops;
    private final RebalanceDesk rebalances;

    OrderCommands(
            ClientIds ids, QuoteCommands quotes, ResumeCommand resume, StopCommands stops, RebalanceDesk rebalances) {
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

    Answer on(DeskCommand.Pause command) {
        return quotes.pause(command);
    }

    Answer on(DeskCommand.Cancel command) {
        return quotes.cancel(command);
    }

    Answer on(DeskCommand.Resume command) {
        return resume.resume(command);
    }

    Answer on(DeskCommand.Halt command) {
        return stops.halt(command);
    }

    Answer on(DeskCommand.Quit command) {
        return stops.quit(command);
    }

    Answer on(DeskCommand.Rebalance command) {
        return rebalances.obey(command);
    }
}
