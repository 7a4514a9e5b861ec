package makerdeck.engine.operator;

import java.util.Optional;
import makerdeck.command.DeskCommand;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.engine.risk.ReduceOnly;
import makerdeck.engine.risk.SideStates;
import makerdeck.message.Message;

/** The operator lets the desk quote again. Engine thread only. */
public final class ResumeCommand {

    private final SessionState session;
    private final Shutdown shutdown;
    private final HaltSwitch haltSwitch;
    private final ReduceOnly reduceOnly;
    private final SideStates sideStates;
    private final Requoter requoter;
    private final QuotePermission permission;

    public ResumeCommand(
            SessionState session,
            Shutdown shutdown,
            HaltSwitch haltSwitch,
            ReduceOnly reduceOnly,
            SideStates sideStates,
            Requoter requoter,
            QuotePermission permission) {
        this.session = session;
        this.shutdown = shutdown;
        this.haltSwitch = haltSwitch;
        this.reduceOnly = reduceOnly;
        this.sideStates = sideStates;
        this.requoter = requoter;
        this.permission = permission;
    }

    CommandResult resume(DeskCommand.Resume command) {
        if (shutdown.isStopping()) {
            return CommandResult.refused(Message.of("engine.resume.stopping"));
        }
        if (session.isFinished()) {
            return CommandResult.refused(Message.of("engine.resume.finished"));
        }
        var sides = Sides.of(command.side());
        boolean isSo = sides.stream()
                .allMatch(side -> permission.reason(side).isEmpty()
                        && sideStates.of(side).held().isEmpty());
        if (session.isHalted()) {
            haltSwitch.unhalt();
        }
        reduceOnly.defect(null);
        sides.forEach(side -> sideStates.of(side).resume());
        requoter.review(true);
        var said = sides.stream()
                .map(permission::reason)
                .flatMap(Optional::stream)
                .findFirst()
                .map(reason -> Message.of("engine.resume.waits", Sides.words(sides), reason))
                .orElseGet(() -> Message.of("engine.resume.done", Sides.words(sides)));
        return isSo ? CommandResult.unchanged(said) : CommandResult.done(said);
    }
}
