package makerdeck.guardian.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import makerdeck.engine.input.Inbox;
import makerdeck.guardian.Guardian;
import makerdeck.guardian.GuardianOrders;
import makerdeck.guardian.distant.Connection;
import makerdeck.message.Message;
import makerdeck.process.Threads;
import makerdeck.snapshot.GuardianState;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Keeps a line to a guardian of another machine and tells it that the desk is: a beat a second, but only while the engine
 * moves. The guardian cancels when it hears nothing; so a desk that hears nothing of it must take its own orders back
 * shortly before, for it cannot know whether the guardian is dead or deaf.
 */
public final class DistantGuardian {

    /** How a line is opened. Blocks for some seconds. */
    public interface Reach {
        Connection connect() throws IOException;
    }

    /** The desk is sooner than the guardian: both cancelling at once would be two rounds of cancels for one loss. */
    private static final Duration SOONER = Duration.ofSeconds(3);

    private final String name;
    private final Reach reach;
    private final GuardianOrders guardianOrders;
    private final Supplier<Instant> engineAt;
    private final Inbox inbox;
    private final LongSupplier nanos;
    private final Duration longestUnheard;
    private final BeatLoop loop;

    // The keeper's thread only.
    private Instant beatenAt = Instant.MIN;

    // The reaching thread only, of which there is one at a time.
    private final AtomicBoolean reaching = new AtomicBoolean();
    private volatile @Nullable Message told;

    // Written by the reaching and the keeper's thread.
    private volatile @Nullable Connection line;

    // Written by both.
    private volatile long heardAt;
    private volatile boolean armed;

    /**
     * @param name of its address, as the screen shows it
     * @param engineAt when the engine last did anything
     */
    public DistantGuardian(
            String name,
            Reach reach,
            GuardianOrders guardianOrders,
            Supplier<Instant> engineAt,
            Inbox inbox,
            LongSupplier nanos) {
        this.name = name;
        this.reach = reach;
        this.guardianOrders = guardianOrders;
        this.engineAt = engineAt;
        this.inbox = inbox;
        loop = new BeatLoop(inbox);
        this.nanos = nanos;
        var half = guardianOrders.silence().dividedBy(2);
        var sooner = guardianOrders.silence().minus(SOONER);
        longestUnheard = sooner.compareTo(half) > 0 ? sooner : half;
    }

    /** Before the engine runs: a desk with such a guardian does not quote before it is armed. */
    public void announce() {
        inbox.offer(name, GuardianState.STARTING);
    }

    public String name() {
        return name;
    }

    /** Keeps it until {@link #goodbye}. Blocks; a thread of its own. */
    public void keep() {
        loop.run(this::turn, this::turn, () -> say(Guardian.GOODBYE));
    }

    /** What rests now is meant to rest: the guardian leaves. Any thread; waits a moment for the word to be out. */
    public void goodbye() throws InterruptedException {
        if (!loop.end()) {
            Logger.warn("the guardian at {} may not have heard the goodbye", name);
        }
    }

    /** Whether it would cancel now if the desk fell silent. Any thread. */
    public boolean isArmed() {
        return armed;
    }

    private void turn() {
        if (armed && nanos.getAsLong() - heardAt >= longestUnheard.toNanos()) {
            lost();
        }
        var at = engineAt.get();
        if (at.equals(beatenAt)) {
            // To its orders a desk whose engine stands still is as good as dead: no sign of life, of any kind.
            return;
        }
        beatenAt = at;
        if (line != null) {
            say(Guardian.BEAT);
        } else if (reaching.compareAndSet(false, true)) {
            // Elsewhere: reaching takes seconds, in which a loss has to be seen.
            Threads.start("reach-" + name, this::reach);
        }
    }

    private void lost() {
        armed = false;
        drop();
        inbox.offer(name, GuardianState.LOST);
    }

    private void reach() {
        try (var fresh = reach.connect()) {
            for (var charged : guardianOrders.lines()) {
                fresh.say(charged);
            }
            fresh.say(Guardian.BEAT);
            told = null;
            line = fresh;
            listen(fresh);
        } catch (IOException unreachable) {
            tell(Message.about(unreachable));
        } catch (RuntimeException | Error unforeseen) {
            inbox.offerDeath(Thread.currentThread().getName(), unforeseen);
            Logger.error(unforeseen, "reaching the guardian at {} failed", name);
        } finally {
            line = null;
            reaching.set(false);
        }
    }

    /** Once for each reason: it is tried every second. */
    private void tell(Message why) {
        Logger.warn("the guardian at {} cannot be reached: {}", name, why);
        if (!why.equals(told)) {
            told = why;
            inbox.offer(Message.of("program.guardian.unreachable", name, why));
        }
    }

    private void listen(Connection from) {
        try {
            for (var said = from.in().readLine(); said != null; said = from.in().readLine()) {
                heard(from, said);
            }
        } catch (IOException down) {
            Logger.warn("the line to the guardian at {} is down: {}", name, down.toString());
        }
    }

    /** One that cannot reach the account yet answers, too: it is no guardian; nor is a line that was given up. */
    private void heard(Connection from, String said) {
        if (from != line || !said.equals(Guardian.ARMED)) {
            return;
        }
        heardAt = nanos.getAsLong();
        if (!armed) {
            armed = true;
            inbox.offer(name, GuardianState.ON);
        }
    }

    private void drop() {
        var now = line;
        line = null;
        try {
            if (now != null) {
                now.close();
            }
        } catch (IOException closed) {
            Logger.debug("closing the line to {}: {}", name, closed.toString());
        }
    }

    private void say(String word) {
        var now = line;
        if (now != null) {
            try {
                now.say(word);
            } catch (IOException down) {
                Logger.warn("the guardian at {} does not hear: {}", name, down.toString());
                drop();
            }
        }
    }
}
