package makerdeck.engine.operator;

import makerdeck.command.DeskCommand;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.message.Message;

/** The operator halts the desk, or ends it. Engine thread only. */
public final class StopCommands {

    private final ClientIdAllocator ids;
    private final OrderTracker tracker;
    private final RebalanceExecution rebalance;
    private final HaltSwitch haltSwitch;
    private final Shutdown shutdown;

    public StopCommands(
            ClientIdAllocator ids,
            OrderTracker tracker,
            RebalanceExecution rebalance,
            HaltSwitch haltSwitch,
            Shutdown shutdown) {
        this.ids = ids;
        this.tracker = tracker;
        this.rebalance = rebalance;
        this.haltSwitch = haltSwitch;
        this.shutdown = shutdown;
    }

    CommandResult halt(DeskCommand.Halt command) {
        int live = tracker.live().size();
        boolean isSo = haltSwitch.isHalted() && live == 0;
        haltSwitch.halt(HaltSwitch.Cause.OPERATOR, command.reason());
        var said = Message.count("engine.halt.done", live);
        return isSo ? CommandResult.unchanged(said) : CommandResult.done(said);
    }

    CommandResult quit(DeskCommand.Quit command) {
        rebalance.stop(Message.of("engine.rebalance.desk-stops"));
        shutdown.begin(command.keep() || ids.isWatching());
        if (ids.isWatching()) {
            return CommandResult.done(Message.of("engine.quit.leaving"));
        }
        return CommandResult.done(Message.of(command.keep() ? "engine.quit.keeping" : "engine.quit.cancelling"));
    }
}
