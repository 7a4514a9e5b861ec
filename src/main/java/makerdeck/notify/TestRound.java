package makerdeck.notify;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import makerdeck.notify.sink.Verdict;
import makerdeck.words.Speech;

/** {@code makerdeck notify test}: one note to every sink, and what came of each. */
public final class TestRound {

    private TestRound() {}

    /** True when every sink has taken it. */
    public static boolean run(NotifyPlan plan, Path file, SinkTools tools, Instant now, Speech speech, PrintStream out)
            throws InterruptedException {
        if (plan.sinks().isEmpty()) {
            out.println(speech.say("notify.test.none", file));
            return false;
        }
        var note = new NoteMaker(new NoteMaker.Desk("makerdeck", "", ""), speech, Duration.ZERO)
                .test(now)
                .numbered(now.toEpochMilli());
        var all = true;
        for (var named : plan.sinks()) {
            var verdict = named.sink().apply(tools).deliver(note);
            all &= verdict instanceof Verdict.Delivered;
            out.println(line(named.name(), verdict, speech));
        }
        return all;
    }

    private static String line(String name, Verdict verdict, Speech speech) {
        if (verdict instanceof Verdict.Again again) {
            return speech.say("notify.test.not-delivered", name, again.why());
        }
        return verdict instanceof Verdict.Refused refused
                ? speech.say("notify.test.not-delivered", name, refused.why())
                : speech.say("notify.test.delivered", name);
    }
}
