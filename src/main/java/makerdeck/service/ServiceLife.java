package makerdeck.service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import makerdeck.message.Message;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.words.Language;
import makerdeck.words.Speech;

/**
 * Tells a service manager how the desk does: ready as soon as the engine turns (its journal is open then, and the venue
 * has answered), its state with the reason whenever that changes, and that it is alive as often as the manager's watchdog
 * wants to hear it, but only while the engine moves. One thread.
 */
public final class ServiceLife {

    /** Something that speaks to the manager. Blocks. */
    interface Manager {
        void tell(List<String> said) throws IOException, InterruptedException;
    }

    private static final long LOOKS_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    /** A state that comes and goes costs no process a second. */
    private static final long TELLS_AT_MOST_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    /** The first pictures of an engine are there before it turns. */
    private static final int MOVES_OF_A_LIVING_ENGINE = 3;

    private static final int LONGEST_STATUS = 200;
    private static final long NANOS_A_MICRO = 1_000;
    private static final Speech ENGLISH = new Speech(Language.ENGLISH);

    private final Manager manager;
    private final Supplier<DeskSnapshot> desk;
    private final LongSupplier nanos;

    /** Three times as often as the manager wants it; 0: it does not. */
    private final long beatsEveryNanos;

    private Instant seen = Instant.MIN;
    private int moves;
    private boolean movedSinceBeat;
    private boolean ready;
    private boolean stopping;
    private String status = "";
    private long toldAt;
    private long beatAt;

    ServiceLife(Manager manager, Supplier<DeskSnapshot> desk, LongSupplier nanos, long watchdogMicros) {
        this.manager = manager;
        this.desk = desk;
        this.nanos = nanos;
        beatsEveryNanos = watchdogMicros * NANOS_A_MICRO / 3;
        toldAt = nanos.getAsLong() - TELLS_AT_MOST_EVERY_NANOS;
        beatAt = nanos.getAsLong();
    }

    /**
     * Tells from now on, where a service manager has started this process; does nothing elsewhere.
     *
     * @param trouble told once when the manager cannot be told; must not block
     */
    public static void start(
            Map<String, String> environment,
            long process,
            Supplier<DeskSnapshot> desk,
            LongSupplier nanos,
            Consumer<Message> trouble) {
        NotifySocket.of(environment).ifPresent(socket -> {
            var life = new ServiceLife(socket::send, desk, nanos, watchdogMicros(environment, process));
            Threads.start("service", () -> life.run(trouble));
        });
    }

    /** 0 where nobody waits for a beat, or for that of another process. */
    static long watchdogMicros(Map<String, String> environment, long process) {
        var whose = environment.getOrDefault("WATCHDOG_PID", "");
        var every = environment.getOrDefault("WATCHDOG_USEC", "");
        return every.matches("[1-9][0-9]{0,14}") && (whose.isEmpty() || whose.equals(Long.toString(process)))
                ? Long.parseLong(every)
                : 0;
    }

    private void run(Consumer<Message> trouble) {
        boolean told = false;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    turn();
                } catch (IOException deaf) {
                    // Tried again at the next look, for without a beat the manager kills a desk that is well.
                    if (!told) {
                        told = true;
                        trouble.accept(Message.of("service.manager", FileErrors.of(deaf)));
                    }
                }
                LockSupport.parkNanos(this, LOOKS_EVERY_NANOS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look at the desk. What could not be told is still to be told. */
    void turn() throws IOException, InterruptedException {
        var latest = desk.get();
        look(latest);
        long now = nanos.getAsLong();
        boolean isReady = ready || moves >= MOVES_OF_A_LIVING_ENGINE;
        boolean stops = stopping || latest.state() == DeskState.STOPPING || latest.state() == DeskState.STOPPED;
        boolean beats = isReady && beatsEveryNanos > 0 && movedSinceBeat && now - beatAt >= beatsEveryNanos;
        var said = new ArrayList<String>();
        if (isReady && !ready) {
            said.add("READY=1");
        }
        if (stops && !stopping) {
            said.add("STOPPING=1");
        }
        if (beats) {
            said.add("WATCHDOG=1");
        }
        var line = status(latest);
        if (!line.equals(status) && (!said.isEmpty() || now - toldAt >= TELLS_AT_MOST_EVERY_NANOS)) {
            said.add("STATUS=" + line);
        }
        if (said.isEmpty()) {
            return;
        }
        manager.tell(said);
        ready = isReady;
        stopping = stops;
        status = line;
        toldAt = now;
        if (beats) {
            beatAt = now;
            movedSinceBeat = false;
        }
    }

    private void look(DeskSnapshot latest) {
        if (!latest.at().equals(seen)) {
            seen = latest.at();
            moves++;
            movedSinceBeat = true;
        }
    }

    private static String status(DeskSnapshot latest) {
        var reason = latest.reason();
        var line = (latest.symbol() + " " + latest.state() + (reason == null ? "" : ": " + ENGLISH.say(reason)))
                .replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(LONGEST_STATUS, line.length()));
    }
}
