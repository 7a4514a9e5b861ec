package makerdeck.backpack.server.faults;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.WireText;
import makerdeck.backpack.wire.Account;

/** Balances that are not true: nine tenths of what is free are not in them. */
final class WrongBalances {

    private WrongBalances() {}

    static Answer in(Answer answer) {
        if (!(answer.body() instanceof Map<?, ?> all)) {
            return answer;
        }
        var less = new TreeMap<String, Object>();
        all.forEach((asset, balance) -> less.put(String.valueOf(asset), wrong(balance)));
        return Answer.json(less);
    }

    private static Object wrong(Object balance) {
        if (balance instanceof Account.Balance held) {
            var tenth = new BigDecimal(String.valueOf(held.available())).movePointLeft(1);
            return new Account.Balance(WireText.trimmed(tenth), held.locked(), held.staked());
        }
        return balance;
    }
}
