package makerdeck.engine;

import makerdeck.command.DeskCommand;
import makerdeck.words.Words;

/** The operator lets the desk quote again. Engine thread only. */
final class ResumeCommand {

    private final Session session;
    private final Stopper stopper;
    private final Halting halting;
    private final Restraint restraint;
    private final SideGuards guards;
    private final QuotingDesk quoting;
    private final QuotePermission permission;

    ResumeCommand(
            Session session,
            Stopper stopper,
            Halting halting,
            Restraint restraint,
            SideGuards guards,
            QuotingDesk quoting,
            QuotePermission permission) {
        this.session = session;
        this.stopper = stopper;
        this.halting = halting;
        this.restraint = restraint;
        this.guards = guards;
        this.quoting = quoting;
        this.permission = permission;
    }

    Answer resume(DeskCommand.Resume command) {
        if (stopper.isStopping()) {
            return Answer.refused(Words.say("engine.resume.stopping"));
        }
        if (session.isFinished()) {
            return Answer.refused(Words.say("engine.resume.finished"));
        }
        if (session.isHalted()) {
            halting.unhalt();
        }
        restraint.defect("");
        var sides = Sides.of(command.side());
        sides.forEach(side -> guards.of(side).resume());
        quoting.review(true);
        return Answer.done(sides.stream()
                .map(permission::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .map(reason -> Words.say("engine.resume.waits", Sides.words(sides), reason))
                .orElseGet(() -> Words.say("engine.resume.done", Sides.words(sides))));
    }
}
