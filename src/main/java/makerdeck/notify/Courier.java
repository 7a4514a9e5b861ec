package makerdeck.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import makerdeck.message.Message;
import makerdeck.notify.model.Note;
import makerdeck.notify.model.SinkPlan;
import makerdeck.notify.queue.NoteQueue;
import makerdeck.notify.sink.Sink;
import makerdeck.notify.sink.Verdict;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * Takes the notes of one sink to it, in order, and tries again with growing pauses: nothing overtakes a note that failed,
 * but what is urgent goes past what has to wait for an hour or for its rate. One thread; blocks for an attempt.
 */
final class Courier {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** So long nobody is told that a sink does not answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Looked at again after so long at the latest. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final String name;
    private final Sink sink;
    private final SinkPlan plan;
    private final NoteQueue queue;
    private final Clock clock;
    private final Speech speech;
    private final BiConsumer<Severity, Message> trouble;
    private final Deque<Instant> sent = new ArrayDeque<>();

    private Instant notBefore = Instant.MIN;
    private Duration pause = FIRST_PAUSE;
    private @Nullable Instant failingSince;
    private boolean told;

    /** @param trouble hears, once, that the sink has not been reached for a while, and that it is again */
    Courier(
            String name,
            Sink sink,
            SinkPlan plan,
            NoteQueue queue,
            Clock clock,
            Speech speech,
            BiConsumer<Severity, Message> trouble) {
        this.name = name;
        this.sink = sink;
        this.plan = plan;
        this.queue = queue;
        this.clock = clock;
        this.speech = speech;
        this.trouble = trouble;
    }

    /** Delivers all that may go now, or tries to; how long nothing more can be done unless something is added. */
    Duration turn() throws InterruptedException {
        while (true) {
            var now = clock.instant();
            if (now.isBefore(notBefore)) {
                return Duration.between(now, notBefore);
            }
            var next = queue.next(name, note -> mayGo(note, now));
            if (next.isEmpty()) {
                return untilSomethingMayGo(now);
            }
            attempt(next.get());
        }
    }

    private boolean mayGo(Note note, Instant now) {
        return note.isUrgent() || quiet(now).isZero() && rateLeft(now).isZero();
    }

    private Duration quiet(Instant now) {
        var hours = plan.quiet();
        return hours == null ? Duration.ZERO : hours.left(now);
    }

    /** How long until the rate has room again, zero when it has. */
    private Duration rateLeft(Instant now) {
        var rate = plan.rate();
        while (!sent.isEmpty() && !sent.getFirst().plus(rate.within()).isAfter(now)) {
            sent.removeFirst();
        }
        return sent.size() < rate.most()
                ? Duration.ZERO
                : Duration.between(now, sent.getFirst().plus(rate.within()));
    }

    private Duration untilSomethingMayGo(Instant now) {
        if (queue.size(name) == 0) {
            return IDLE;
        }
        var quiet = quiet(now);
        var rate = rateLeft(now);
        var wait = quiet.compareTo(rate) > 0 ? quiet : rate;
        return wait.isZero() || wait.compareTo(IDLE) > 0 ? IDLE : wait;
    }

    private void attempt(Note note) throws InterruptedException {
        var leftOut = queue.leftOut(name);
        var verdict = sink.deliver(
                leftOut == 0 ? note : note.withRemark(speech.say(Message.count("notify.left-out", leftOut))));
        var now = clock.instant();
        if (verdict instanceof Verdict.Delivered delivered) {
            queue.done(name, note, leftOut);
            sent.addLast(now);
            if (sent.size() > plan.rate().most()) {
                sent.removeFirst();
            }
            notBefore = now.plus(delivered.pause());
            works();
        } else if (verdict instanceof Verdict.Refused refused) {
            queue.giveUp(name, note);
            trouble.accept(Severity.WARN, Message.of("notify.sink.refuses", name, refused.why()));
            works();
        } else if (verdict instanceof Verdict.Again again) {
            failed(again, now);
        }
    }

    private void works() {
        pause = FIRST_PAUSE;
        failingSince = null;
        if (told) {
            told = false;
            trouble.accept(Severity.INFO, Message.of("notify.sink.works", name));
        }
    }

    private void failed(Verdict.Again again, Instant now) {
        var wait = again.after().compareTo(pause) > 0 ? again.after() : pause;
        notBefore = now.plus(wait);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        var since = failingSince;
        if (since == null) {
            failingSince = now;
        } else if (!told && Duration.between(since, now).compareTo(PATIENCE) >= 0) {
            told = true;
            trouble.accept(Severity.WARN, Message.of("notify.sink.fails", name, again.why()));
        }
    }
}
