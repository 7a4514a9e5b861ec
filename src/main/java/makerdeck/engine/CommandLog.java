package makerdeck.engine;

import java.time.Clock;
import java.time.Duration;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.words.Words;

/** One line for each command: what was asked, what it came to, and how long that took. Engine thread only. */
final class CommandLog {

    private final Clock clock;
    private final Diary diary;

    CommandLog(Clock clock, Diary diary) {
        this.clock = clock;
        this.diary = diary;
    }

    void tell(Input.FromOperator input, Answer answer) {
        var now = clock.instant();
        var took = Long.toString(Math.max(0, Duration.between(input.at(), now).toMillis()));
        diary.tell(
                now,
                Kind.COMMAND,
                text(input.line(), answer, took),
                Fields.of(
                        "line",
                        input.line(),
                        "result",
                        answer.text(),
                        "ok",
                        Boolean.toString(answer.ok()),
                        "ms",
                        took));
    }

    /** Unless the answer says itself how long it took. */
    private static String text(String line, Answer answer, String took) {
        if (answer.text().isEmpty()) {
            return Words.say("engine.command.took", line, took);
        }
        return Words.say(
                answer.saysHowLong() ? "engine.command.answered" : "engine.command.answered-in",
                line,
                answer.text(),
                took);
    }
}
