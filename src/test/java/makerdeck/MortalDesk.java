package makerdeck;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.backpack.client.BackpackVenue;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.ServerSettings;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.command.DeskCommand;
import makerdeck.embedded.EmbeddedVenue;
import makerdeck.engine.Engine;
import makerdeck.engine.EnginePorts;
import makerdeck.engine.JournalPort;
import makerdeck.engine.RecordedPresets;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.VenueControl;
import makerdeck.guardian.GuardianOrders;
import makerdeck.guardian.Lease;
import makerdeck.guardian.supervisor.GuardianSupervisor;
import makerdeck.journal.Journal;
import makerdeck.journal.JournalOwner;
import makerdeck.process.Threads;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.words.Spoken;
import org.awaitility.core.ConditionFactory;

/** A desk with journal, client and served venue, all of whose threads are real and may be killed. */
final class MortalDesk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final FatalMoment moment = new FatalMoment();
    final List<DeskEvent> events = new CopyOnWriteArrayList<>();
    final Inbox inbox = new Inbox(moment);
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final Path folder;
    private final BackpackServer server;
    private final BackpackVenue venue;
    private final Journal journal;
    private final Engine engine;

    MortalDesk(Path folder) throws IOException {
        this.folder = folder;
        Thread.setDefaultUncaughtExceptionHandler(new Deaths(inbox));
        server = BackpackServer.open(
                new ExchangeSettings(
                        ListedMarkets.find("SOL_USDC").orElseThrow(),
                        new BigDecimal("150"),
                        new MarketSource.Agents(MarketPreset.DEMO),
                        1,
                        EmbeddedVenue.nanos(moment.instant()),
                        Duration.ofMinutes(2)),
                new ServerSettings(
                        0,
                        Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000")),
                        ExchangeSettings.STANDARD_FEES),
                new ServerRuntime(Threads::daemons, moment, new SplittableRandom(1)),
                ServerListener.NONE);
        venue = new BackpackVenue(
                new BackpackSettings("SOL_USDC", URI.create(server.apiUrl()), URI.create(server.wsUrl())),
                new Signer(server.credentials().secret()),
                new ClientRuntime(moment, moment, Threads::daemons, new SplittableRandom(1)),
                inbox::offer);
        journal = Journal.open(
                folder.resolve("journal.db"),
                new JournalOwner("account", "SOL_USDC", "demo", "SIM", 1),
                false,
                restored -> {},
                moment,
                inbox::offerJournal,
                aside -> inbox.offer(Severity.CRITICAL, aside));
        var number = new AtomicLong();
        engine = new Engine(
                new EngineSettings(Mode.SIM, "demo", "SOL_USDC", Parameters.defaults(), Map.of(), true, 1),
                new EnginePorts(
                        venue,
                        VenueControl.NONE,
                        moment,
                        events::add,
                        new JournalPort(
                                journal.restored(),
                                journal::record,
                                () -> OptionalLong.of(number.getAndIncrement()),
                                false),
                        new RecordedPresets()));
        Threads.start("journal", journal::run);
        Threads.start("engine", this::run);
    }

    /** Awaitility would put itself in the place of what hears of deaths. */
    private static ConditionFactory waiting() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    private void run() {
        try {
            engine.run(inbox);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void startKeeper() {
        var guardianOrders = new GuardianOrders(
                "SOL_USDC",
                URI.create(server.apiUrl()),
                URI.create(server.wsUrl()),
                server.credentials().secret(),
                1,
                PATIENCE,
                PATIENCE,
                folder,
                new Lease(folder.resolve("term"), "one"));
        Threads.start(
                "guardian",
                new GuardianSupervisor(
                        GuardianProgram.class,
                        guardianOrders,
                        () -> engine.snapshot().at(),
                        inbox,
                        moment)::keep);
    }

    MortalDesk awaitState(DeskState state) {
        waiting().until(() -> engine.snapshot().state() == state);
        return this;
    }

    DeskEvent awaitCritical(String text) {
        return waiting()
                .until(
                        () -> events.stream()
                                .filter(one -> one.kind() == DeskEvent.Kind.ALERT
                                        && one.severity() == Severity.CRITICAL
                                        && Spoken.english(one.text()).contains(text))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    @Override
    public void close() {
        inbox.offer("quit", new DeskCommand.Quit(false));
        waiting().until(() -> engine.outcome().isPresent());
        venue.close();
        server.close();
        journal.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
