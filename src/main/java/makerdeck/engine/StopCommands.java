package makerdeck.engine;

import makerdeck.command.DeskCommand;
import makerdeck.words.Words;

/** The operator halts the desk, or ends it. Engine thread only. */
final class StopCommands {

    private final ClientIds ids;
    private final OrderTracker tracker;
    private final RebalanceRun rebalance;
    private final Halting halting;
    private final Stopper stopper;

    StopCommands(ClientIds ids, OrderTracker tracker, RebalanceRun rebalance, Halting halting, Stopper stopper) {
        this.ids = ids;
        this.tracker = tracker;
        this.rebalance = rebalance;
        this.halting = halting;
        this.stopper = stopper;
    }

    Answer halt(DeskCommand.Halt command) {
        int live = tracker.live().size();
        halting.halt(command.reason().isEmpty() ? Words.say("engine.halt.by-you") : command.reason(), false);
        return Answer.done(Words.count("engine.halt.done", live));
    }

    Answer quit(DeskCommand.Quit command) {
        rebalance.stop(Words.say("engine.rebalance.desk-stops"));
        stopper.begin(command.keep() || ids.isWatching());
        if (ids.isWatching()) {
            return Answer.done(Words.say("engine.quit.leaving"));
        }
        return Answer.done(Words.say(command.keep() ? "engine.quit.keeping" : "engine.quit.cancelling"));
    }
}
