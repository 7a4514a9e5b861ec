package makerdeck.backpack.client.calls;

import static makerdeck.backpack.client.base.WireFields.decimal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.MarketRules;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.wire.Account;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Row;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Market;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;

/**
 * Reads what the account holds. What is lent stands in an answer of its own, and half the truth is none; funds that
 * move from one to the other between the answers would be counted twice or not at all. So what is lent is read before
 * the balances and, when there is any or may be any, once more behind them: only when both agree it is one reading.
 *
 * <p>Client thread only.
 */
public final class BalanceReads {

    private static final int TRIES = 5;

    private final SignedReads reads;
    private final EventSink sink;

    public BalanceReads(SignedReads reads, EventSink sink) {
        this.reads = reads;
        this.sink = sink;
    }

    /** Both assets in one event. */
    public void read(MarketRules rules) {
        var reading = new Attempt(rules, sink.now(), 1);
        lent(reading, lent -> capital(reading, lent));
    }

    /** @param asked when the first answer of it was asked for; what happens later may be in it or not */
    private record Attempt(MarketRules rules, Instant asked, int number) {

        Attempt next(Instant askedNow) {
            return new Attempt(rules, askedNow, number + 1);
        }
    }

    /** What is lent of each asset, debts negative. */
    private interface WithLent {
        void go(Map<String, BigDecimal> lent);
    }

    private void lent(Attempt reading, WithLent then) {
        reads.send(
                ApiRequest.read("/api/v1/borrowLend/positions", Instruction.BORROW_LEND_POSITION_QUERY, List.of()),
                (codec, body) -> lent(reading.rules.market(), codec, body),
                new ResponseHandler<>(then::go, why -> {
                    if (isNothingLent(reading.rules, why)) {
                        then.go(Map.of());
                    } else {
                        failed(why.refusal(), why.message());
                    }
                }));
    }

    /** Where nothing can be lent, there may be no such call. */
    private static boolean isNothingLent(MarketRules rules, ApiRejection why) {
        return !rules.lends() && why.isNotFound();
    }

    private void capital(Attempt reading, Map<String, BigDecimal> lent) {
        reads.send(
                ApiRequest.read("/api/v1/capital", Instruction.BALANCE_QUERY, List.of()),
                (codec, body) -> capital(reading.rules.market(), lent, codec, body),
                new ResponseHandler<>(
                        balances -> {
                            if (lent.isEmpty() && !reading.rules.lends()) {
                                tell(reading, balances);
                            } else {
                                lent(reading, after -> compare(reading, balances, lent, after));
                            }
                        },
                        why -> failed(why.refusal(), why.message())));
    }

    private void compare(
            Attempt reading, Balances balances, Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        if (before.equals(after)) {
            tell(reading, balances);
        } else if (reading.number < TRIES) {
            capital(reading.next(sink.now()), after);
        } else {
            failed(Refusal.OTHER, Message.of("client.read.balances-move"));
        }
    }

    private void tell(Attempt reading, Balances balances) {
        sink.tell(new VenueEvent.BalancesRead(sink.now(), reading.asked, balances));
    }

    private static Map<String, BigDecimal> lent(Market market, Codec codec, String body)
            throws MalformedMessageException, DecodeException {
        var lent = new HashMap<String, BigDecimal>();
        for (var row : codec.decodeRows(Account.LendPosition.class, body)) {
            var position = position(row);
            var asset = position.symbol();
            if (market.base().equals(asset) || market.quote().equals(asset)) {
                var quantity = decimal(position.netQuantity(), "netQuantity");
                if (quantity.signum() != 0) {
                    lent.merge(asset, quantity.stripTrailingZeros(), BigDecimal::add);
                }
            }
        }
        return lent;
    }

    private static Balances capital(Market market, Map<String, BigDecimal> lent, Codec codec, String body)
            throws MalformedMessageException, DecodeException {
        var assets = codec.decodeMembers(Account.Balance.class, body);
        return new Balances(balance(market.base(), assets, lent), balance(market.quote(), assets, lent));
    }

    /**
     * An asset the venue does not list is one the account has nothing of, but for what is lent; one it lists oddly
     * voids the reading.
     */
    private static Balance balance(
            String asset, Map<String, Row<Account.Balance>> assets, Map<String, BigDecimal> allLent)
            throws DecodeException {
        var lent = allLent.getOrDefault(asset, BigDecimal.ZERO);
        var row = assets.get(asset);
        if (row == null) {
            return new Balance(BigDecimal.ZERO, BigDecimal.ZERO, lent);
        }
        var wire = row.message();
        if (wire == null) {
            throw new DecodeException(Message.of("client.unreadable.asset", asset, row.trouble()));
        }
        return new Balance(
                decimal(wire.available(), asset + " available"), decimal(wire.locked(), asset + " locked"), lent);
    }

    /** A row that may be about either asset and cannot be read leaves both unknown. */
    private static Account.LendPosition position(Row<Account.LendPosition> row) throws DecodeException {
        if (row.message() != null && row.message().symbol() != null) {
            return row.message();
        }
        throw new DecodeException(Message.of("client.unreadable.asset", "borrowLend", row.trouble()));
    }

    private void failed(Refusal refusal, Message why) {
        sink.tell(new VenueEvent.ReadFailed(sink.now(), Message.of("client.read.balances"), refusal, why));
    }
}
