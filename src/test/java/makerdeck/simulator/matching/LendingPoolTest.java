package makerdeck.simulator.matching;

import static makerdeck.domain.Side.BID;
import static makerdeck.simulator.Fixture.accepted;
import static makerdeck.simulator.Fixture.decimal;
import static makerdeck.simulator.Fixture.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.OrderKey;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.RejectReason;
import org.junit.jupiter.api.Test;

/** An account of 20 SOL and 7000 USDC that lends what is idle. */
class LendingPoolTest {

    private final Exchange exchange = Fixture.quiet(new ExchangeListener() {});
    private final AccountId account = Fixture.account(exchange, "20", "7000");

    private void pass(Duration length) {
        exchange.advanceTo(exchange.now() + length.toNanos());
    }

    private void lend() {
        exchange.pool().lend(account, true);
        pass(Duration.ofSeconds(1));
    }

    private static OrderRequest bid() {
        return OrderRequest.limit(BID, decimal("100"), decimal("10")).makerOnly();
    }

    private void assertHolds(String asset, String available, String locked, String lent) {
        var balance = exchange.balance(account, asset);
        assertEquals(0, decimal(available).compareTo(balance.available()), "available " + balance);
        assertEquals(0, decimal(locked).compareTo(balance.locked()), "locked " + balance);
        assertEquals(0, decimal(lent).compareTo(balance.lent()), "lent " + balance);
    }

    @Test
    void idleFundsAreLentWithinMoments() {
        lend();

        assertTrue(exchange.pool().lends(account));
        assertHolds("SOL", "0", "0", "20");
        assertHolds("USDC", "0", "0", "7000");
    }

    @Test
    void anOrderTakesBackWhatItNeedsAndItsCancelLendsItAgain() {
        lend();

        var order = accepted(exchange.submit(account, bid().redeeming(true)));
        assertHolds("USDC", "0", "1000", "6000");
        exchange.cancel(account, new OrderKey.ById(order.id()));
        pass(Duration.ofSeconds(1));

        assertHolds("USDC", "0", "0", "7000");
    }

    @Test
    void anOrderThatMayNotTakeBackIsRefused() {
        lend();

        assertEquals(RejectReason.LENT, refused(exchange.submit(account, bid())));
        assertHolds("USDC", "0", "0", "7000");
    }

    @Test
    void aThrottledPoolGivesNothingBackUntilItIsOver() {
        lend();
        exchange.pool().throttle(true);

        assertEquals(RejectReason.POOL_SHORT, refused(exchange.submit(account, bid().redeeming(true))));
        exchange.pool().throttle(false);

        accepted(exchange.submit(account, bid().redeeming(true)));
    }

    @Test
    void whatIsNotThereAtAllIsRefusedForThat() {
        lend();

        assertEquals(
                RejectReason.INSUFFICIENT_FUNDS,
                refused(exchange.submit(
                        account,
                        OrderRequest.limit(BID, decimal("100"), decimal("71")).redeeming(true))));
    }

    @Test
    void interestIsPaidEveryFullHourOnWhatIsLent() {
        lend();
        accepted(exchange.submit(account, bid().redeeming(true)));

        pass(Duration.ofHours(2));

        var ofQuote = exchange.pool().payments(account).stream()
                .filter(payment -> payment.asset().equals("USDC"))
                .toList();
        assertEquals(
                List.of("0.06000060", "0.06000000"),
                ofQuote.stream()
                        .map(payment -> payment.quantity().toPlainString())
                        .toList());
        assertEquals(0, ofQuote.get(0).atNanos() % Duration.ofHours(1).toNanos());
        assertHolds("USDC", "0", "1000", "6000.1200006");
    }

    @Test
    void whatIsLentStaysLentWhenTheSwitchGoesOff() {
        lend();

        exchange.pool().lend(account, false);
        var order = accepted(exchange.submit(account, bid().redeeming(true)));
        exchange.cancel(account, new OrderKey.ById(order.id()));
        pass(Duration.ofSeconds(1));

        assertFalse(exchange.pool().lends(account));
        assertHolds("USDC", "1000", "0", "6000");
    }
}
