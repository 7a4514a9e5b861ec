package makerdeck.guardian;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.VenueRefusedException;
import makerdeck.backpack.client.calls.RestingOrder;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Cancels what a desk has left behind until the venue shows none: twice, some seconds apart, and not before an order
 * that was on its way when the desk died is either there or refused as late. One thread.
 */
final class CancelSweep {

    /** How a sweep ends. */
    enum Result {
        NONE_LEFT,
        /** A newer life of the desk looks after the orders. */
        SUCCEEDED,
        GAVE_UP
    }

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final Duration APART = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** How long a venue of this machine may be gone before its orders are, too. */
    private static final Duration DESERTED = Duration.ofSeconds(10);

    /** Answers of no in a row: keys that are wrong stay wrong. */
    private static final int MOST_REFUSALS = 10;

    private final GuardedAccount account;
    private final GuardianOrders guardianOrders;
    private final Duration underway;
    private final LongSupplier nanos;
    private final long startedAt;

    private long reachedAt;
    private int failures;
    private int refusals;
    private @Nullable Long noneSince;
    private @Nullable Long desertedSince;
    private Duration wait = Duration.ZERO;

    /** @param underway how long after its sending an order may still come to rest */
    CancelSweep(GuardedAccount account, GuardianOrders guardianOrders, Duration underway, LongSupplier nanos) {
        this.account = account;
        this.guardianOrders = guardianOrders;
        this.underway = underway;
        this.nanos = nanos;
        startedAt = nanos.getAsLong();
        reachedAt = startedAt;
    }

    /** Looks and cancels once; empty when another round is wanted after {@link #pause}. */
    Optional<Result> round() throws InterruptedException {
        if (guardianOrders.lease().isOver()) {
            return Optional.of(Result.SUCCEEDED);
        }
        try {
            var left = ours(account.read());
            reachedAt = nanos.getAsLong();
            desertedSince = null;
            failures = 0;
            refusals = 0;
            return left.isEmpty() ? none() : cancel(left);
        } catch (DesertedException deserted) {
            return deserted(deserted);
        } catch (VenueRefusedException refused) {
            desertedSince = null;
            refusals++;
            return refusals >= MOST_REFUSALS ? gaveUp("the venue refuses", refused.said()) : again(refused.said());
        } catch (IOException unreachable) {
            return unreachable(Message.about(unreachable));
        } catch (RuntimeException | Error broken) {
            // A defect of ours, and yet nobody else is left to try.
            Logger.error(broken, "a round of the sweep broke");
            return unreachable(Message.plain(broken.toString()));
        }
    }

    private Optional<Result> unreachable(Message why) {
        desertedSince = null;
        return since(reachedAt).compareTo(guardianOrders.patience()) >= 0
                ? gaveUp("the venue cannot be reached", why)
                : again(why);
    }

    /** How long to wait before the next round. */
    Duration pause() {
        return wait;
    }

    private List<RestingOrder> ours(List<RestingOrder> all) {
        return all.stream()
                .filter(order -> {
                    var id = order.clientId();
                    // What may be ours goes too: it rests, and nobody else would know of it.
                    return order.isAnybodys() || id != null && id.instanceTag() == guardianOrders.tag();
                })
                .toList();
    }

    private Optional<Result> none() {
        if (noneSince == null) {
            Logger.info(
                    "the venue shows no order of the desk after {} ms",
                    since(startedAt).toMillis());
            noneSince = nanos.getAsLong();
        }
        wait = CHECK;
        return since(noneSince).compareTo(APART) >= 0 && since(startedAt).compareTo(underway) >= 0
                ? Optional.of(Result.NONE_LEFT)
                : Optional.empty();
    }

    private Optional<Result> cancel(List<RestingOrder> left) throws InterruptedException {
        Logger.warn(
                "cancelling {} orders: {}",
                left.size(),
                left.stream().map(RestingOrder::id).toList());
        noneSince = null;
        wait = SOON;
        if (left.stream().noneMatch(RestingOrder::hasName)) {
            wait = CHECK;
            return since(startedAt).compareTo(guardianOrders.patience()) >= 0
                    ? gaveUp("the venue lists an order", Message.plain("its name cannot be read"))
                    : Optional.empty();
        }
        account.cancel(left);
        return Optional.empty();
    }

    private Optional<Result> again(Message why) {
        return again(why, LONGEST_WAIT);
    }

    private Optional<Result> again(Message why, Duration longest) {
        noneSince = null;
        wait = SOON.multipliedBy(1L << Math.min(failures, 10));
        wait = wait.compareTo(longest) > 0 ? longest : wait;
        failures++;
        Logger.warn("trying again in {} ms: {}", wait.toMillis(), why);
        return Optional.empty();
    }

    /** It may be started again at once, but not with the orders of before. */
    private Optional<Result> deserted(IOException why) {
        if (desertedSince == null) {
            desertedSince = nanos.getAsLong();
        }
        if (since(desertedSince).compareTo(DESERTED) >= 0) {
            return gaveUp("nobody serves the venue's address any more", Message.about(why));
        }
        return again(Message.about(why), CHECK);
    }

    private Optional<Result> gaveUp(String what, Message why) {
        Logger.error(
                "giving up; orders of {} with client ids of tag {} may still rest: {}: {}",
                guardianOrders.symbol(),
                guardianOrders.tag(),
                what,
                why);
        return Optional.of(Result.GAVE_UP);
    }

    private Duration since(long then) {
        return Duration.ofNanos(nanos.getAsLong() - then);
    }
}
