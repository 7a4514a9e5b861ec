package makerdeck.backpack.server.calls;

import java.util.List;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Call;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.base.WireText;
import makerdeck.backpack.wire.Account;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.InterestPayment;

/** Signed calls about lending: the account's switch, what is lent, what it has earned. Venue thread only. */
public final class LendCalls {

    private static final long HOUR_MILLIS = 3_600_000;

    private final Exchange exchange;
    private final Codec codec;

    public LendCalls(Exchange exchange, Codec codec) {
        this.exchange = exchange;
        this.codec = codec;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.signed("PATCH", "/api/v1/account", Instruction.ACCOUNT_UPDATE, this::update),
                Endpoint.signed(
                        "GET", "/api/v1/borrowLend/positions", Instruction.BORROW_LEND_POSITION_QUERY, this::positions),
                Endpoint.signed(
                        "GET", "/wapi/v1/history/interest", Instruction.INTEREST_HISTORY_QUERY_ALL, this::interest));
    }

    private Answer update(Call call) throws RefusedCallException {
        try {
            var autoLend = codec.decode(Account.Update.class, call.body()).autoLend();
            if (autoLend != null) {
                exchange.pool().lend(call.caller(), autoLend);
            }
            return Answer.text(200, "");
        } catch (MalformedMessageException e) {
            throw new RefusedCallException(Answer.badPayload(String.valueOf(e.getMessage())));
        }
    }

    private Answer positions(Call call) {
        return Answer.json(exchange.balances(call.caller()).entrySet().stream()
                .filter(asset -> asset.getValue().lent().signum() != 0)
                .map(asset -> new Account.LendPosition(
                        WireText.trimmed(asset.getValue().lent()), asset.getKey()))
                .toList());
    }

    private Answer interest(Call call) throws RefusedCallException {
        var asset = call.parameters().text("asset");
        var source = call.parameters().text("source");
        var rows = exchange.pool().payments(call.caller()).stream()
                .filter(payment -> asset == null || asset.equals(payment.asset()))
                .filter(payment -> source == null || source.equals("BorrowLend"))
                .toList();
        return HistoryCalls.page(call, rows).map(LendCalls::row).answer();
    }

    private static Account.InterestPayment row(InterestPayment payment) {
        return new Account.InterestPayment(
                WireText.trimmed(payment.rate()),
                HOUR_MILLIS,
                "",
                "Lend",
                "lend-" + payment.asset(),
                WireText.trimmed(payment.quantity()),
                payment.asset(),
                WireText.isoMillis(payment.atNanos()));
    }
}
