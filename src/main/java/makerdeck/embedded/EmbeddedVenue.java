package makerdeck.embedded;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.ServerSettings;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.domain.Fees;
import makerdeck.domain.Market;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.message.Said;
import makerdeck.message.UnavailableException;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.settings.SimulatedVenue;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarket;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.QueueModel;
import makerdeck.simulator.recorded.RecordedMarket;
import makerdeck.venue.MarketWitness;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The embedded venue that was asked for, judged but not yet open. Immutable. */
public final class EmbeddedVenue {

    /** Value of the default account's base part and quote part: 10,000 in all, 30 % of it in the base asset. */
    private static final BigDecimal BASE_VALUE = new BigDecimal(3000);

    private static final BigDecimal QUOTE_VALUE = new BigDecimal(7000);

    /** So that a client finds candles to warm up on. */
    private static final Duration WARM_UP = Duration.ofMinutes(30);

    private static final BigDecimal IMPACT_LOW = new BigDecimal("0.99");
    private static final BigDecimal IMPACT_HIGH = new BigDecimal("1.01");

    /** Backpack takes nothing on it. */
    private static final String FREE_MARKET = "USDT_USDC";

    private final SimulatedVenue asked;
    private final MarketSource source;

    /** Null when the real market has yet to say what is traded. */
    private final @Nullable ListedMarket listed;

    private EmbeddedVenue(SimulatedVenue asked, MarketSource source, @Nullable ListedMarket listed) {
        this.asked = asked;
        this.source = source;
        this.listed = listed;
    }

    /** Throws {@link MistakeException} with one line when there is no such market, preset or recording. */
    public static EmbeddedVenue of(SimulatedVenue asked) {
        var replay = asked.replay();
        if (asked.real() != null) {
            return new EmbeddedVenue(asked, new MarketSource.Told(QueueModel.of(asked.queue())), null);
        }
        if (replay.isEmpty()) {
            return new EmbeddedVenue(asked, new MarketSource.Agents(preset(asked.market())), listed(asked.symbol()));
        }
        var queue = QueueModel.of(asked.queue());
        return new EmbeddedVenue(asked, new MarketSource.Recording(replay, queue, asked.speed()), recorded(replay));
    }

    /** The market that recordings show. Throws {@link MistakeException} with one line when they show none. */
    public static ListedMarket recorded(List<Path> replay) {
        try {
            return RecordedMarket.of(replay);
        } catch (IOException unreadable) {
            throw new MistakeException(
                    Message.of(
                            "program.venue.no-recording",
                            named(replay),
                            unreadable instanceof Said known ? known.said() : FileErrors.of(unreadable)),
                    unreadable);
        }
    }

    /** Throws {@link MistakeException} naming what is listed when it is not. */
    public static ListedMarket listed(String symbol) {
        return ListedMarkets.find(symbol)
                .orElseThrow(() -> new MistakeException(Message.of(
                        "program.venue.not-listed",
                        symbol,
                        ListedMarkets.all().stream()
                                .map(market -> market.rules().symbol())
                                .collect(Collectors.joining(", ")))));
    }

    /** Throws {@link MistakeException} naming the presets when there is none of the name. */
    public static MarketPreset preset(String name) {
        return Arrays.stream(MarketPreset.values())
                .filter(preset -> spelled(preset).equals(name))
                .findFirst()
                .orElseThrow(() -> new MistakeException(
                        Message.of("program.venue.no-market", String.join(", ", presetNames()), name)));
    }

    public static List<String> presetNames() {
        return Arrays.stream(MarketPreset.values()).map(EmbeddedVenue::spelled).toList();
    }

    private static String spelled(MarketPreset preset) {
        return preset.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String symbol() {
        return listed == null ? asked.symbol() : listed.rules().symbol();
    }

    /** What the screen calls it. */
    public String name() {
        if (asked.real() != null) {
            return "backpack";
        }
        return asked.replay().isEmpty() ? asked.market() : named(asked.replay());
    }

    /** The first of them, and how many more. */
    private static String named(List<Path> files) {
        var first = String.valueOf(files.get(0).getFileName());
        return files.size() == 1 ? first : first + " +" + (files.size() - 1);
    }

    /**
     * Opens it on loopback. Blocks while the market warms up, or until a real one has told its rules and its book; throws
     * {@link IOException} when it cannot be served, {@link MistakeException} when there is no such market.
     *
     * @param patience how long a real market is waited for
     */
    public OpenVenue open(int port, Clock clock, ServerListener listener, Duration patience) throws IOException {
        var real = asked.real();
        if (real == null) {
            return new OpenVenue(serve(Objects.requireNonNull(listed), port, clock, listener), () -> {});
        }
        var market = new PaperMarket(asked.symbol(), real, clock, listener);
        try {
            var rules = market.rules(patience);
            var server = serve(listed(rules, market.book(patience)), port, clock, listener);
            var past = market.past();
            if (server.look(exchange -> exchange.remember(past)) == 0) {
                Logger.warn("the paper market knows no past minutes: volatility is learnt from now on");
            }
            market.open(server);
            return new OpenVenue(server, market::close);
        } catch (IOException | RuntimeException failed) {
            market.close();
            throw failed;
        }
    }

    private static ListedMarket listed(Market rules, MarketWitness.Picture book) {
        var best = book.bids().stream()
                .map(level -> new BigDecimal(level.get(0)))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new MistakeException(Message.of("simulator.feed.no-bids")));
        var least = rules.limits().minPrice();
        return new ListedMarket(rules, least == null ? rules.tickSize() : least, IMPACT_LOW, IMPACT_HIGH, best);
    }

    private BackpackServer serve(ListedMarket market, int port, Clock clock, ServerListener listener)
            throws IOException {
        var now = nanos(clock.instant());
        var random = new SplittableRandom(asked.seed().orElse(now));
        var settings = new ExchangeSettings(market, market.startPrice(), source, random.nextLong(), now, WARM_UP);
        try {
            return BackpackServer.open(
                    settings,
                    new ServerSettings(port, funds(market), fees(market), asked.autoLend()),
                    new ServerRuntime(Threads::daemons, clock, random),
                    listener);
        } catch (IOException taken) {
            throw new UnavailableException(Message.of("program.venue.port-taken", port), taken);
        }
    }

    /** What the exchange takes of everybody on its lowest tier, unless the operator knows better. */
    private Fees fees(ListedMarket market) {
        if (asked.fees() != null) {
            return asked.fees();
        }
        boolean free = asked.real() != null && market.rules().symbol().equals(FREE_MARKET);
        return free ? new Fees(BigDecimal.ZERO, BigDecimal.ZERO) : ExchangeSettings.STANDARD_FEES;
    }

    public static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private Map<String, BigDecimal> funds(ListedMarket market) {
        if (!asked.funds().isEmpty()) {
            return asked.funds();
        }
        var rules = market.rules();
        var base = rules.decimal(rules.floor(BASE_VALUE.divide(market.startPrice(), 12, RoundingMode.FLOOR)));
        return Map.of(rules.base(), base, rules.quote(), QUOTE_VALUE);
    }
}
