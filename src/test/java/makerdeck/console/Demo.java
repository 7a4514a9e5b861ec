package makerdeck.console;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.Trade;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;

/** The console with a made-up desk behind it, to look at on a real terminal. Not a test. */
final class Demo {

    private final SplittableRandom random = new SplittableRandom(42);
    private final SampleDesk desk = new SampleDesk();
    private final AtomicReference<DeskSnapshot> latest = new AtomicReference<>(desk.snapshot());
    private final Instant start = Instant.now();
    private long bid = 14829;
    private long[] sizes = random.longs(80, 100, 30000).toArray();
    private volatile boolean stopped;

    public static void main(String[] args) throws Exception {
        new Demo().run(args.length > 0 ? args[0] : "dark", args.length > 1 ? Integer.parseInt(args[1]) : 10);
    }

    private void run(String theme, int fps) throws Exception {
        if (!Console.isSupported(System.getenv())) {
            throw new IllegalStateException("no full screen here");
        }
        var settings = new ConsoleSettings(
                fps, theme, Path.of("/tmp/demo-history"), List.of(Path.of("themes")), Spoken.ENGLISH, System.getenv());
        var link = new DeskLink(latest::get, new CommandLanguage(new FixedContext()), this::command);
        var runtime = new ConsoleRuntime(Clock.systemDefaultZone(), System::nanoTime, name -> work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        var console = new Console(settings, link, runtime);
        Runtime.getRuntime().addShutdownHook(new Thread(console::restore));
        var market = new Thread(this::market);
        market.setDaemon(true);
        market.start();
        System.exit(console.run() == Console.Ending.STOPPED ? 0 : 1);
    }

    private void command(String line, DeskCommand command) {
        happen(line + " (" + command.getClass().getSimpleName() + ")");
        if (command instanceof DeskCommand.Quit) {
            stopped = true;
        }
    }

    private void happen(String text) {
        var log = new ArrayList<>(desk.log);
        log.add(new DeskEvent(
                log.size(),
                Instant.now(),
                Severity.INFO,
                Message.plain(text),
                SampleDesk.news(DeskEvent.Kind.COMMAND)));
        desk.log = log;
    }

    private void market() {
        desk.log = new ArrayList<>();
        while (true) {
            LockSupport.parkNanos(50_000_000);
            var now = Instant.now();
            if (random.nextInt(8) == 0) {
                bid += random.nextInt(-2, 3);
            }
            for (int i = 0; i < 3; i++) {
                sizes[random.nextInt(sizes.length)] = random.nextLong(100, 30000);
            }
            var bids = new ArrayList<Level>();
            var asks = new ArrayList<Level>();
            for (int i = 0; i < 40; i++) {
                bids.add(new Level(new Price(bid - 3L * i), new Quantity(sizes[i])));
                asks.add(new Level(new Price(bid + 2 + 3L * i), new Quantity(sizes[40 + i])));
            }
            desk.book = new Book(bids, asks, 1);
            desk.bookAt = now;
            desk.at = now;
            if (random.nextInt(6) == 0) {
                var trades = new ArrayList<>(desk.trades);
                trades.add(new Trade(
                        1,
                        random.nextInt(2) == 0 ? Side.BID : Side.ASK,
                        new Price(bid),
                        new Quantity(random.nextInt(1000)),
                        now));
                desk.trades = trades.size() > 50 ? trades.subList(1, 51) : trades;
            }
            desk.inventory = SampleDesk.inventory(new BigDecimal("31.2")
                    .add(BigDecimal.valueOf(random.nextInt(3), 1))
                    .toPlainString());
            if (stopped) {
                desk.state = DeskState.STOPPED;
            }
            latest.set(shifted(desk.snapshot()));
        }
    }

    /** The sample's fixed instants, moved to the time it runs. */
    private DeskSnapshot shifted(DeskSnapshot s) {
        var by = java.time.Duration.between(SampleDesk.NOON, start);
        return new DeskSnapshot(
                s.sequence(),
                s.at(),
                s.mode(),
                s.venue(),
                s.symbol(),
                s.state(),
                s.reason(),
                s.startedAt().plus(by),
                start.plusSeconds(2460),
                s.duration(),
                s.market(),
                s.book(),
                s.bookAt(),
                s.orders().stream()
                        .map(o -> new makerdeck.snapshot.OrderRow(
                                o.tag(),
                                o.clientId(),
                                o.orderId(),
                                o.side(),
                                o.price().plus(bid - 14829),
                                o.quantity(),
                                o.remaining(),
                                o.state(),
                                o.since().plus(by),
                                o.queueAhead(),
                                o.steps()))
                        .toList(),
                s.fills(),
                s.trades(),
                s.past(),
                s.totals(),
                s.earnings(),
                s.inventory(),
                s.quoting(),
                s.why(),
                s.curve(),
                s.fees(),
                s.log(),
                s.alerts(),
                s.parameters(),
                s.preset(),
                s.undoState(),
                s.health(),
                s.faults(),
                s.previews(),
                s.counts());
    }
}
