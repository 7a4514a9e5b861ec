package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.command.PaneName;
import makerdeck.command.ScreenName;
import makerdeck.console.FixedContext;
import makerdeck.console.SampleDesk;
import makerdeck.console.keys.Action.Full;
import makerdeck.console.pane.PaneFocus;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.Trade;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.Inventory;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.OrderStep;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.snapshot.Results;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any desk on any screen of any size: what breaks a frame ends the desk, so nothing may. Small fees and large funds,
 * markets of all kinds, what is empty, missing, crossed, old or not there yet. {@code -Dcampaign=N}: more of them.
 */
class OddScreensTest {

    private static final int FRAMES = 12;

    static LongStream seeds() {
        return LongStream.range(0, 40L * Math.max(1, Integer.getInteger("campaign", 1)));
    }

    private final ScreenStage stage = new ScreenStage();
    private final SampleResults results = new SampleResults();
    private SplittableRandom random = new SplittableRandom();

    @ParameterizedTest
    @MethodSource("seeds")
    void aFrameIsPaintedWhateverThereIs(long seed) {
        random = new SplittableRandom(seed);
        var catalogue = new ScreenCatalogue(new CommandLanguage(new FixedContext()), results);
        for (int frame = 0; frame < FRAMES; frame++) {
            desk();
            stage.speech = random.nextBoolean() ? Spoken.ENGLISH : Spoken.CHINESE;
            stage.glyphs = random.nextBoolean() ? Glyphs.ASCII : Glyphs.UNICODE;
            stage.now = SampleDesk.NOON.plusMillis(random.nextLong(-5_000, 100_000_000));
            stage.history.see(stage.desk.snapshot(), mid(), stage.now);
            stage.size(random.nextInt(1, random.nextBoolean() ? 220 : 60), random.nextInt(1, 70));
            page(catalogue);
            stage.typed(
                    random.nextInt(4) == 0
                            ? List.of("/b", "/", "set spread 9", "why").get(random.nextInt(4))
                            : "");
            check();
            for (int key = random.nextInt(6); key > 0; key--) {
                stage.press(Full.values()[random.nextInt(Full.values().length)]);
            }
            stage.size(random.nextInt(1, 220), random.nextInt(1, 70));
            check();
        }
        // Where a word begins that is no key of the bundles, that key would stand.
        assertTrue(stage.picture().lines().noneMatch(row -> row.contains("console.")), stage::picture);
    }

    private void check() {
        var cells = stage.cells();
        assertEquals(stage.rows, cells.size());
    }

    private void page(ScreenCatalogue catalogue) {
        stage.focus = PaneFocus.NONE;
        if (random.nextInt(3) == 0) {
            stage.screens.closeAll();
            if (random.nextBoolean()) {
                stage.focus = stage.focus.zoom(PaneName.values()[random.nextInt(PaneName.values().length)]);
            }
        } else if (random.nextInt(5) == 0) {
            var topics = DeskCommand.Why.Topic.values();
            stage.screens.show(
                    random.nextBoolean()
                            ? new ScreenGuide()
                            : WhyScreen.of(topics[random.nextInt(topics.length)], stage.speech));
        } else {
            results.answer = random.nextBoolean()
                    ? new Results.Answer(SampleResults.results(), null)
                    : new Results.Answer(null, random.nextBoolean() ? Message.plain("gone") : null);
            var name = ScreenName.values()[random.nextInt(ScreenName.values().length)];
            stage.screens.show(catalogue.open(name).orElseThrow());
        }
    }

    private void desk() {
        var desk = stage.desk;
        var market = market();
        desk.market = market;
        desk.symbol = market == null ? "ANY_MARKET" : market.symbol();
        desk.state = DeskState.values()[random.nextInt(DeskState.values().length)];
        desk.reason = random.nextBoolean() ? "" : "for a reason that is as long as reasons are, 12.5 of 31.7";
        desk.book = book();
        desk.bookAt = random.nextInt(4) == 0 ? null : SampleDesk.NOON.minusMillis(random.nextLong(20_000));
        desk.orders = some(12, this::order);
        desk.fills = market == null ? new ArrayList<>() : some(240, i -> fill(i, market));
        desk.trades = some(100, this::trade);
        desk.inventory = market == null || random.nextInt(4) == 0 ? null : inventory();
        desk.earnings = random.nextInt(4) == 0
                ? null
                : SampleDesk.earnings(figure(), "-" + figure(), figure(), "0.000000000001", figure());
        desk.alerts = some(
                4,
                i -> new Alert(
                        SampleDesk.NOON.minusSeconds(random.nextLong(400_000)),
                        Severity.values()[random.nextInt(Severity.values().length)],
                        Message.of("engine.resting.alarm", "3 orders", "look"),
                        random.nextLong(1, 10_000)));
        desk.log = some(30, i -> event(i, market));
        desk.quoting = quoting();
        desk.endsAt = random.nextBoolean() ? null : SampleDesk.NOON.plusSeconds(random.nextLong(-10, 100_000));
        desk.duration = random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(random.nextLong(100_000));
        desk.faults = random.nextBoolean() ? Map.of() : Map.of("ws-silence", SampleDesk.NOON);
        desk.parameters = random.nextInt(5) == 0 ? new ArrayList<>() : desk.parameters;
    }

    private interface Made<T> {
        T one(int index);
    }

    private <T> List<T> some(int most, Made<T> made) {
        var all = new ArrayList<T>();
        int count = random.nextInt(3) == 0 ? 0 : random.nextInt(most);
        for (int i = 0; i < count; i++) {
            all.add(made.one(i));
        }
        return all;
    }

    private @Nullable Market market() {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> market("SOL_USDC", "0.01", "0.01");
            case 2 -> market("BONK_USDC", "0.000000001", "10000");
            case 3 -> market("USDT_USDC", "0.0001", "1E+1");
            default -> market("LONGBASENAME_WRAPPEDBTC", "0.0000000001", "0.00000001");
        };
    }

    private static Market market(String symbol, String tick, String step) {
        var assets = symbol.split("_");
        return new Market(
                symbol,
                assets[0],
                assets[1],
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(step),
                null,
                null,
                MarketState.OPEN);
    }

    private @Nullable BigDecimal mid() {
        var market = stage.desk.market;
        return market == null || random.nextInt(3) == 0 ? null : market.decimal(price());
    }

    private Price price() {
        return new Price(random.nextLong(1, random.nextBoolean() ? 30_000 : 1_000_000_000_000L));
    }

    private Quantity quantity() {
        return new Quantity(random.nextLong(1, random.nextBoolean() ? 3_000 : 1_000_000_000_000_000L));
    }

    private String figure() {
        return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(14))
                .setScale(12, RoundingMode.DOWN)
                .toPlainString();
    }

    private Book book() {
        var bids = new ArrayList<Level>();
        var asks = new ArrayList<Level>();
        int levels = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextInt(80);
        long middle = random.nextLong(200, 1_000_000);
        for (int i = 0; i < levels; i++) {
            bids.add(new Level(new Price(Math.max(1, middle - 1 - i)), quantity()));
            asks.add(new Level(new Price(middle + 1 + i), quantity()));
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Book(bids, List.of(), 7);
            case 1 -> new Book(List.of(), asks, 7);
            default -> new Book(bids, asks, 7);
        };
    }

    private Side side() {
        return random.nextBoolean() ? Side.BID : Side.ASK;
    }

    private OrderRow order(int i) {
        boolean foreign = random.nextInt(5) == 0;
        var side = side();
        var stages = List.of("SENT", "OPEN", "PENDING_CANCEL", "UNKNOWN");
        var step = new OrderStep(
                SampleDesk.NOON.minusSeconds(random.nextLong(1_000_000)),
                OrderStage.values()[random.nextInt(OrderStage.values().length)],
                quantity(),
                random.nextBoolean() ? null : Message.plain("the price moved"));
        return new OrderRow(
                foreign ? "X" : (side == Side.BID ? "B" : "A") + (i + 1),
                foreign ? 0 : 7000 + i,
                random.nextInt(3) == 0 ? null : "id-" + i,
                side,
                price(),
                quantity(),
                quantity(),
                foreign ? "OPEN" : stages.get(random.nextInt(stages.size())),
                SampleDesk.NOON.minusSeconds(random.nextLong(-3, 1_000_000)),
                random.nextBoolean() ? null : new Quantity(random.nextLong(100_000)),
                foreign ? List.of() : List.of(step));
    }

    private FillRow fill(int i, Market market) {
        var fill = new Fill(
                i,
                "id-" + random.nextInt(12),
                random.nextBoolean() ? null : new ClientId(i),
                side(),
                market.decimal(price()),
                market.decimal(quantity()),
                new BigDecimal(random.nextBoolean() ? "0" : "0.0000000000123"),
                random.nextBoolean() ? market.base() : "BNB",
                random.nextBoolean(),
                SampleDesk.NOON.minusSeconds(random.nextLong(300_000)));
        return new FillRow(
                fill,
                "B" + i,
                random.nextBoolean() ? null : new BigDecimal("46.70"),
                random.nextBoolean() ? null : new BigDecimal("-0.0217"));
    }

    private Trade trade(int i) {
        return new Trade(i, side(), price(), quantity(), SampleDesk.NOON.minusSeconds(90L - i));
    }

    private Inventory inventory() {
        var balance = new Balance(new BigDecimal(figure()), BigDecimal.ZERO, new BigDecimal(figure()));
        return new Inventory(
                new Balances(balance, balance),
                new BigDecimal(random.nextInt(-5, 120)),
                new BigDecimal(random.nextInt(0, 101)),
                new BigDecimal("-5"),
                new BigDecimal("45.5"),
                new BigDecimal(random.nextInt(-40, 30)),
                new BigDecimal("140"),
                new BigDecimal(figure()),
                SampleDesk.NOON.minusSeconds(random.nextLong(-3, 300_000)));
    }

    private DeskEvent event(int i, @Nullable Market market) {
        var at = SampleDesk.NOON.minusMillis(random.nextLong(9_000) + 10L * (30 - i));
        DeskNews news =
                switch (random.nextInt(4)) {
                    case 0 -> new DeskNews.StateChanged(DeskState.HALTED, null);
                    case 1 ->
                        new DeskNews.OrderMoved(
                                new ClientId(7000 + random.nextInt(12)),
                                null,
                                side(),
                                new BigDecimal("1E-9"),
                                new BigDecimal("1E+4"),
                                OrderStage.values()[random.nextInt(OrderStage.values().length)]);
                    case 2 ->
                        market == null
                                ? new DeskNews.Noted()
                                : new DeskNews.FillBooked(fill(i, market).fill(), market);
                    default -> new DeskNews.CommandAnswered("ack", null, true, Duration.ZERO, random.nextBoolean());
                };
        var text = Message.plain("depth resynced at 76543210, gap 4200, ".repeat(random.nextInt(1, 20)));
        return new DeskEvent(i, at, Severity.values()[random.nextInt(Severity.values().length)], text, news);
    }

    private QuotingRow quoting() {
        return new QuotingRow(
                random.nextBoolean() ? null : new BigDecimal("0.0001"),
                "volatility",
                null,
                chain(),
                chain(),
                random.nextBoolean() ? null : new BigDecimal("1234.5"),
                "HIGH",
                random.nextBoolean() ? "" : "high-vol",
                random.nextBoolean() ? null : Message.plain("for want of funds"),
                random.nextBoolean() ? null : Message.plain("for want of anything that could be offered at all"),
                random.nextBoolean() ? null : Message.plain("rebalance in 23s: sell 9.20"));
    }

    private @Nullable SideChain chain() {
        if (random.nextInt(3) == 0) {
            return null;
        }
        var steps = new ArrayList<SideChain.Step>();
        steps.add(new SideChain.Step("spread", new BigDecimal("0.1137"), null, null));
        if (random.nextBoolean()) {
            steps.add(new SideChain.Step(
                    "fills",
                    new BigDecimal("123.456"),
                    new BigDecimal("3.0009"),
                    SampleDesk.NOON.plusSeconds(random.nextLong(-20, 100))));
        }
        if (random.nextBoolean()) {
            steps.add(new SideChain.Step("skew", new BigDecimal("-0.0001"), new BigDecimal("-1.0156"), null));
        }
        return new SideChain(steps);
    }
}
