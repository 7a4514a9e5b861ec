package makerdeck.journey;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** How quick this machine is just now, to tell dear code from a slow or busy machine: time alone says nothing. */
final class Effort {

    private static final int FIGURES = 1000;
    private static final int TRIES = 101;

    private Effort() {}

    /** Time of a core, in milliseconds, that it takes here to work out and write a thousand figures; the median. */
    static double unitMillis() {
        var threads = ManagementFactory.getThreadMXBean();
        var millis = new double[TRIES];
        int letters = 0;
        for (int i = 0; i < TRIES; i++) {
            long started = threads.getCurrentThreadCpuTime();
            for (int figure = 1; figure <= FIGURES; figure++) {
                letters += BigDecimal.valueOf(14_990 + figure)
                        .divide(BigDecimal.valueOf(figure), 8, RoundingMode.HALF_EVEN)
                        .toPlainString()
                        .length();
            }
            millis[i] = (threads.getCurrentThreadCpuTime() - started) / 1e6;
        }
        if (letters == 0) {
            throw new IllegalStateException("nothing was written");
        }
        Arrays.sort(millis);
        return millis[TRIES / 2];
    }
}
