package makerdeck.doctor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.backpack.wire.Account;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import org.jspecify.annotations.Nullable;

/** The key, the account's switches and fees, what is lent and borrowed, and whose orders rest there. */
final class AccountChecks {

    private static final BigDecimal BASIS_POINTS_OF_HALF_A_PERCENT = new BigDecimal("50");

    private final Patient patient;
    private final Map<String, BigDecimal> available = new TreeMap<>();

    AccountChecks(Patient patient) {
        this.patient = patient;
    }

    /** What can pay for an order, by asset; empty until it was read. */
    Map<String, BigDecimal> available() {
        return available;
    }

    List<Finding> run() {
        var findings = new ArrayList<Finding>();
        var keys = patient.settings().keys();
        if (keys != null && !keys.key().equals(patient.calls().publicKey())) {
            findings.add(Finding.fail("key", Message.of("doctor.key.pair"), Message.of("doctor.key.refused.todo")));
            return findings;
        }
        try {
            var answer = patient.calls().read("/api/v1/account", Instruction.ACCOUNT_QUERY, List.of());
            patient.raw().keep("account", answer);
            if (!answer.isGood()) {
                findings.add(Finding.fail(
                        "key",
                        Message.of("doctor.key.refused", answer.refusal()),
                        Message.of("doctor.key.refused.todo")));
                return findings;
            }
            findings.add(Finding.ok("key", Message.of("doctor.key.ok")));
            var account = patient.calls().codec().decode(Account.Summary.class, answer.body());
            findings.add(switches(account));
            findings.add(fees(account));
            findings.add(lending());
            findings.add(orders());
            readFunds();
        } catch (UnavailableException failed) {
            findings.add(Finding.fail(
                    "key", Message.of("doctor.no-answer", failed.said()), Message.of("doctor.unreadable.todo")));
        } catch (MalformedMessageException odd) {
            findings.add(Finding.fail("account", Message.of("doctor.malformed"), Message.of("doctor.unreadable.todo")));
        }
        return findings;
    }

    private static Finding switches(Account.Summary account) {
        if (Boolean.TRUE.equals(account.liquidating())) {
            return Finding.fail(
                    "switches",
                    Message.of("doctor.switches.liquidating"),
                    Message.of("doctor.switches.liquidating.todo"));
        }
        var on = new ArrayList<String>();
        if (Boolean.TRUE.equals(account.autoLend())) {
            on.add("auto-lend");
        }
        if (Boolean.TRUE.equals(account.autoBorrowSettlements())) {
            on.add("auto-borrow");
        }
        return on.isEmpty()
                ? Finding.ok("switches", Message.of("doctor.switches.ok"))
                : Finding.warn(
                        "switches",
                        Message.of("doctor.switches.on", String.join(", ", on)),
                        Message.of("doctor.switches.on.todo"));
    }

    /** Half of the spread is what a fill is better than the mid. */
    private Finding fees(Account.Summary account) {
        var maker = decimal(account.spotMakerFee());
        var taker = decimal(account.spotTakerFee());
        if (maker == null || taker == null) {
            return Finding.fail("fees", Message.of("doctor.malformed"), Message.of("doctor.unreadable.todo"));
        }
        var half = patient.parameters()
                .spread()
                .multiply(BASIS_POINTS_OF_HALF_A_PERCENT)
                .stripTrailingZeros();
        var found = Message.of("doctor.fees.found", maker.toPlainString(), taker.toPlainString(), half.toPlainString());
        return half.compareTo(maker) > 0
                ? Finding.ok("fees", found)
                : Finding.warn("fees", found, Message.of("doctor.fees.todo"));
    }

    private Finding lending() throws UnavailableException, MalformedMessageException {
        var answer =
                patient.calls().read("/api/v1/borrowLend/positions", Instruction.BORROW_LEND_POSITION_QUERY, List.of());
        patient.raw().keep("lending", answer);
        if (!answer.isGood()) {
            return VenueChecks.unreadable("lending", answer);
        }
        var told = new ArrayList<String>();
        var borrows = false;
        for (var row : patient.calls().codec().decodeList(Account.LendPosition.class, answer.body())) {
            var net = decimal(row.netQuantity());
            if (net != null && net.signum() != 0) {
                told.add(net.stripTrailingZeros().toPlainString() + " " + row.symbol());
                borrows |= net.signum() < 0;
                if (net.signum() > 0 && patient.parameters().redeems()) {
                    available.merge(String.valueOf(row.symbol()), net, BigDecimal::add);
                }
            }
        }
        if (told.isEmpty()) {
            return Finding.ok("lending", Message.of("doctor.lending.ok"));
        }
        var found = Message.of("doctor.lending.found", String.join(", ", told));
        return Finding.warn(
                "lending", found, Message.of(borrows ? "doctor.lending.borrowed.todo" : "doctor.lending.lent.todo"));
    }

    private Finding orders() throws UnavailableException, MalformedMessageException {
        var answer = patient.calls().read("/api/v1/orders", Instruction.ORDER_QUERY_ALL, List.of());
        patient.raw().keep("orders", answer);
        if (!answer.isGood()) {
            return VenueChecks.unreadable("orders", answer);
        }
        var resting = patient.calls().codec().decodeList(Orders.Order.class, answer.body());
        return resting.isEmpty()
                ? Finding.ok("orders", Message.of("doctor.orders.ok"))
                : Finding.warn(
                        "orders",
                        Message.count("doctor.orders.found", resting.size()),
                        Message.of("doctor.orders.todo"));
    }

    private void readFunds() throws UnavailableException, MalformedMessageException {
        var answer = patient.calls().read("/api/v1/capital", Instruction.BALANCE_QUERY, List.of());
        patient.raw().keep("balances", answer);
        if (answer.isGood()) {
            patient.calls()
                    .codec()
                    .decodeMap(Account.Balance.class, answer.body())
                    .forEach((asset, balance) -> {
                        var free = decimal(balance.available());
                        if (free != null) {
                            available.merge(asset, free, BigDecimal::add);
                        }
                    });
        }
    }

    static @Nullable BigDecimal decimal(@Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
