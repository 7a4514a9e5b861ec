package makerdeck.guardian.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import makerdeck.engine.input.Inbox;
import makerdeck.guardian.Guardian;
import makerdeck.guardian.GuardianOrders;
import makerdeck.message.Message;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.snapshot.GuardianState;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Keeps a guardian alive and tells it that the desk is: a beat a second, but only while the engine moves. A guardian
 * that dies is an alert and is started again, a few times.
 */
public final class GuardianSupervisor {

    /** A living guardian answers at once, one that has just been started within a busy machine's half minute. */
    private static final int MOST_UNANSWERED = 10;

    private static final int MOST_UNANSWERED_AT_FIRST = 30;
    private static final Duration LASTING = Duration.ofMinutes(1);
    private static final int MOST_DEATHS = 5;

    private final Class<?> program;
    private final GuardianOrders guardianOrders;
    private final Supplier<Instant> engineAt;
    private final Inbox inbox;
    private final LongSupplier nanos;
    private final BeatLoop loop;

    // Written by the keeper's thread, read by the listening ones.
    private volatile @Nullable GuardianProcess guardian;

    // The keeper's thread only.
    private Instant beatenAt = Instant.MIN;
    private long startedAt;
    private int deaths;

    // Beats since the guardian last said anything: counted, not timed, for a desk that stood still asked nothing.
    private final AtomicInteger unanswered = new AtomicInteger();

    // Written by the listening and the keeper's thread, read by any.
    private volatile boolean speaks;
    private volatile boolean armed;
    private volatile boolean guarded;

    /**
     * @param program the guardian's
     * @param engineAt when the engine last did anything
     */
    public GuardianSupervisor(
            Class<?> program,
            GuardianOrders guardianOrders,
            Supplier<Instant> engineAt,
            Inbox inbox,
            LongSupplier nanos) {
        this.program = program;
        this.guardianOrders = guardianOrders;
        this.engineAt = engineAt;
        this.inbox = inbox;
        loop = new BeatLoop(inbox);
        this.nanos = nanos;
    }

    /** Keeps it until {@link #goodbye}. Blocks; a thread of its own. */
    public void keep() {
        loop.run(this::start, this::turn, () -> say(Guardian.GOODBYE));
    }

    /** What rests now is meant to rest: the guardian leaves. Any thread; waits a moment for the word to be out. */
    public void goodbye() throws InterruptedException {
        if (!loop.end()) {
            Logger.warn("the guardian may not have heard the goodbye");
        }
    }

    /** Whether there is one now. Any thread. */
    public boolean isGuarded() {
        return guarded;
    }

    private void turn() {
        var now = guardian;
        if (now == null) {
            if (deaths > 0 && deaths < MOST_DEATHS) {
                start();
            }
        } else if (!now.isAlive()) {
            died(Message.of("program.guardian.exit-code", now.exitCode()));
        } else if (unanswered.get() >= (speaks ? MOST_UNANSWERED : MOST_UNANSWERED_AT_FIRST)) {
            replace(now);
        } else {
            beat();
        }
    }

    /** A stopped process dies of this too, and never wakes up to cancel what the next one guards. */
    private void replace(GuardianProcess deaf) {
        deaf.kill();
        // One that stood still was not one that cannot live.
        deaths = 0;
        died(Message.of("program.guardian.deaf", unanswered.get()));
    }

    /** A desk whose engine stands still gets no beat: to its orders it is as good as dead. */
    private void beat() {
        var at = engineAt.get();
        if (!at.equals(beatenAt)) {
            beatenAt = at;
            unanswered.incrementAndGet();
            say(Guardian.BEAT);
        }
    }

    private void start() {
        startedAt = nanos.getAsLong();
        unanswered.set(0);
        speaks = false;
        armed = false;
        inbox.offer(GuardianState.STARTING);
        try {
            var started = GuardianProcess.start(program, guardianOrders);
            guardian = started;
            guarded = true;
            Threads.start("guardian-out", () -> started.listen(line -> heard(started, line)));
        } catch (IOException impossible) {
            died(FileErrors.of(impossible));
        }
    }

    private void heard(GuardianProcess by, String line) {
        if (by != guardian) {
            // A last word of one that was replaced.
            return;
        }
        unanswered.set(0);
        speaks = true;
        if (line.equals(Guardian.ARMED)) {
            if (!armed) {
                armed = true;
                inbox.offer(GuardianState.ON);
            }
        } else if (!line.equals(Guardian.BEAT)) {
            Logger.warn("guardian: {}", line);
        }
    }

    private void died(Message why) {
        guardian = null;
        guarded = false;
        deaths = nanos.getAsLong() - startedAt > LASTING.toNanos() ? 1 : deaths + 1;
        inbox.offer(GuardianState.LOST);
        inbox.offer(
                deaths < MOST_DEATHS
                        ? Message.of("program.guardian.gone", why)
                        : Message.of("program.guardian.gone-for-good", why));
    }

    private void say(String line) {
        var now = guardian;
        if (now != null) {
            try {
                now.say(line);
            } catch (IOException gone) {
                // Its death is noticed at the next turn.
                Logger.warn("the guardian does not hear: {}", gone.toString());
            }
        }
    }
}
