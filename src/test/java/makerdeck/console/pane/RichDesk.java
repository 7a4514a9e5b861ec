package makerdeck.console.pane;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import makerdeck.command.CommandLanguage;
import makerdeck.console.FixedContext;
import makerdeck.console.SampleDesk;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.console.line.Span;
import makerdeck.console.theme.Role;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
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
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.Inventory;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.snapshot.Severity;
import makerdeck.snapshot.Totals;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/** Desks with much to show and figures of every length, of which none begins like another. */
enum RichDesk {
    SOL("SOL_USDC", "0.01", "0.01", 14830, 25000, "47.1234", "7031.58"),
    BITCOIN("BTC_USDC", "0.1", "0.00001", 972345, 123456, "12.34567", "1234567.89"),
    PEPE("1000PEPE_USDC", "0.000000001", "1", 12345, 98765432, "987654321", "8642.97"),
    BOTH_LONG("WORMHOLEX_WRAPPEDBTC", "0.0000000001", "0.001", 73219, 61873947, "61234.567", "3.81726354"),
    /** Fifty layers a side. */
    MANY("SOL_USDC", "0.01", "0.01", 14830, 25000, "47.1234", "7031.58"),
    HALTED("SOL_USDC", "0.01", "0.01", 14830, 25000, "47.1234", "7031.58"),
    GUARDED("BTC_USDC", "0.1", "0.00001", 972345, 123456, "12.34567", "1234567.89"),
    ASKED("SOL_USDC", "0.01", "0.01", 14830, 25000, "47.1234", "7031.58"),
    TYPING("SOL_USDC", "0.01", "0.01", 14830, 25000, "47.1234", "7031.58");

    private final Market market;
    private final long mid;
    private final long size;
    private final Balances balances;

    RichDesk(String symbol, String tick, String step, long mid, long size, String base, String quote) {
        var assets = symbol.split("_");
        this.market = new Market(
                symbol,
                assets[0],
                assets[1],
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(step),
                null,
                null,
                MarketState.OPEN);
        this.mid = mid;
        this.size = size;
        this.balances = new Balances(balance(base), balance(quote));
    }

    private static Balance balance(String free) {
        return new Balance(new BigDecimal(free), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    Screens screens(Speech speech) {
        var screens = new Screens();
        screens.speech = speech;
        var desk = screens.desk;
        desk.market = market;
        desk.symbol = market.symbol();
        desk.book = book();
        desk.orders = orders(this == MANY ? 50 : 6);
        desk.fills = fills();
        desk.trades = IntStream.range(0, 90).mapToObj(this::trade).toList();
        desk.totals = new Totals(
                1847,
                931,
                916,
                market.decimal(new Quantity(size * 31)),
                new BigDecimal("5482913.41"),
                new BigDecimal("263.17"),
                new BigDecimal("-4318.95"),
                new BigDecimal("-512.64"),
                BigDecimal.ZERO,
                Map.of());
        desk.inventory = inventory();
        desk.earnings = SampleDesk.earnings(
                desk.inventory.total().toPlainString(), "1236.47", "-5319.82", "297.36", "-2914.73");
        desk.log = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> SampleDesk.event(
                        61 + i,
                        DeskEvent.Kind.INFO,
                        i % 7 == 0 ? Severity.WARN : Severity.INFO,
                        "depth resynced at " + (76543210 + i * 1371) + ", gap " + (4200 + i * 17) + ", best "
                                + market.text(new Price(mid + i))
                                + (i % 3 == 0 ? "; orders wait until the book has stood for a second" : "")))
                .toList());
        desk.alerts = List.of(
                new Alert(SampleDesk.NOON, Severity.INFO, Message.plain("preset mid-vol fits"), 1),
                new Alert(
                        SampleDesk.NOON,
                        Severity.WARN,
                        Message.plain("ask 2 rejected at " + market.text(new Price(mid)) + ": post-only would cross"),
                        8461));
        parameters(desk);
        change(screens);
        return screens;
    }

    private void change(Screens screens) {
        var desk = screens.desk;
        switch (this) {
            case SOL, BITCOIN, PEPE, BOTH_LONG, MANY -> {}
            case HALTED -> {
                desk.mode = Mode.LIVE;
                desk.state = DeskState.HALTED;
                desk.reason = "session loss limit of 4275.50 USDC reached at 83.19 % of 5139.77 USDC";
                desk.orders = new ArrayList<>();
                desk.bookAt = SampleDesk.NOON.minus(Duration.ofSeconds(27));
                desk.quoting = quoting(
                        null, Message.plain("halted: session loss limit of 4275.50 USDC reached"), desk.quoting);
            }
            case GUARDED -> {
                desk.quoting = quoting(Message.plain("0.2137 x 2.53 jump x 1.71 run of fills"), null, desk.quoting);
                desk.alerts = List.of();
            }
            case ASKED -> {
                screens.question = new Question(3, "set spread 0.1137", "yes", SampleDesk.NOON.plusSeconds(12));
                desk.preview = new Preview(
                        3,
                        Stream.of(
                                        "spread 0.2519 -> 0.1137 %",
                                        "a fill brings half the spread, 5.685 bp, less the fee, 8.913 bp: LOSES 3.228 bp",
                                        "bids: B1 148.17 -> 148.22 2.50, B2 148.09 -> 148.15 2.50; worth 1111.03 USDC")
                                .map(Message::plain)
                                .toList());
            }
            case TYPING -> {
                var language = new CommandLanguage(new FixedContext());
                var text = "set spread ";
                screens.line = new LineView(
                        List.of(List.of(new Span(Role.INPUT, text))),
                        0,
                        text.length(),
                        text,
                        screens.speech.say(language.hint(text).orElseThrow()),
                        false,
                        new Menu(language.complete(text, text.length()), 1));
            }
        }
    }

    private static QuotingRow quoting(@Nullable Message guards, @Nullable Message reason, QuotingRow before) {
        return new QuotingRow(
                new BigDecimal("0.9246"),
                before.spreadReason(),
                guards,
                reason == null ? chain(guards != null, "0.6935", "0.7043") : null,
                reason == null ? chain(false, "0.2311", "0.2203") : null,
                new BigDecimal("13.4"),
                "HIGH",
                "high-vol",
                reason,
                reason,
                null);
    }

    private static SideChain chain(boolean widened, String before, String after) {
        var steps = new ArrayList<SideChain.Step>();
        steps.add(new SideChain.Step("spread", new BigDecimal("0.1137"), null, null));
        steps.add(new SideChain.Step("volatility", new BigDecimal("0.2311"), new BigDecimal("2.0325"), null));
        if (widened) {
            steps.add(new SideChain.Step(
                    "fills", new BigDecimal(before), new BigDecimal("3.0009"), SampleDesk.NOON.plusSeconds(117)));
        }
        steps.add(new SideChain.Step("skew", new BigDecimal(after), new BigDecimal("1.0156"), null));
        return new SideChain(steps);
    }

    private Book book() {
        var bids = new ArrayList<Level>();
        var asks = new ArrayList<Level>();
        for (int i = 0; i < 60; i++) {
            bids.add(new Level(new Price(mid - 1 - 3L * i), new Quantity(size * (1 + i * 37 % 11) / 7 + 13L * i)));
            asks.add(new Level(new Price(mid + 1 + 3L * i), new Quantity(size * (1 + i * 53 % 13) / 9 + 17L * i)));
        }
        return new Book(bids, asks, 7);
    }

    private List<OrderRow> orders(int layers) {
        var orders = new ArrayList<OrderRow>();
        for (int i = 0; i < layers; i++) {
            long away = 4L + i * i;
            orders.add(SampleDesk.order("B" + (i + 1), Side.BID, mid - away, size / 7, 75 + i, size / 3 + 11L * i));
            orders.add(SampleDesk.order("A" + (i + 1), Side.ASK, mid + away, size / 7, 75 + i, size / 3 + 11L * i));
        }
        return orders;
    }

    /** In the last hour, so many that there are three digits of them. */
    private List<FillRow> fills() {
        var fills = new ArrayList<FillRow>();
        for (int i = 0; i < 251; i++) {
            var side = i % 2 == 0 ? Side.BID : Side.ASK;
            var asset = side == Side.BID ? market.base() : market.quote();
            fills.add(new FillRow(
                    new Fill(
                            i,
                            "id",
                            null,
                            side,
                            market.decimal(new Price(mid - i % 40)),
                            market.decimal(new Quantity(size / 7 + i)),
                            new BigDecimal("0.0026"),
                            asset,
                            true,
                            SampleDesk.NOON.minusSeconds(3 + i * 14L)),
                    side == Side.BID ? "B1" : "A1",
                    new BigDecimal("46.70"),
                    i == 0 ? null : new BigDecimal("0.0217")));
        }
        return fills;
    }

    private Trade trade(int i) {
        return new Trade(
                i,
                i % 2 == 0 ? Side.BID : Side.ASK,
                new Price(mid + i % 9),
                new Quantity(size / 5 + i),
                SampleDesk.NOON.minusSeconds(90L - i));
    }

    private Inventory inventory() {
        var worth = balances.base().total().multiply(market.decimal(new Price(mid)));
        return new Inventory(
                balances,
                new BigDecimal("46.73"),
                new BigDecimal("38.25"),
                new BigDecimal("23.15"),
                new BigDecimal("53.85"),
                new BigDecimal("7.95"),
                new BigDecimal("68.45"),
                worth.add(balances.quote().total()),
                SampleDesk.NOON);
    }

    private static void parameters(SampleDesk desk) {
        for (int i = 0; i < 14; i++) {
            desk.parameters.add(SampleDesk.parameter("more." + (char) ('a' + i), "5137." + (60 + i), "", "default"));
        }
        desk.parameters.add(SampleDesk.parameter("max-loss", "4275.50", "USDC", "command"));
        desk.parameters.add(SampleDesk.parameter("band.hard", "31.75", "points", "default"));
    }
}
