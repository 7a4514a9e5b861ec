package makerdeck;

import java.util.ArrayList;
import java.util.List;
import makerdeck.engine.lifecycle.ShutdownResult;
import makerdeck.words.Speech;

/** What a desk leaves behind, and what it says of that. */
final class Farewell {

    private final Speech speech;

    Farewell(Speech speech) {
        this.speech = speech;
    }

    /** A desk that could not confirm its cancels leaves without a goodbye: its guardian goes on trying. */
    ExitOutcome outcome(ShutdownResult outcome, GuardianLink guardian) throws InterruptedException {
        if (outcome.clean()) {
            guardian.leave();
            return new ExitOutcome(ExitCode.OK, List.of(), left(outcome));
        }
        var lines = resting(outcome);
        if (!guardian.goesOn().isEmpty()) {
            lines.add(guardian.goesOn());
        }
        return new ExitOutcome(ExitCode.ORDERS_LEFT, lines, List.of());
    }

    /** What became of our orders, as far as it is known. */
    private List<String> left(ShutdownResult outcome) {
        if (outcome.verified()) {
            return List.of(speech.say("program.ending.verified"));
        }
        if (outcome.mayLive().isEmpty()) {
            return List.of(speech.say("program.ending.none-known"));
        }
        var lines = new ArrayList<String>();
        lines.add(speech.count("program.ending.kept", outcome.mayLive().size()));
        lines.addAll(resting(outcome));
        return lines;
    }

    private List<String> resting(ShutdownResult outcome) {
        var lines = new ArrayList<String>();
        outcome.mayLive().forEach(line -> lines.add(speech.say(line)));
        if (outcome.advice() != null) {
            lines.add(speech.say(outcome.advice()));
        }
        return lines;
    }
}
