package makerdeck.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.clock.SteppedClock;
import makerdeck.command.CommandLanguage;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.screen.ResultsSource;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.Clipboard;
import makerdeck.console.tty.ColourDepth;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Recorder;
import makerdeck.domain.Price;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.OrderRow;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a frame of 120x40 takes, by what does not depend on the machine: the bytes it allocates, which grow with every text
 * that is made and every row that is painted. A second has ten frames.
 */
class FrameCostTest {

    private static final int SECONDS = 60;
    private static final int FRAMES = 10;

    /** Per frame, in a market that moves all the time and now and then moves the quotes; measured as 42,800, and 227,100 while every frame was painted. */
    private static final long BUSY = 60_000;

    /** Per frame, with snapshots that bring nothing new; measured as 15,600 and 209,900. */
    private static final long IDLE = 22_000;

    private final SteppedClock clock = new SteppedClock(SampleDesk.NOON);
    private final SampleDesk desk = new SampleDesk();
    private final Recorder out = new Recorder();
    private final FrameScreen screen = new FrameScreen(new TerminalSize(120, 40), ColourDepth.INDEXED, out);
    private DeskSnapshot latest = desk.snapshot();
    private FrameLoop loop;

    @BeforeEach
    void start() throws IOException {
        var language = new CommandLanguage(new FixedContext());
        var catalogue = new ScreenCatalogue(language, ResultsSource.NONE);
        var state = new ScreenState(
                new Themes(List.of(Path.of("themes"))),
                catalogue,
                language,
                clock,
                FRAMES,
                Spoken.ENGLISH,
                typed -> {});
        state.theme().use("dark");
        screen.startScreen();
        desk.log = List.copyOf(desk.log);
        desk.fills = List.copyOf(desk.fills);
        desk.parameters = List.copyOf(desk.parameters);
        loop = new FrameLoop(
                screen,
                state,
                Glyphs.UNICODE,
                new Clipboard(Map.of()),
                new DeskLink(() -> latest, language, (line, command) -> {}),
                new ConsoleRuntime(clock, clock::nanos, name -> work -> {
                    throw new AssertionError("the frame loop starts no thread");
                }),
                Spoken.ENGLISH);
    }

    private interface Change {
        void of(int frame);
    }

    /** Bytes that a frame allocates, the mean over a minute; what the desk is made of does not count. */
    private long perFrame(Change change) throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long sum = 0;
        for (int frame = -FRAMES * 5; frame < FRAMES * SECONDS; frame++) {
            clock.pass(Duration.ofMillis(1000 / FRAMES));
            change.of(frame);
            desk.at = clock.instant();
            desk.bookAt = clock.instant();
            latest = desk.snapshot();
            long before = threads.getThreadAllocatedBytes(thread);
            loop.turn(LineView.EMPTY, false);
            sum += frame < 0 ? 0 : threads.getThreadAllocatedBytes(thread) - before;
            out.takeText();
        }
        return sum / (FRAMES * SECONDS);
    }

    @Test
    void aBusyMarketIsPaintedWhereItMoves() throws IOException {
        long bytes = perFrame(frame -> {
            long bid = 14829 + frame % 7;
            desk.book = SampleDesk.book(bid, bid + 2);
            if (frame % 12 == 0) {
                desk.inventory = SampleDesk.inventory("31." + Math.floorMod(frame / 12, 10));
                desk.earnings =
                        SampleDesk.earnings("1000." + (10 + Math.floorMod(frame, 80)), "4.12", "1", "1.80", "0");
            }
            if (frame % 16 == 0) {
                desk.orders = moved(desk.orders, frame % 32 == 0 ? 1 : -1);
            }
        });

        System.out.println("a frame of 120x40 in a busy market allocates " + bytes + " bytes");
        assertTrue(bytes <= BUSY, () -> bytes + " bytes");
    }

    private static List<OrderRow> moved(List<OrderRow> orders, int ticks) {
        var moved = new ArrayList<OrderRow>();
        for (var order : orders) {
            moved.add(new OrderRow(
                    order.tag(),
                    order.clientId() + 1,
                    order.orderId(),
                    order.side(),
                    new Price(order.price().ticks() + ticks),
                    order.quantity(),
                    order.remaining(),
                    order.state(),
                    order.since(),
                    order.queueAhead()));
        }
        return moved;
    }

    @Test
    void aSnapshotThatBringsNothingNewIsNotPainted() throws IOException {
        long bytes = perFrame(frame -> {});

        System.out.println("a frame of 120x40 with nothing new allocates " + bytes + " bytes");
        assertTrue(bytes <= IDLE, () -> bytes + " bytes");
    }
}
