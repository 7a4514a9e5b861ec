package makerdeck.backpack.client.http;

import java.util.function.LongSupplier;

/**
 * Keeps us under the venue's limit in every 60 s, with a part that only cancels and a part that only
 * reads may use. Never waits: over budget is a no. Client thread only.
 */
public final class RequestBudget {

    /** What a request is for. */
    enum Purpose {
        ORDER(0),
        CANCEL(25),
        READ(15);

        private final int reservedPercent;

        Purpose(int reservedPercent) {
            this.reservedPercent = reservedPercent;
        }
    }

    private static final int SHARED_PERCENT = 60;
    private static final int WINDOW_SECONDS = 60;
    private static final int MOST_HALVINGS = 4;
    private static final int BAN_SECONDS = 30;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int fullLimit;
    private final LongSupplier nanos;
    private final SlidingCount[] sent = new SlidingCount[Purpose.values().length];

    private int halvings;
    private long halvedAt;
    private boolean everBanned;
    private long bannedUntil;

    /** @param venueLimit requests a minute; we plan with 95 % of them */
    public RequestBudget(int venueLimit, LongSupplier nanos) {
        this.fullLimit = venueLimit * 95 / 100;
        this.nanos = nanos;
        for (var purpose : Purpose.values()) {
            sent[purpose.ordinal()] = new SlidingCount(WINDOW_SECONDS);
        }
    }

    /** Takes one request from the budget, or says no. */
    boolean take(Purpose purpose) {
        long second = second();
        int shared = 0;
        for (var each : Purpose.values()) {
            int used = sent[each.ordinal()].total(second) + (each == purpose ? 1 : 0);
            int beyondReserve = Math.max(0, used - part(each.reservedPercent));
            if (each == purpose && each.reservedPercent > 0 && beyondReserve == 0) {
                sent[purpose.ordinal()].add(second);
                return true;
            }
            shared += beyondReserve;
        }
        if (shared > part(SHARED_PERCENT)) {
            return false;
        }
        sent[purpose.ordinal()].add(second);
        return true;
    }

    /** The venue said 429: half the budget, which comes back after a minute without another. */
    void throttled() {
        long now = nanos.getAsLong();
        if (halvings() == 0 || now - halvedAt >= NANOS_PER_SECOND) {
            halvings = Math.min(halvings() + 1, MOST_HALVINGS);
            halvedAt = now;
        }
    }

    /** The venue answers nothing for a while: each request would only make it longer. */
    void banned() {
        bannedUntil = nanos.getAsLong() + BAN_SECONDS * NANOS_PER_SECOND;
        everBanned = true;
    }

    /** Whether nothing may be sent at all. */
    boolean isBanned() {
        return everBanned && nanos.getAsLong() - bannedUntil < 0;
    }

    /** Requests allowed in a minute as things are. */
    public int limit() {
        return fullLimit >> halvings();
    }

    public int sentLastMinute() {
        long second = second();
        int total = 0;
        for (var each : sent) {
            total += each.total(second);
        }
        return total;
    }

    private int halvings() {
        long minutes = (nanos.getAsLong() - halvedAt) / NANOS_PER_SECOND / WINDOW_SECONDS;
        return (int) Math.max(0, halvings - minutes);
    }

    private int part(int percent) {
        return limit() * percent / 100;
    }

    private long second() {
        return Math.floorDiv(nanos.getAsLong(), NANOS_PER_SECOND);
    }
}
