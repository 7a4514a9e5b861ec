package makerdeck.guardian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.backpack.client.calls.RestingOrder;
import makerdeck.domain.ClientId;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelSweepTest {

    private static final int TAG = 7;
    private static final RestingOrder OURS = order("1", (long) TAG << 24 | 5);
    private static final RestingOrder OURS_TOO = order("2", (long) TAG << 24 | 6);
    private static final RestingOrder ANOTHER_DESKS = order("3", (long) (TAG + 1) << 24 | 5);
    private static final RestingOrder BY_HAND = new RestingOrder("4", null);

    @TempDir
    private Path folder;

    private final FakeAccount account = new FakeAccount();
    private final AtomicLong now = new AtomicLong();

    private static RestingOrder order(String id, long clientId) {
        return new RestingOrder(id, new ClientId(clientId));
    }

    private GuardianOrders guardianOrders() {
        return new GuardianOrders(
                "SOL_USDC",
                URI.create("http://127.0.0.1:1"),
                URI.create("ws://127.0.0.1:1"),
                "",
                TAG,
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                folder,
                new Lease(folder.resolve("term"), "this"));
    }

    private CancelSweep sweep() {
        return new CancelSweep(account, guardianOrders(), Duration.ofMillis(3500), now::get);
    }

    /** Rounds and pauses until it is over; its result and how long it took. */
    private CancelSweep.Result run(CancelSweep sweep) throws InterruptedException {
        var result = sweep.round();
        while (result.isEmpty()) {
            now.addAndGet(sweep.pause().toNanos());
            result = sweep.round();
        }
        return result.get();
    }

    private Duration elapsed() {
        return Duration.ofNanos(now.get());
    }

    @Test
    void cancelsWhatItsDeskPlacedAndNothingElse() throws InterruptedException {
        account.resting.addAll(List.of(OURS, ANOTHER_DESKS, BY_HAND, OURS_TOO));

        assertEquals(CancelSweep.Result.NONE_LEFT, run(sweep()));

        assertEquals(List.of(OURS, OURS_TOO), account.cancelled);
        assertEquals(List.of(ANOTHER_DESKS, BY_HAND), account.resting);
    }

    @Test
    @FaultRow("56")
    void cancelsARowWhoseOwnerCannotBeTold() throws InterruptedException {
        var odd = new RestingOrder("9", null, true);
        account.resting.addAll(List.of(odd, ANOTHER_DESKS, BY_HAND));

        assertEquals(CancelSweep.Result.NONE_LEFT, run(sweep()));

        assertEquals(List.of(odd), account.cancelled);
        assertEquals(List.of(ANOTHER_DESKS, BY_HAND), account.resting);
    }

    @Test
    @FaultRow("56")
    void givesUpOnARowThatCannotBeNamedAndNeverCallsItGone() throws InterruptedException {
        account.resting.addAll(List.of(new RestingOrder(null, null, true), OURS));

        assertEquals(CancelSweep.Result.GAVE_UP, run(sweep()));

        assertTrue(account.cancelled.contains(OURS));
        assertTrue(elapsed().compareTo(Duration.ofMinutes(2)) < 0, () -> "took " + elapsed());
    }

    @Test
    void cancelsInTheFirstRoundAndIsOverWithinFiveSeconds() throws InterruptedException {
        account.resting.add(OURS);
        var sweep = sweep();

        assertEquals(Optional.empty(), sweep.round());

        assertEquals(List.of(OURS), account.cancelled);
        run(sweep);
        assertTrue(elapsed().compareTo(Duration.ofSeconds(5)) < 0, () -> "took " + elapsed());
    }

    @Test
    @FaultRow("35")
    void cancelsAnOrderThatComesToRestAfterTheDeskHasDied() throws InterruptedException {
        var sweep = sweep();
        for (var i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), sweep.round());
            now.addAndGet(sweep.pause().toNanos());
        }

        account.resting.add(OURS);

        assertEquals(CancelSweep.Result.NONE_LEFT, run(sweep));
        assertEquals(List.of(OURS), account.cancelled);
    }

    @Test
    void believesAnEmptyVenueOnlyOnTheSecondLookTwoSecondsLater() throws InterruptedException {
        account.resting.add(OURS);
        now.set(Duration.ofHours(1).toNanos());
        var sweep = sweep();
        sweep.round();
        now.addAndGet(Duration.ofSeconds(20).toNanos());

        assertEquals(Optional.empty(), sweep.round());
        now.addAndGet(Duration.ofMillis(1900).toNanos());
        assertEquals(Optional.empty(), sweep.round());
        now.addAndGet(Duration.ofMillis(200).toNanos());
        assertEquals(Optional.of(CancelSweep.Result.NONE_LEFT), sweep.round());
    }

    @Test
    void triesUntilTheVenueIsBack() throws InterruptedException {
        account.resting.add(OURS);
        account.failures = 6;

        assertEquals(CancelSweep.Result.NONE_LEFT, run(sweep()));

        assertEquals(List.of(OURS), account.cancelled);
    }

    @Test
    void givesUpAVenueThatIsGoneForGood() throws InterruptedException {
        account.failures = Integer.MAX_VALUE;

        assertEquals(CancelSweep.Result.GAVE_UP, run(sweep()));

        assertTrue(elapsed().compareTo(Duration.ofMinutes(1)) >= 0, () -> "after " + elapsed());
        assertTrue(elapsed().compareTo(Duration.ofMinutes(2)) < 0, () -> "after " + elapsed());
    }

    @Test
    void givesUpAfterTenSecondsWhenNobodyServesTheAddressAnyMore() throws InterruptedException {
        account.failures = Integer.MAX_VALUE;
        account.deserted = true;

        assertEquals(CancelSweep.Result.GAVE_UP, run(sweep()));

        assertTrue(elapsed().compareTo(Duration.ofSeconds(10)) >= 0, () -> "after " + elapsed());
        assertTrue(elapsed().compareTo(Duration.ofSeconds(12)) < 0, () -> "after " + elapsed());
    }

    @Test
    void goesOnWhenTheAddressIsServedAgain() throws InterruptedException {
        account.resting.add(OURS);
        account.failures = 8;
        account.deserted = true;

        assertEquals(CancelSweep.Result.NONE_LEFT, run(sweep()));

        assertEquals(List.of(OURS), account.cancelled);
    }

    @Test
    void leavesTheOrdersToTheNextLifeOfTheDesk() throws IOException, InterruptedException {
        account.resting.add(OURS);
        new Lease(folder.resolve("term"), "next").begin();

        assertEquals(CancelSweep.Result.SUCCEEDED, run(sweep()));

        assertEquals(List.of(), account.cancelled);
    }

    @Test
    void itsOwnLifeIsNoOtherOne() throws IOException, InterruptedException {
        account.resting.add(OURS);
        guardianOrders().lease().begin();

        assertEquals(CancelSweep.Result.NONE_LEFT, run(sweep()));
    }

    /** Cancels at once, and fails as often as told before it answers. */
    @Test
    @FaultRow("61")
    void goesOnWhenARoundBreaksForNobodyElseIsLeftToTry() throws InterruptedException {
        account.resting.add(OURS);
        account.broken = 3;

        assertEquals(CancelSweep.Result.NONE_LEFT, run(sweep()));

        assertEquals(List.of(OURS), account.cancelled);
    }

    private static final class FakeAccount implements GuardedAccount {

        private final List<RestingOrder> resting = new ArrayList<>();
        private final List<RestingOrder> cancelled = new ArrayList<>();
        private int failures;
        private int broken;
        private boolean deserted;

        @Override
        public List<RestingOrder> read() throws IOException {
            if (broken > 0) {
                broken--;
                throw new StackOverflowError("deep");
            }
            if (failures > 0) {
                failures--;
                var refused = new IOException("connection refused");
                throw deserted ? new DesertedException(refused) : refused;
            }
            return List.copyOf(resting);
        }

        @Override
        public void cancel(List<RestingOrder> orders) {
            cancelled.addAll(orders);
            resting.removeAll(orders.stream().filter(RestingOrder::hasName).toList());
        }
    }
}
