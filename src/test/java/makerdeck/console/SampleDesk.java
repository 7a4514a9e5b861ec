package makerdeck.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.Candle;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
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
import makerdeck.snapshot.CurveRow;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Earnings;
import makerdeck.snapshot.FeeRow;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.GuardianState;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.Inventory;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.ParameterRow;
import makerdeck.snapshot.ParameterSource;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.Previews;
import makerdeck.snapshot.ProfitParts;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.snapshot.Severity;
import makerdeck.snapshot.Totals;
import makerdeck.snapshot.UndoState;
import makerdeck.snapshot.Why;
import makerdeck.strategy.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A desk at noon, quoting three layers around 148.32, of which every part can be changed. */
public final class SampleDesk {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final Market SOL = new Market(
            "SOL_USDC",
            "SOL",
            "USDC",
            new BigDecimal("0.01"),
            new BigDecimal("0.01"),
            new BigDecimal("0.01"),
            null,
            null,
            MarketState.OPEN);

    public static final Market SOL_IN_BITCOIN = new Market(
            "SOL_BTC",
            "SOL",
            "BTC",
            new BigDecimal("0.0000001"),
            new BigDecimal("0.01"),
            new BigDecimal("0.01"),
            null,
            null,
            MarketState.OPEN);

    private static final Set<String> LIMITS = Set.of("band.hard", "max-loss", "max-order", "max-position");

    public Mode mode = Mode.SIM;
    public DeskState state = DeskState.QUOTING;
    public String reason = "";
    public String symbol = "SOL_USDC";
    public Instant at = NOON.minusMillis(80);
    public @Nullable Market market = SOL;
    public Book book = book(14829, 14831);
    public @Nullable Instant bookAt = NOON.minusMillis(90);
    public List<OrderRow> orders = new ArrayList<>(List.of(
            order("B1", Side.BID, 14817, 250, 3, 10L),
            order("A1", Side.ASK, 14846, 250, 3, 10L),
            order("B2", Side.BID, 14809, 250, 12, 80L),
            order("A2", Side.ASK, 14853, 250, 12, 120L),
            order("B3", Side.BID, 14797, 250, 75, null),
            order("A3", Side.ASK, 14867, 250, 75, null)));
    public List<FillRow> fills = new ArrayList<>(List.of(
            fill(Side.BID, "B1", 14817, 250, "0.0020", "SOL", 9, "31.2", "0.02"),
            fill(Side.ASK, "A1", 14846, 250, "0.29", "USDC", 31, "29.9", "-0.01"),
            fill(Side.BID, "B2", 14805, 120, "0.0010", "SOL", 80, "31.1", null)));
    public List<Trade> trades = new ArrayList<>();
    public List<Candle> past = List.of();
    public Totals totals = new Totals(
            37,
            19,
            18,
            new BigDecimal("92.5"),
            new BigDecimal("13719.60"),
            new BigDecimal("1.11"),
            new BigDecimal("12.344"),
            new BigDecimal("9.10"),
            BigDecimal.ZERO,
            Map.of());
    public @Nullable Earnings earnings = null;
    public @Nullable Inventory inventory = inventory("31.2");
    public QuotingRow quoting = new QuotingRow(
            new BigDecimal("0.2"),
            "volatility",
            null,
            chain(Side.BID),
            chain(Side.ASK),
            new BigDecimal("3.4"),
            "MID",
            "mid-vol",
            null,
            null,
            null);
    public Why why = Why.NONE;
    public CurveRow curve = CurveRow.NONE;
    public @Nullable FeeRow fees = new FeeRow(
            new Fees(new BigDecimal("0"), new BigDecimal("10.00")),
            FeeRow.Source.FILLS,
            FeeRow.Source.ACCOUNT,
            new Fees(new BigDecimal("0"), new BigDecimal("10")));
    public List<DeskEvent> log = new ArrayList<>(List.of(
            event(90, DeskEvent.Kind.INFO, Severity.INFO, "depth stream resynced, gap 0"),
            event(30, DeskEvent.Kind.ALERT, Severity.WARN, "ask 2 rejected: order would immediately match and take"),
            event(4, DeskEvent.Kind.COMMAND, Severity.INFO, "set spread 0.25 -> 0.30 %  applied 3ms, 4 orders move")));
    public List<Alert> alerts = new ArrayList<>();
    public List<ParameterRow> parameters = new ArrayList<>(List.of(
            parameter("spread", "0.3", "%", "command"),
            parameter("spread.mode", "volatility", "", "default"),
            parameter("layers", "3", "", "default"),
            parameter("quantity", "auto", "", "default"),
            parameter("target", "30", "%", "preset mid-vol")));
    public String preset = "mid-vol";
    public HealthRow health = new HealthRow(
            true,
            true,
            Duration.ofMillis(2),
            Duration.ofMillis(1),
            0,
            0,
            84,
            2000,
            NOON.minusMillis(60),
            GuardianState.ON,
            List.of(),
            0,
            null,
            null);

    public void record(HealthRow.@Nullable Recording recording) {
        health = beside(recording, health.capture());
    }

    public void capture(HealthRow.@Nullable Recording capture) {
        health = beside(health.recording(), capture);
    }

    private HealthRow beside(HealthRow.@Nullable Recording recording, HealthRow.@Nullable Recording capture) {
        return new HealthRow(
                health.publicUp(),
                health.privateUp(),
                health.roundTrip(),
                health.clockOffset(),
                health.reconnects(),
                health.gaps(),
                health.requestsLastMinute(),
                health.requestLimit(),
                health.lastFrameAt(),
                health.guardian(),
                health.guardiansElsewhere(),
                health.unreadRows(),
                recording,
                capture);
    }

    public @Nullable Instant endsAt = NOON.plus(Duration.ofMinutes(41));
    public Duration duration = Duration.ofHours(1);
    public UndoState undoState = UndoState.NONE;
    public Map<String, Instant> faults = Map.of();
    public Preview preview = Preview.NONE;
    public DeskSnapshot.Counts counts = DeskSnapshot.Counts.NONE;

    /** A market that is livelier than the spread wants, and an inventory nearly on its target. */
    private static SideChain chain(Side side) {
        return new SideChain(List.of(
                new SideChain.Step("spread", new BigDecimal("0.08"), null, null),
                new SideChain.Step("volatility", new BigDecimal("0.098"), new BigDecimal("1.225"), null),
                new SideChain.Step(
                        "skew",
                        new BigDecimal(side == Side.BID ? "0.1018" : "0.0942"),
                        new BigDecimal(side == Side.BID ? "1.0388" : "0.9612"),
                        null)));
    }

    /** The desk as it stands. */
    public DeskSnapshot snapshot() {
        return new DeskSnapshot(
                1,
                at,
                mode,
                "demo",
                symbol,
                state,
                reason.isEmpty() ? null : Message.plain(reason),
                NOON.minus(Duration.ofHours(76)),
                endsAt,
                duration,
                market,
                book,
                bookAt,
                orders,
                fills,
                trades,
                past,
                totals,
                earnings,
                inventory,
                quoting,
                why,
                curve,
                fees,
                log,
                alerts,
                parameters,
                preset,
                undoState,
                health,
                faults,
                Previews.NONE.with(preview),
                counts);
    }

    /** Today's are the session's. */
    public static Earnings earnings(String equity, String captured, String inventory, String fees, String holding) {
        var parts = new ProfitParts(
                new BigDecimal(captured),
                new BigDecimal(inventory),
                new BigDecimal(fees),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        var today = new Earnings.Period(NOON.minus(Duration.ofHours(12)), parts, new BigDecimal(holding));
        return new Earnings(new BigDecimal(equity), today, today);
    }

    public static Book book(long bid, long ask) {
        long[] sizes = {17740, 3105, 8800, 34000, 12011, 1500, 22000, 41, 900, 7777, 18000, 3200, 4100, 9900, 120, 66000
        };
        var bids = new ArrayList<Level>();
        var asks = new ArrayList<Level>();
        for (int i = 0; i < sizes.length; i++) {
            bids.add(new Level(new Price(bid - 4L * i), new Quantity(sizes[i])));
            asks.add(new Level(new Price(ask + 5L * i), new Quantity(sizes[sizes.length - 1 - i])));
        }
        return new Book(bids, asks, 7);
    }

    public static OrderRow order(
            String tag, Side side, long ticks, long steps, int seconds, @Nullable Long queueSteps) {
        var quantity = new Quantity(steps);
        return new OrderRow(
                tag,
                tag.hashCode(),
                "id-" + tag,
                side,
                new Price(ticks),
                quantity,
                quantity,
                "OPEN",
                NOON.minusSeconds(seconds),
                queueSteps == null ? null : new Quantity(queueSteps));
    }

    public static FillRow fill(
            Side side,
            String tag,
            long ticks,
            long steps,
            String fee,
            String asset,
            int secondsAgo,
            String ratio,
            @Nullable String markout) {
        return new FillRow(
                new Fill(
                        secondsAgo,
                        "id",
                        null,
                        side,
                        SOL.decimal(new Price(ticks)),
                        SOL.decimal(new Quantity(steps)),
                        new BigDecimal(fee),
                        asset,
                        true,
                        NOON.minusSeconds(secondsAgo)),
                tag,
                new BigDecimal(ratio),
                markout == null ? null : new BigDecimal(markout));
    }

    public static Inventory inventory(String ratio) {
        return new Inventory(
                new Balances(
                        new Balance(new BigDecimal("1.1020"), new BigDecimal("1.0"), BigDecimal.ZERO),
                        new Balance(new BigDecimal("688.2144"), BigDecimal.ZERO, BigDecimal.ZERO)),
                new BigDecimal(ratio),
                new BigDecimal("30"),
                new BigDecimal("15"),
                new BigDecimal("45"),
                new BigDecimal("0"),
                new BigDecimal("60"),
                new BigDecimal("1000.00"),
                NOON);
    }

    public static DeskEvent event(int secondsAgo, DeskEvent.Kind kind, Severity severity, String text) {
        return new DeskEvent(
                100 - secondsAgo, NOON.minusSeconds(secondsAgo), severity, Message.plain(text), news(kind));
    }

    /** Some news of a kind; those of fills and reports are not for the log. */
    static DeskNews news(DeskEvent.Kind kind) {
        return switch (kind) {
            case STATE -> new DeskNews.StateChanged(DeskState.QUOTING, null);
            case ORDER ->
                new DeskNews.OrderMoved(
                        new ClientId(1), null, Side.BID, BigDecimal.ONE, BigDecimal.ONE, OrderStage.OPEN);
            case PARAMETER -> new DeskNews.ParameterChanged("spread", "0.2", "0.3", "command");
            case COMMAND -> new DeskNews.CommandAnswered("ack", null, true, Duration.ZERO, false);
            case ALERT -> new DeskNews.Alerted("0123456789ab", Message.plain("said"));
            case INFO -> new DeskNews.Noted();
            case FILL, REPORT -> throw new IllegalArgumentException(kind.name());
        };
    }

    public static ParameterRow parameter(String key, String value, String unit, String source) {
        return new ParameterRow(
                key,
                value,
                unit.isEmpty() ? null : Message.plain(unit),
                source(source),
                NOON,
                LIMITS.contains(key),
                source.equals("default") ? value : Parameter.named(key).initial());
    }

    private static ParameterSource source(String word) {
        return word.startsWith("preset ")
                ? ParameterSource.preset(word.substring("preset ".length()))
                : new ParameterSource(ParameterSource.Kind.valueOf(word.toUpperCase(Locale.ROOT)), "");
    }
}
