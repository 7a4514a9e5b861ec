package makerdeck.capture;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import makerdeck.backpack.client.BackpackVenue;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.engine.Engine;
import makerdeck.engine.EnginePorts;
import makerdeck.engine.JournalPort;
import makerdeck.engine.RecordedPresets;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.VenueControl;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import makerdeck.process.Threads;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Mode;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.VenueEvent;

/** A desk behind real sockets whose session is captured, and what it heard and did. */
final class SessionDesk implements AutoCloseable {

    /** Neither a width that has to be learnt nor what earlier fills would make of it. */
    private static final Parameters PARAMETERS = Parameters.defaults()
            .with(Map.of("spread", "0.05", "spread.mode", "fixed", "skew", "0", "quantity", "0.1", "duration", "0"));

    /** One order as it was sent. */
    record Placed(String side, String price, String quantity) {}

    final List<VenueEvent> heard = Collections.synchronizedList(new ArrayList<>());
    final List<Placed> placed = Collections.synchronizedList(new ArrayList<>());
    final List<DeskEvent> told = Collections.synchronizedList(new ArrayList<>());

    private final DeskCapture capture;
    private final BackpackVenue venue;
    private final Engine engine;
    private final Thread thread;

    /** @param tag of its orders' numbers */
    SessionDesk(String rest, String socket, String secret, Path folder, int tag) throws IOException {
        var clock = Clock.systemUTC();
        var inbox = new Inbox(clock);
        capture = DeskCapture.open(
                folder,
                Map.of("symbol", "SOL_USDC"),
                List.of(secret, new Signer(secret).publicKey()),
                new DeskCapture.Surroundings(clock, System::nanoTime, inbox));
        Consumer<VenueEvent> both = event -> {
            heard.add(event);
            inbox.offer(event);
        };
        venue = new BackpackVenue(
                new BackpackSettings("SOL_USDC", URI.create(rest), URI.create(socket)),
                new Signer(secret),
                new ClientRuntime(
                        clock, System::nanoTime, Threads::daemons, new SplittableRandom(3), took -> {}, capture.wire()),
                both);
        var next = new AtomicLong();
        engine = new Engine(
                new EngineSettings(Mode.TEST, "test", "SOL_USDC", PARAMETERS, Map.of(), true, tag),
                new EnginePorts(
                        venue,
                        VenueControl.NONE,
                        clock,
                        told::add,
                        new JournalPort(
                                RestoredBooks.NONE, this::keep, () -> OptionalLong.of(next.getAndIncrement()), false),
                        new RecordedPresets()));
        thread = Threads.start("desk", () -> turn(inbox));
    }

    private void keep(Entry entry) {
        if (entry instanceof Entry.OrderMoved moved && moved.state().equals("SENT")) {
            placed.add(new Placed(
                    moved.side().name(),
                    moved.price().toPlainString(),
                    moved.quantity().toPlainString()));
        }
    }

    private void turn(Inbox inbox) {
        try {
            engine.run(inbox);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    DeskSnapshot snapshot() {
        return engine.snapshot();
    }

    <E extends VenueEvent> List<E> all(Class<E> kind) {
        return List.copyOf(heard).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** As a kill: nothing is cancelled. */
    @Override
    public void close() {
        thread.interrupt();
        venue.close();
        capture.close();
    }
}
