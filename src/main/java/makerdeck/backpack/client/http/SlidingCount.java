package makerdeck.backpack.client.http;

/** How many happened in the latest seconds, the running one included. */
final class SlidingCount {

    // One slot more than the window, so that a second is dropped only when all of it is over.
    private final int[] slots;
    private long newest = Long.MIN_VALUE;

    SlidingCount(int seconds) {
        slots = new int[seconds + 1];
    }

    void add(long second) {
        advance(second);
        slots[slot(second)]++;
    }

    int total(long second) {
        advance(second);
        int total = 0;
        for (int each : slots) {
            total += each;
        }
        return total;
    }

    private void advance(long second) {
        long from = Math.max(newest + 1, second - slots.length + 1);
        for (long each = from; each <= second; each++) {
            slots[slot(each)] = 0;
        }
        newest = Math.max(newest, second);
    }

    private int slot(long second) {
        return (int) Math.floorMod(second, (long) slots.length);
    }
}
