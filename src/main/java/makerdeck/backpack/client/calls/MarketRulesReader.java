package makerdeck.backpack.client.calls;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.MarketRules;
import makerdeck.backpack.client.base.WireFields;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.domain.Market;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;

/** Reads market and account. Client thread only. */
public final class MarketRulesReader {

    /**
     * Why the rules could not be read.
     *
     * @param hopeless asking again will not help
     * @param line for the operator
     */
    public record Failure(boolean hopeless, ApiRejection why, Message line) {

        /** What to tell the desk when it is hopeless. */
        public VenueEvent.Unusable unusable(Instant at) {
            var refusal = why.refusal() == Refusal.AUTHENTICATION ? Refusal.AUTHENTICATION : Refusal.OTHER;
            return new VenueEvent.Unusable(at, refusal, line);
        }
    }

    private final RestClient rest;
    private final String symbol;

    public MarketRulesReader(RestClient rest, String symbol) {
        this.rest = rest;
        this.symbol = symbol;
    }

    public void read(Consumer<MarketRules> then, Consumer<Failure> otherwise) {
        readMarket(market -> readTerms(market, then, otherwise), otherwise);
    }

    /** What everybody may know of the market; asks nothing of an account. */
    public void readMarket(Consumer<Market> then, Consumer<Failure> otherwise) {
        var apiRequest = ApiRequest.open("/api/v1/market", List.of(Map.entry("symbol", symbol)));
        rest.send(
                apiRequest,
                MarketRulesReader::listed,
                new ResponseHandler<>(
                        listed -> {
                            if (listed instanceof Listed.Suitable suitable) {
                                then.accept(suitable.market());
                            } else if (listed instanceof Listed.Unsuitable unsuitable) {
                                otherwise.accept(unsuitable(unsuitable.flaw()));
                            }
                        },
                        why -> otherwise.accept(marketFailure(why))));
    }

    /** A market as the venue lists it, or why this desk cannot trade it. */
    private sealed interface Listed {
        record Suitable(Market market) implements Listed {}

        record Unsuitable(Message flaw) implements Listed {}
    }

    /** What does not even say what kind of market it is about is no answer. */
    private static Listed listed(Codec codec, String body) throws MalformedMessageException, DecodeException {
        WireFields.present(codec.decode(Markets.MarketInfo.class, body).marketType(), "marketType");
        try {
            return new Listed.Suitable(MarketRules.market(codec, body));
        } catch (DecodeException unsuitable) {
            return new Listed.Unsuitable(Message.of("client.answer.unreadable", unsuitable.said()));
        }
    }

    private Failure unsuitable(Message flaw) {
        var why = ApiRejection.ours(200, Refusal.OTHER, flaw);
        return new Failure(true, why, Message.of("client.rules.unusable", symbol, flaw));
    }

    private void readTerms(Market market, Consumer<MarketRules> then, Consumer<Failure> otherwise) {
        var apiRequest = ApiRequest.read("/api/v1/account", Instruction.ACCOUNT_QUERY, List.of());
        rest.send(
                apiRequest,
                MarketRules.Terms::decode,
                new ResponseHandler<>(
                        terms -> then.accept(new MarketRules(market, terms.fees(), terms.lends())),
                        why -> otherwise.accept(accountFailure(why))));
    }

    private Failure marketFailure(ApiRejection why) {
        return switch (why.refusal()) {
            case INVALID_ORDER -> new Failure(true, why, Message.of("client.rules.no-market", symbol, why.message()));
            case OTHER -> otherMarketFailure(why);
            case POST_ONLY_WOULD_TAKE,
                    INSUFFICIENT_FUNDS,
                    LENT_OUT,
                    PRICE_BAND,
                    AUTHENTICATION,
                    LATE,
                    KEY_IN_DOUBT,
                    RATE_LIMIT,
                    BANNED,
                    VENUE_CLOSED,
                    NOT_THE_VENUE,
                    NOT_SENT -> new Failure(false, why, Message.of("client.rules.unreadable", symbol, why.message()));
        };
    }

    private Failure otherMarketFailure(ApiRejection why) {
        return new Failure(why.isNotFound(), why, Message.of("client.rules.unusable", symbol, why.message()));
    }

    private static Failure accountFailure(ApiRejection why) {
        return switch (why.refusal()) {
            case AUTHENTICATION -> new Failure(true, why, Message.of("client.rules.key-refused", why.message()));
            case POST_ONLY_WOULD_TAKE,
                    INSUFFICIENT_FUNDS,
                    LENT_OUT,
                    PRICE_BAND,
                    INVALID_ORDER,
                    LATE,
                    KEY_IN_DOUBT,
                    RATE_LIMIT,
                    BANNED,
                    VENUE_CLOSED,
                    NOT_THE_VENUE,
                    NOT_SENT,
                    OTHER -> new Failure(false, why, Message.of("client.rules.account-unreadable", why.message()));
        };
    }
}
