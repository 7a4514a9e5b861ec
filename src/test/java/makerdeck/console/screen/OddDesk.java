package makerdeck.console.screen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import makerdeck.console.SampleDesk;
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
import makerdeck.snapshot.GuardianState;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.Inventory;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.OrderStep;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.snapshot.Severity;
import makerdeck.snapshot.Totals;
import org.jspecify.annotations.Nullable;

/** Makes a desk of anything that may be: as a whole, or one part of it. The same dice, the same desks. */
final class OddDesk {

    private final SampleDesk desk;
    private final SplittableRandom random;
    private final List<Runnable> parts = List.of(
            this::market,
            this::state,
            this::book,
            this::orders,
            this::executions,
            this::money,
            this::alerts,
            this::log,
            this::quoting,
            this::times,
            this::parameters,
            this::health,
            this::preview);

    OddDesk(SampleDesk desk, SplittableRandom random) {
        this.desk = desk;
        this.random = random;
    }

    /** All that is on it. */
    void change() {
        parts.forEach(Runnable::run);
    }

    /** Some of it, and nothing else. */
    void changeOne() {
        parts.get(random.nextInt(parts.size())).run();
    }

    private void market() {
        var market = anyMarket();
        desk.market = market;
        desk.symbol = market == null ? "ANY_MARKET" : market.symbol();
        desk.fills = market == null ? new ArrayList<>() : desk.fills;
        desk.inventory = market == null ? null : desk.inventory;
    }

    private void state() {
        desk.state = DeskState.values()[random.nextInt(DeskState.values().length)];
        desk.mode = random.nextInt(4) == 0 ? Mode.values()[random.nextInt(Mode.values().length)] : desk.mode;
        desk.reason = random.nextBoolean() ? "" : "for a reason that is as long as reasons are, 12.5 of 31.7";
    }

    private void book() {
        desk.book = anyBook();
        desk.bookAt = random.nextInt(4) == 0 ? null : SampleDesk.NOON.minusMillis(random.nextLong(20_000));
    }

    private void orders() {
        desk.orders = some(12, this::order);
    }

    private void executions() {
        var market = desk.market;
        if (random.nextBoolean()) {
            desk.fills = market == null ? new ArrayList<>() : some(240, i -> fill(i, market));
        } else {
            desk.trades = some(100, this::trade);
        }
        desk.totals = random.nextBoolean()
                ? Totals.NONE
                : new Totals(
                        random.nextInt(900),
                        random.nextInt(400),
                        7,
                        new BigDecimal(figure()),
                        BigDecimal.ONE,
                        new BigDecimal(figure()),
                        new BigDecimal(figure()),
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        random.nextBoolean() ? Map.of() : Map.of("BNB", new BigDecimal("0.0020")));
    }

    private void money() {
        desk.inventory = desk.market == null || random.nextInt(4) == 0 ? null : inventory();
        desk.earnings = random.nextInt(4) == 0
                ? null
                : SampleDesk.earnings(figure(), "-" + figure(), figure(), "0.000000000001", figure());
    }

    private void alerts() {
        desk.alerts = some(
                4,
                i -> new Alert(
                        SampleDesk.NOON.minusSeconds(random.nextLong(400_000)),
                        Severity.values()[random.nextInt(Severity.values().length)],
                        Message.of("engine.resting.alarm", "3 orders", "look"),
                        random.nextLong(1, 10_000)));
    }

    private void log() {
        desk.log = some(30, i -> event(i, desk.market));
    }

    private void times() {
        desk.at = SampleDesk.NOON.minusMillis(random.nextLong(5_000));
        desk.endsAt = random.nextBoolean() ? null : SampleDesk.NOON.plusSeconds(random.nextLong(-10, 100_000));
        desk.duration = random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(random.nextLong(100_000));
        desk.faults = random.nextBoolean() ? Map.of() : Map.of("ws-silence", SampleDesk.NOON);
    }

    private void parameters() {
        desk.parameters = random.nextInt(5) == 0
                ? new ArrayList<>()
                : new ArrayList<>(List.of(
                        SampleDesk.parameter("spread", "0." + random.nextInt(1, 9), "%", "command"),
                        SampleDesk.parameter("layers", Integer.toString(random.nextInt(1, 12)), "", "default"),
                        SampleDesk.parameter("target", "30", "%", "preset mid-vol")));
        desk.preset = random.nextBoolean() ? "" : "high-vol";
    }

    private void health() {
        desk.health = new HealthRow(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? null : Duration.ofMillis(random.nextLong(4_000)),
                random.nextBoolean() ? null : Duration.ofMillis(random.nextLong(-4_000, 4_000)),
                random.nextLong(3),
                random.nextLong(3),
                random.nextInt(2_000),
                2_000,
                random.nextBoolean() ? null : SampleDesk.NOON.minusMillis(random.nextLong(20_000)),
                guardian(),
                some(3, i -> new HealthRow.GuardianElsewhere("there:" + i, guardian())),
                0,
                recorded(),
                recorded());
    }

    private HealthRow.@Nullable Recording recorded() {
        return random.nextBoolean()
                ? null
                : new HealthRow.Recording(
                        "file", random.nextLong(9_000), 0, random.nextBoolean() ? null : Message.plain("full"));
    }

    private GuardianState guardian() {
        return GuardianState.values()[random.nextInt(GuardianState.values().length)];
    }

    private void preview() {
        desk.preview = random.nextBoolean()
                ? Preview.NONE
                : new Preview(random.nextInt(3), List.of(Message.plain("spread 0.25 -> 0.1 %, 12.5 of 31.7")));
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

    private @Nullable Market anyMarket() {
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

    /** A mid of its market, sometimes none. */
    @Nullable
    BigDecimal mid() {
        var market = desk.market;
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

    private Book anyBook() {
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

    private void quoting() {
        desk.quoting = new QuotingRow(
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
