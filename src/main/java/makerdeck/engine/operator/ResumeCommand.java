package makerdeck.engine.operator;

import makerdeck.command.DeskCommand;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.engine.risk.ReduceOnly;
import makerdeck.engine.risk.SideStates;
import makerdeck.words.Words;

/** The operator lets the desk quote again. Engine thread only. */
public final class ResumeCommand {

    private final SessionState session;
    private final Shutdown stopper;
    private final HaltSwitch halting;
    private final ReduceOnly restraint;
    private final SideStates guards;
    private final Requoter quoting;
    private final QuotePermission permission;

    public ResumeCommand(
            SessionState session,
            Shutdown stopper,
            HaltSwitch halting,
            ReduceOnly restraint,
            SideStates guards,
            Requoter quoting,
            QuotePermission permission) {
        this.session = session;
        this.stopper = stopper;
        this.halting = halting;
        this.restraint = restraint;
        this.guards = guards;
        this.quoting = quoting;
        this.permission = permission;
    }

    CommandResult resume(DeskCommand.Resume command) {
        if (stopper.isStopping()) {
            return CommandResult.refused(Words.say("engine.resume.stopping"));
        }
        if (session.isFinished()) {
            return CommandResult.refused(Words.say("engine.resume.finished"));
        }
        if (session.isHalted()) {
            halting.unhalt();
        }
        restraint.defect("");
        var sides = Sides.of(command.side());
        sides.forEach(side -> guards.of(side).resume());
        quoting.review(true);
        return CommandResult.done(sides.stream()
                .map(permission::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .map(reason -> Words.say("engine.resume.waits", Sides.words(sides), reason))
                .orElseGet(() -> Words.say("engine.resume.done", Sides.words(sides))));
    }
}
