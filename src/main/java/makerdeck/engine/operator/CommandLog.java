package makerdeck.engine.operator;

import java.time.Clock;
import java.time.Duration;
import makerdeck.engine.input.Input;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskNews;

/** One line for each command: what was asked, what it came to, and how long that took. Engine thread only. */
public final class CommandLog {

    private final Clock clock;
    private final EventLog log;

    public CommandLog(Clock clock, EventLog log) {
        this.clock = clock;
        this.log = log;
    }

    /** What is said until {@link #end} is said to who gave the command. */
    void begin(Input.FromOperator input) {
        log.answer(input.asker());
    }

    void end() {
        log.answer(0);
    }

    void tell(Input.FromOperator input, CommandResult result) {
        var now = clock.instant();
        var between = Duration.between(input.at(), now);
        var took = between.isNegative() ? Duration.ZERO : between;
        log.tell(
                now,
                new DeskNews.CommandAnswered(
                        input.asker(), input.line(), result.text(), result.ok(), took, !result.isChange()),
                text(input.line(), result, Long.toString(took.toMillis())));
    }

    /** Unless the answer says itself how long it took. */
    private static Message text(String line, CommandResult result, String took) {
        if (result.text() == null) {
            return Message.of("engine.command.took", line, took);
        }
        return Message.of(
                result.saysHowLong() ? "engine.command.answered" : "engine.command.answered-in",
                line,
                result.text(),
                took);
    }
}
