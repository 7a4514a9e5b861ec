package makerdeck.backpack.server.calls;

import java.util.List;
import java.util.Map;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Call;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.QueryParameters;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.base.WireText;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.wire.Markets;
import makerdeck.domain.MarketState;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.ListedMarket;

/** Public calls about the venue and the one market it hosts. Venue thread only. */
public final class MarketCalls {

    private static final Map<String, Boolean> MARKET_TYPES =
            Map.of("SPOT", true, "PERP", false, "IPERP", false, "DATED", false, "PREDICTION", false, "RFQ", false);
    private static final String LISTED_SINCE = "2025-01-21T06:34:54.691858";
    private static final Markets.Token TOKEN =
            new Markets.Token("Solana", null, false, "Simulated", null, "0", "0", "9", false, "0");

    private final Exchange exchange;
    private final FaultInjector faults;

    public MarketCalls(Exchange exchange, FaultInjector faults) {
        this.exchange = exchange;
        this.faults = faults;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.open("/api/v1/markets", this::markets),
                Endpoint.open("/api/v1/market", this::market),
                Endpoint.open("/api/v1/assets", call -> assets()),
                Endpoint.open("/api/v1/status", call -> Answer.json(new Markets.Status(null, "Ok"))),
                Endpoint.open("/api/v1/ping", call -> Answer.text(200, "pong")),
                Endpoint.open("/api/v1/time", call -> time()));
    }

    private Answer time() {
        var now = exchange.now() + faults.skew().toNanos();
        return Answer.text(200, String.valueOf(WireText.millis(now)));
    }

    private Answer markets(Call call) throws RefusedCallException {
        var types = call.parameters().all("marketType");
        var spot = types.isEmpty();
        for (var type : types) {
            spot |= new QueryParameters(List.of(Map.entry("marketType", type)))
                    .choice("marketType", "MarketType", MARKET_TYPES, true);
        }
        return Answer.json(spot ? List.of(info(exchange.market())) : List.of());
    }

    private Answer market(Call call) throws RefusedCallException {
        requireListed(exchange, call.parameters().symbol());
        return Answer.json(info(exchange.market()));
    }

    /** Refuses a well-formed symbol that this venue does not host. */
    static void requireListed(Exchange exchange, String symbol) throws RefusedCallException {
        if (!exchange.market().rules().symbol().equals(symbol)) {
            throw new RefusedCallException(Answer.invalid("Invalid market symbol"));
        }
    }

    private Answer assets() {
        var rules = exchange.market().rules();
        return Answer.json(List.of(asset(rules.base()), asset(rules.quote())));
    }

    private static Markets.Asset asset(String symbol) {
        return new Markets.Asset(null, symbol, symbol, List.of(TOKEN));
    }

    private Markets.MarketInfo info(ListedMarket listed) {
        var rules = listed.rules();
        return new Markets.MarketInfo(
                rules.base(),
                LISTED_SINCE,
                new Markets.Filters(priceFilter(listed), quantityFilter(listed)),
                null,
                null,
                null,
                null,
                "SPOT",
                null,
                "0",
                state(faults.isOn(Fault.CANCEL_ONLY) ? MarketState.CANCEL_ONLY : rules.state()),
                null,
                rules.quote(),
                null,
                rules.symbol(),
                true);
    }

    private static Markets.PriceFilter priceFilter(ListedMarket listed) {
        var rules = listed.rules();
        return new Markets.PriceFilter(
                "1.01",
                "0.99",
                null,
                listed.impactHigh().toPlainString(),
                rules.bandHigh() == null ? null : rules.bandHigh().toPlainString(),
                null,
                null,
                new Markets.Band("1.03", "0.97"),
                null,
                listed.impactLow().toPlainString(),
                rules.bandLow() == null ? null : rules.bandLow().toPlainString(),
                listed.minPrice().toPlainString(),
                null,
                rules.tickSize().toPlainString());
    }

    private static Markets.QuantityFilter quantityFilter(ListedMarket listed) {
        var rules = listed.rules();
        return new Markets.QuantityFilter(
                null, rules.minQuantity().toPlainString(), rules.stepSize().toPlainString());
    }

    private static String state(MarketState state) {
        return switch (state) {
            case OPEN -> "Open";
            case CLOSED -> "Closed";
            case CANCEL_ONLY -> "CancelOnly";
            case LIMIT_ONLY -> "LimitOnly";
            case POST_ONLY -> "PostOnly";
        };
    }
}
