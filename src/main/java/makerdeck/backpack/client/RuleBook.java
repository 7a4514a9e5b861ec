package makerdeck.backpack.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.backpack.wire.Instruction;
import makerdeck.domain.Market;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;

/** Reads market and account. Client thread only. */
final class RuleBook {

    /**
     * Why the rules could not be read.
     *
     * @param hopeless asking again will not help
     * @param line for the operator
     */
    record Failure(boolean hopeless, Rejection why, String line) {

        /** What to tell the desk when it is hopeless. */
        VenueEvent.Unusable unusable(Instant at) {
            var refusal = why.refusal() == Refusal.AUTHENTICATION ? Refusal.AUTHENTICATION : Refusal.OTHER;
            return new VenueEvent.Unusable(at, refusal, line);
        }
    }

    private final Rest rest;
    private final String symbol;

    RuleBook(Rest rest, String symbol) {
        this.rest = rest;
        this.symbol = symbol;
    }

    void read(Consumer<Rules> then, Consumer<Failure> otherwise) {
        var ask = Ask.open("/api/v1/market", List.of(Map.entry("symbol", symbol)));
        rest.send(
                ask,
                Rules::market,
                new Reading<>(
                        market -> readTerms(market, then, otherwise), why -> otherwise.accept(marketFailure(why))));
    }

    private void readTerms(Market market, Consumer<Rules> then, Consumer<Failure> otherwise) {
        var ask = Ask.read("/api/v1/account", Instruction.ACCOUNT_QUERY, List.of());
        rest.send(
                ask,
                Rules.Terms::decode,
                new Reading<>(
                        terms -> then.accept(new Rules(market, terms.fees(), terms.lends())),
                        why -> otherwise.accept(accountFailure(why))));
    }

    private Failure marketFailure(Rejection why) {
        return switch (why.refusal()) {
            case INVALID_ORDER -> new Failure(true, why, Words.say("client.rules.no-market", symbol, why.message()));
            case OTHER -> otherMarketFailure(why);
            case POST_ONLY_WOULD_TAKE,
                    INSUFFICIENT_FUNDS,
                    PRICE_BAND,
                    AUTHENTICATION,
                    RATE_LIMIT,
                    BANNED,
                    VENUE_CLOSED,
                    NOT_SENT -> new Failure(false, why, Words.say("client.rules.unreadable", symbol, why.message()));
        };
    }

    private Failure otherMarketFailure(Rejection why) {
        boolean absent = why.isNotFound();
        boolean strange = why.status() == 200;
        return new Failure(absent || strange, why, Words.say("client.rules.unusable", symbol, why.message()));
    }

    private static Failure accountFailure(Rejection why) {
        return switch (why.refusal()) {
            case AUTHENTICATION ->
                new Failure(!why.isAboutTime(), why, Words.say("client.rules.key-refused", why.message()));
            case POST_ONLY_WOULD_TAKE,
                    INSUFFICIENT_FUNDS,
                    PRICE_BAND,
                    INVALID_ORDER,
                    RATE_LIMIT,
                    BANNED,
                    VENUE_CLOSED,
                    NOT_SENT,
                    OTHER -> new Failure(false, why, Words.say("client.rules.account-unreadable", why.message()));
        };
    }
}
