package makerdeck.backpack.client;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.wire.Instruction;
import makerdeck.venue.Refusal;

/**
 * Finds out whether the venue means it when it does not recognise our signature: the clock is measured afresh, and a
 * signed read is tried several times over some seconds. Only answers that came without hurry count. Client thread only.
 */
final class KeyTrial {

    private static final int PROOFS = 3;
    private static final Duration APART = Duration.ofMillis(1500);
    private static final Duration UNHURRIED = Duration.ofSeconds(1);

    private final Rest rest;
    private final TimeKeeping time;
    private final ClientThread thread;
    private final LongSupplier nanos;
    private final Doubts doubts;
    private final Consumer<Rejection> guilty;

    private boolean running;
    private int proofs;

    /** @param guilty hears of the last refusal when the key is proved wrong */
    KeyTrial(
            Rest rest,
            TimeKeeping time,
            ClientThread thread,
            LongSupplier nanos,
            Doubts doubts,
            Consumer<Rejection> guilty) {
        this.rest = rest;
        this.time = time;
        this.thread = thread;
        this.nanos = nanos;
        this.doubts = doubts;
        this.guilty = guilty;
    }

    /** Begins one if something has raised doubt and none is running. */
    void tick() {
        if (!running && doubts.takeKey()) {
            running = true;
            proofs = 0;
            round();
        }
    }

    private void round() {
        time.readQuickly(this::ask, notRead -> later());
    }

    private void ask() {
        long askedAt = nanos.getAsLong();
        rest.send(
                Ask.read("/api/v1/account", Instruction.ACCOUNT_QUERY, List.of()),
                (codec, body) -> body,
                new Reading<>(account -> acquitted(), why -> {
                    boolean unhurried = nanos.getAsLong() - askedAt <= UNHURRIED.toNanos();
                    if (isAboutTheKey(why) && unhurried && ++proofs >= PROOFS) {
                        over();
                        guilty.accept(why);
                    } else {
                        later();
                    }
                }));
    }

    private static boolean isAboutTheKey(Rejection why) {
        return why.refusal() == Refusal.KEY_IN_DOUBT || why.refusal() == Refusal.AUTHENTICATION;
    }

    private void acquitted() {
        doubts.acquit();
        over();
    }

    private void over() {
        running = false;
        // What the trial itself has heard is judged already.
        doubts.takeKey();
    }

    private void later() {
        thread.after(APART, this::round);
    }
}
