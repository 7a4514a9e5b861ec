package makerdeck.backpack.server.calls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Call;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.OrderRequestParser;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.base.WireText;
import makerdeck.backpack.wire.Account;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.domain.Balance;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.AccountId;

/** Signed calls about the account itself. Venue thread only. */
public final class AccountCalls {

    private final Exchange exchange;
    private final Market rules;

    public AccountCalls(Exchange exchange) {
        this.exchange = exchange;
        this.rules = exchange.market().rules();
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.signed("GET", "/api/v1/account", Instruction.ACCOUNT_QUERY, this::account),
                Endpoint.signed("GET", Endpoint.CAPITAL, Instruction.BALANCE_QUERY, this::capital),
                Endpoint.signed("GET", "/api/v1/capital/collateral", Instruction.COLLATERAL_QUERY, this::collateral),
                Endpoint.signed(
                        "GET", "/api/v1/account/limits/order", Instruction.MAX_ORDER_QUANTITY, this::orderLimit));
    }

    private Answer account(Call call) {
        var fees = exchange.fees(call.caller());
        return Answer.json(new Account.Summary(
                false,
                exchange.pool().lends(call.caller()),
                false,
                false,
                "0",
                WireText.trimmed(fees.makerBp()),
                WireText.trimmed(fees.takerBp()),
                "1",
                exchange.openOrders(call.caller()).size(),
                false,
                "0",
                WireText.trimmed(fees.makerBp()),
                WireText.trimmed(fees.takerBp()),
                0));
    }

    private Answer capital(Call call) {
        var answer = new TreeMap<String, Account.Balance>();
        exchange.balances(call.caller()).forEach((asset, balance) -> {
            if (balance.available().add(balance.locked()).signum() != 0) {
                answer.put(asset, balance(balance));
            }
        });
        return Answer.json(answer);
    }

    private static Account.Balance balance(Balance balance) {
        return new Account.Balance(WireText.trimmed(balance.available()), WireText.trimmed(balance.locked()), "0");
    }

    private Answer collateral(Call call) {
        var rows = new ArrayList<Account.CollateralRow>();
        var all = BigDecimal.ZERO;
        var available = BigDecimal.ZERO;
        for (var entry : exchange.balances(call.caller()).entrySet()) {
            var mark = mark(entry.getKey());
            var balance = entry.getValue();
            all = all.add(balance.total().multiply(mark));
            available = available.add(balance.available().multiply(mark));
            rows.add(row(entry.getKey(), balance, mark));
        }
        var value = WireText.trimmed(all);
        return Answer.json(new Account.Collateral(
                value,
                "0",
                rows,
                "1",
                "0",
                null,
                "0",
                value,
                WireText.trimmed(available),
                WireText.trimmed(all.subtract(available)),
                "0",
                "0",
                "0"));
    }

    /** Value of one unit in the quote asset: assets are not discounted here. */
    private BigDecimal mark(String asset) {
        if (asset.equals(rules.quote())) {
            return BigDecimal.ONE;
        }
        return asset.equals(rules.base()) ? rules.decimal(exchange.lastPrice()) : BigDecimal.ZERO;
    }

    private static Account.CollateralRow row(String asset, Balance balance, BigDecimal mark) {
        var value = WireText.trimmed(balance.total().multiply(mark));
        return new Account.CollateralRow(
                WireText.trimmed(mark),
                WireText.trimmed(balance.available()),
                value,
                value,
                "1",
                "0",
                WireText.trimmed(balance.locked()),
                asset,
                WireText.trimmed(balance.total()));
    }

    private Answer orderLimit(Call call) throws RefusedCallException {
        var parameters = call.parameters();
        MarketCalls.requireListed(exchange, parameters.symbol());
        var side = OrderRequestParser.side(parameters.required("side", "Side"));
        var given = OrderRequestParser.decimal(parameters.text("price"));
        var price = given == null ? rules.decimal(touch(side)) : given;
        if (price.signum() <= 0) {
            return Answer.error(400, "INVALID_PRICE", "Price must be positive");
        }
        return Answer.json(new Account.OrderLimit(
                null,
                null,
                null,
                rules.text(rules.floor(affordable(call.caller(), side, price))),
                parameters.text("price"),
                null,
                WireText.side(side),
                rules.symbol()));
    }

    private BigDecimal affordable(AccountId account, Side side, BigDecimal price) {
        var paying = side == Side.BID ? rules.quote() : rules.base();
        var available = exchange.balance(account, paying).available();
        return side == Side.ASK ? available : available.divide(price, 18, RoundingMode.FLOOR);
    }

    private Price touch(Side side) {
        var best = side == Side.BID ? exchange.top().ask() : exchange.top().bid();
        return best == null ? exchange.lastPrice() : best.price();
    }
}
