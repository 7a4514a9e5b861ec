package makerdeck.backpack.client.calls;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.ClientThread;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.RecheckFlags;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.venue.Refusal;

/**
 * Finds out whether the venue means it when it does not recognise our signature: the clock is measured afresh, and a
 * signed read is tried several times over some seconds. Only answers that came without hurry count. Client thread only.
 */
public final class KeyTrial {

    private static final int PROOFS = 3;
    private static final Duration APART = Duration.ofMillis(1500);
    private static final Duration UNHURRIED = Duration.ofSeconds(1);

    private final RestClient rest;
    private final ClockSync clockSync;
    private final ClientThread thread;
    private final LongSupplier nanos;
    private final RecheckFlags rechecks;
    private final Consumer<ApiRejection> guilty;

    private boolean running;
    private int proofs;

    /** @param guilty hears of the last refusal when the key is proved wrong */
    public KeyTrial(
            RestClient rest,
            ClockSync clockSync,
            ClientThread thread,
            LongSupplier nanos,
            RecheckFlags rechecks,
            Consumer<ApiRejection> guilty) {
        this.rest = rest;
        this.clockSync = clockSync;
        this.thread = thread;
        this.nanos = nanos;
        this.rechecks = rechecks;
        this.guilty = guilty;
    }

    /** Begins one if something has raised doubt and none is running. */
    public void tick() {
        if (!running && rechecks.takeKey()) {
            running = true;
            proofs = 0;
            round();
        }
    }

    private void round() {
        clockSync.readQuickly(this::ask, notRead -> later());
    }

    private void ask() {
        long askedAt = nanos.getAsLong();
        rest.send(
                ApiRequest.read("/api/v1/account", Instruction.ACCOUNT_QUERY, List.of()),
                (codec, body) -> body,
                new ResponseHandler<>(account -> acquitted(), why -> {
                    boolean unhurried = nanos.getAsLong() - askedAt <= UNHURRIED.toNanos();
                    if (isAboutTheKey(why) && unhurried && ++proofs >= PROOFS) {
                        over();
                        guilty.accept(why);
                    } else {
                        later();
                    }
                }));
    }

    private static boolean isAboutTheKey(ApiRejection why) {
        return why.refusal() == Refusal.KEY_IN_DOUBT || why.refusal() == Refusal.AUTHENTICATION;
    }

    private void acquitted() {
        rechecks.acquit();
        over();
    }

    private void over() {
        running = false;
        // What the trial itself has heard is judged already.
        rechecks.takeKey();
    }

    private void later() {
        thread.after(APART, this::round);
    }
}
