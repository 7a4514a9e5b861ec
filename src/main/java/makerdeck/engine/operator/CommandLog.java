package makerdeck.engine.operator;

import java.time.Clock;
import java.time.Duration;
import makerdeck.engine.input.Input;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.snapshot.DeskNews;
import makerdeck.words.Words;

/** One line for each command: what was asked, what it came to, and how long that took. Engine thread only. */
public final class CommandLog {

    private final Clock clock;
    private final EventLog log;

    public CommandLog(Clock clock, EventLog log) {
        this.clock = clock;
        this.log = log;
    }

    void tell(Input.FromOperator input, CommandResult result) {
        var now = clock.instant();
        var between = Duration.between(input.at(), now);
        var took = between.isNegative() ? Duration.ZERO : between;
        log.tell(
                now,
                new DeskNews.CommandAnswered(input.line(), result.text(), result.ok(), took),
                text(input.line(), result, Long.toString(took.toMillis())));
    }

    /** Unless the answer says itself how long it took. */
    private static String text(String line, CommandResult result, String took) {
        if (result.text().isEmpty()) {
            return Words.say("engine.command.took", line, took);
        }
        return Words.say(
                result.saysHowLong() ? "engine.command.answered" : "engine.command.answered-in",
                line,
                result.text(),
                took);
    }
}
