package makerdeck.backpack.client.base;

import java.math.BigDecimal;

/**
 * Reads decimals straight into whole parts of a grid, such as ticks. What is no plain decimal, no multiple of the grid
 * or out of range is left to {@link WireFields} and {@link WireDecoder}, which say the same of all others and what is
 * wrong with these. Client thread only.
 */
public final class GridReader {

    /** What is read instead of a number that is left to others. */
    public static final long NONE = -1;

    /** So many fit into a long whatever they are. */
    private static final int MOST_DIGITS = 18;

    private static final long[] TENS = new long[MOST_DIGITS + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i <= MOST_DIGITS; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
    }

    private final int decimals;
    private final long unit;
    private int end;

    /** @param grid positive, such as a tick size */
    public GridReader(BigDecimal grid) {
        var plain = grid.stripTrailingZeros();
        var whole = plain.setScale(Math.max(plain.scale(), 0));
        decimals = whole.scale();
        // A grid that no long can count: nothing is read here.
        unit = decimals <= MOST_DIGITS && whole.precision() <= MOST_DIGITS
                ? whole.unscaledValue().longValueExact()
                : 0;
    }

    /** What stands from there up to the next quote, which there must be, in parts of the grid, or {@link #NONE}. */
    public long read(String text, int from) {
        int at = from;
        long value = 0;
        int digit;
        while ((digit = text.charAt(at) - '0') >= 0 && digit <= 9) {
            value = 10 * value + digit;
            at++;
        }
        int digits = at - from;
        int behind = 0;
        if (text.charAt(at) == '.') {
            at++;
            while ((digit = text.charAt(at) - '0') >= 0 && digit <= 9) {
                value = 10 * value + digit;
                at++;
            }
            behind = at - from - digits - 1;
            digits += behind;
        }
        end = text.charAt(at) == '"' ? at : text.indexOf('"', at);
        return end == at && digits > 0 && digits <= MOST_DIGITS ? parts(value, digits, behind) : NONE;
    }

    /** Where the quote is that ended what was read last. */
    public int end() {
        return end;
    }

    /** @param behind digits behind the point */
    private long parts(long digitsOnly, int digits, int behind) {
        long value = digitsOnly;
        int missing = decimals - behind;
        if (missing > 0) {
            if (digits + missing > MOST_DIGITS) {
                return NONE;
            }
            value *= TENS[missing];
        } else if (missing < 0) {
            long finer = TENS[-missing];
            if (value % finer != 0) {
                return NONE;
            }
            value /= finer;
        }
        return unit == 1 ? inRange(value) : unit > 0 && value % unit == 0 ? inRange(value / unit) : NONE;
    }

    private static long inRange(long value) {
        return value <= WireDecoder.MOST ? value : NONE;
    }
}
