package makerdeck.guardian;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.message.Message;
import org.tinylog.Logger;

/**
 * Watches over one desk: a charge, then a beat every second, then a goodbye. When a pipe ends without one, or any desk
 * falls silent, its orders are cancelled.
 */
public final class Guardian {

    /** What a living desk sends every second, and gets back from a guardian that is not armed yet. */
    public static final String BEAT = "beat";

    /** What a desk sends that leaves in order: whatever rests then is meant to rest. */
    public static final String GOODBYE = "bye";

    /** The answer of a guardian that has read the account's orders: it can do what it is for. */
    public static final String ARMED = "armed";

    private static final Duration ARM_AGAIN = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofMillis(1500);
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private final GuardianOrders guardianOrders;
    private final BackpackSettings settings;
    private final ClientRuntime runtime;
    private final DeskLine line;
    private final Runnable onSweep;

    // The watching thread only.
    private boolean armed;
    private long triedAt;

    // Written by the watching thread, read by any.
    private volatile boolean sweeping;

    /** @param line to the desk, which has been heard to the end of its charge */
    public Guardian(GuardianOrders guardianOrders, ClientRuntime runtime, DeskLine line) {
        this(guardianOrders, runtime, line, () -> {});
    }

    /** @param onSweep told when the desk counts as dead; the watching thread */
    public Guardian(GuardianOrders guardianOrders, ClientRuntime runtime, DeskLine line, Runnable onSweep) {
        this.onSweep = onSweep;
        this.guardianOrders = guardianOrders;
        this.runtime = runtime;
        settings = new BackpackSettings(guardianOrders.symbol(), guardianOrders.rest(), guardianOrders.socket());
        this.line = line;
    }

    /** Reads until the charge is complete; empty when the pipe ends before. Blocks. */
    public static Optional<GuardianOrders> guardianOrders(BufferedReader in) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(GuardianOrders.END)) {
                return GuardianOrders.of(lines);
            }
            lines.add(line);
        }
        return Optional.empty();
    }

    /** Watches and, if it must, sweeps. True when no order of the desk's is left uncared for. Blocks. */
    public boolean watch() throws InterruptedException {
        try (var account = new LiveAccount(guardianOrders, settings, runtime)) {
            arm(account);
            while (true) {
                if (saysGoodbye(account)) {
                    return true;
                }
                sweeping = true;
                onSweep.run();
                var cared = sweep(account);
                sweeping = false;
                if (cared.isPresent()) {
                    return cared.get();
                }
            }
        }
    }

    /** Whether the desk is gone and its orders are cared for now: the guardian is all that is left. Any thread. */
    public boolean isSweeping() {
        return sweeping;
    }

    /** The next line, or empty when the desk is silent. A guardian that itself stood still first reads what came. */
    private Optional<String> next() throws InterruptedException {
        var half = guardianOrders.silence().dividedBy(2);
        var last = LAST_LOOK.compareTo(half) < 0 ? LAST_LOOK : half;
        var said = line.next(guardianOrders.silence().minus(last));
        return said.isPresent() ? said : line.next(last);
    }

    private boolean saysGoodbye(GuardedAccount account) throws InterruptedException {
        while (true) {
            var said = next();
            if (said.isEmpty()) {
                Logger.warn(
                        "{}: the desk is silent for {} s",
                        guardianOrders,
                        guardianOrders.silence().toSeconds());
                return false;
            }
            switch (said.get()) {
                case GOODBYE -> {
                    return true;
                }
                case DeskLine.ENDED -> {
                    Logger.warn("{}: the desk is gone without a goodbye", guardianOrders);
                    return false;
                }
                default -> {
                    line.say(armed ? ARMED : BEAT);
                    if (!armed && runtime.nanos().getAsLong() - triedAt >= ARM_AGAIN.toNanos()) {
                        arm(account);
                    }
                }
            }
        }
    }

    /** Does once what would have to be done later: keys, connection and memory are proved before they are needed. */
    private void arm(GuardedAccount account) throws InterruptedException {
        try {
            account.read();
            armed = true;
            line.say(ARMED);
        } catch (IOException why) {
            Logger.warn("{}: not armed yet: {}", guardianOrders, Message.about(why));
        }
        triedAt = runtime.nanos().getAsLong();
    }

    /** Whether the orders were cared for; empty when the desk speaks again: they are its own business then. */
    private Optional<Boolean> sweep(GuardedAccount account) throws InterruptedException {
        var underway = settings.orderWindow().plus(MARGIN);
        var sweep = new CancelSweep(account, guardianOrders, underway, runtime.nanos());
        while (true) {
            var result = sweep.round();
            if (result.isPresent()) {
                Logger.info("{}: {}", guardianOrders, result.get());
                return Optional.of(result.get() != CancelSweep.Result.GAVE_UP);
            }
            var said = line.next(sweep.pause());
            if (said.isPresent() && !said.get().equals(DeskLine.ENDED)) {
                Logger.warn("{}: the desk speaks again", guardianOrders);
                line.say(armed ? ARMED : BEAT);
                return said.get().equals(GOODBYE) ? Optional.of(true) : Optional.empty();
            }
        }
    }
}
