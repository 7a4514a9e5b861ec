package makerdeck.guardian.distant;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.guardian.DeskLine;
import makerdeck.guardian.Guardian;
import makerdeck.guardian.GuardianOrders;
import makerdeck.message.Message;
import org.tinylog.Logger;

/**
 * Watches over desks of other machines, each on threads of its own. A desk may lose its connection and come back on
 * another one; when nothing is heard of it for as long as it has asked for, its orders are cancelled, once: after that it
 * has to ask anew.
 */
public final class GuardianServer implements Closeable {

    /** What comes of the desks. Any thread. */
    public interface Listener {

        /** From now on this desk is watched over. */
        void watches(GuardianOrders desk);

        /** A desk that was watched over has come back on a new connection. */
        void isBack(GuardianOrders desk);

        /** Nothing was heard of it for too long: its orders are cancelled now. */
        void silent(GuardianOrders desk);

        /** It is not any more: it has left in order, or was silent and its orders are gone; {@code cared} false: not all. */
        void ended(GuardianOrders desk, boolean cared);

        /** Somebody was not let in. */
        void refused(Message why);
    }

    /** More than any operator has desks; each holds threads and memory. */
    private static final int MOST_CONNECTIONS = 64;

    /** Whoever comes byte by byte holds a place no longer than this before he has shown the key. */
    private static final Duration LONGEST_KNOCK = Duration.ofSeconds(8);

    private final Door door;
    private final Path folder;
    private final ClientRuntime runtime;
    private final Listener listener;
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final ScheduledExecutorService patience;

    private final ReentrantLock lock = new ReentrantLock();

    // Under the lock.
    /** By the orders' name. */
    private final Map<String, Watch> watches = new HashMap<>();

    /** One life of a desk. */
    private record Watch(GuardianOrders desk, DeskLine line) {}

    /** @param folder of the guardian's own files */
    public GuardianServer(Door door, Path folder, ClientRuntime runtime, Listener listener) {
        this.door = door;
        this.folder = folder;
        this.runtime = runtime;
        this.listener = listener;
        patience = Executors.newSingleThreadScheduledExecutor(runtime.threads().apply("patience"));
    }

    /** Lets desks in until the door is closed, which it throws. Blocks. */
    public void serve() throws IOException {
        while (true) {
            var knock = door.next();
            if (places.tryAcquire()) {
                runtime.threads().apply("knock").newThread(() -> answer(knock)).start();
            } else {
                knock.close();
                listener.refused(Message.of("program.guardian.full", MOST_CONNECTIONS));
            }
        }
    }

    private void answer(Door.Knock knock) {
        try (knock) {
            var connection = inTime(knock);
            var desk = Guardian.guardianOrders(connection.in());
            if (desk.isEmpty()) {
                listener.refused(Message.of("program.guardian.no-charge"));
                return;
            }
            watch(desk.get().keptIn(folder)).join(connection.in(), connection.out(), connection);
        } catch (IOException | RuntimeException failed) {
            Logger.warn("a connection failed: {}", failed.toString());
            listener.refused(Message.about(failed));
        } finally {
            places.release();
        }
    }

    private Connection inTime(Door.Knock knock) throws IOException {
        var late = patience.schedule(() -> turnAway(knock), LONGEST_KNOCK.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return knock.answer();
        } finally {
            late.cancel(false);
        }
    }

    private static void turnAway(Door.Knock knock) {
        try {
            knock.close();
        } catch (IOException gone) {
            Logger.debug("closing a knock: {}", gone.toString());
        }
    }

    private DeskLine watch(GuardianOrders desk) throws IOException {
        lock.lock();
        try {
            return lineOf(desk);
        } finally {
            lock.unlock();
        }
    }

    private DeskLine lineOf(GuardianOrders desk) throws IOException {
        var known = watches.get(desk.name());
        if (known != null && known.desk().equals(desk)) {
            listener.isBack(desk);
            return known.line();
        }
        // From now on the orders are this life's to look after: what watched over an earlier one finds that it is over.
        desk.lease().begin();
        var fresh = new Watch(desk, DeskLine.network());
        watches.put(desk.name(), fresh);
        runtime.threads().apply("care").newThread(() -> care(fresh)).start();
        listener.watches(desk);
        return fresh.line();
    }

    private void care(Watch watch) {
        var cared = false;
        try {
            cared = new Guardian(watch.desk(), runtime, watch.line(), () -> listener.silent(watch.desk())).watch();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            forget(watch);
            watch.line().end();
            listener.ended(watch.desk(), cared);
        }
    }

    private void forget(Watch watch) {
        lock.lock();
        try {
            watches.remove(watch.desk().name(), watch);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        patience.shutdownNow();
        door.close();
    }
}
