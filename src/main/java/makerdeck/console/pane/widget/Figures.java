package makerdeck.console.pane.widget;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Numbers, ages and times as the screen spells them: short, and steady enough not to flicker. */
public final class Figures {

    private static final int DAY_SECONDS = 86_400;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal TEN_THOUSANDTH = new BigDecimal("0.0001");
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Figures() {}

    /** Rounded half up to {@code decimals}. */
    public static String plain(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code 1,234,567.9}: thousands apart, rounded half up to {@code decimals}. */
    public static String grouped(BigDecimal value, int decimals) {
        var text = new StringBuilder(plain(value, decimals));
        int end = text.indexOf(".");
        int least = value.signum() < 0 ? 2 : 1;
        for (int at = (end < 0 ? text.length() : end) - 3; at >= least; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** Without trailing zeros, at most {@code decimals}. */
    public static String brief(BigDecimal value, int decimals) {
        var rounded = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    /** With its sign always in front, also for zero. */
    public static String signed(BigDecimal value, int decimals) {
        var text = plain(value, decimals);
        return text.startsWith("-") ? text : "+" + text;
    }

    /** The two digits that count: {@code 0.71}, {@code 4.0}, {@code 64}, {@code 160}, {@code 1.0k}, {@code 23k}. */
    public static String rough(BigDecimal value) {
        return rounded(value, TWO_DIGITS);
    }

    /** Shorter spellings of what is too long, longest first: {@code 5.92k}, {@code 5.9k}; none of what is small. */
    public static String[] shorter(BigDecimal value) {
        return value.abs().compareTo(THOUSAND) < 0
                ? new String[0]
                : new String[] {rounded(value, THREE_DIGITS), rounded(value, TWO_DIGITS)};
    }

    private static String rounded(BigDecimal value, MathContext digits) {
        var rounded = value.abs().round(digits);
        var sign = value.signum() < 0 ? "-" : "";
        if (rounded.compareTo(TEN_THOUSANDTH) < 0) {
            return "0";
        }
        if (rounded.compareTo(BigDecimal.ONE) < 0) {
            return sign + brief(rounded, 4);
        }
        if (rounded.compareTo(THOUSAND) < 0) {
            // One decimal, also of a whole number: figures of a column keep theirs.
            return sign + plain(rounded, rounded.compareTo(BigDecimal.TEN) < 0 ? 1 : 0);
        }
        var unit = "kMGTPE";
        int power = Math.min(unit.length(), (rounded.precision() - rounded.scale() - 1) / 3);
        var shown = rounded.movePointLeft(3 * power);
        int decimals = Math.max(0, digits.getPrecision() - (shown.precision() - shown.scale()));
        return sign + plain(shown, decimals) + unit.charAt(power - 1);
    }

    /** {@code +.15%}: signed, two decimals, no zero in front. */
    public static String percent(BigDecimal value) {
        var text = signed(value, 2);
        var digits = text.substring(1);
        return text.charAt(0) + (digits.startsWith("0.") ? digits.substring(1) : digits) + "%";
    }

    /** How far {@code value} is from {@code mid}, in % of it; zero when there is no mid. */
    public static BigDecimal distance(BigDecimal value, BigDecimal mid) {
        if (mid.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return value.subtract(mid).movePointRight(2).divide(mid, 6, RoundingMode.HALF_UP);
    }

    /** How old, rounded up so that nothing looks younger than it is, and in steps so that it seldom changes. */
    public static String age(Duration age) {
        long millis = Math.max(0, age.toMillis());
        if (millis < 1000) {
            return "<1s";
        }
        long seconds = (millis + 999) / 1000;
        if (seconds < 10) {
            return seconds + "s";
        }
        if (seconds < 60) {
            return (seconds + 4) / 5 * 5 + "s";
        }
        return span(seconds);
    }

    /** How old, in steps of ten seconds: for what is read now and then. */
    public static String roughAge(Duration age) {
        long seconds = (Math.max(0, age.toMillis()) + 999) / 1000;
        if (seconds < 10) {
            return "<10s";
        }
        return seconds < 60 ? (seconds + 9) / 10 * 10 + "s" : span(seconds);
    }

    /** A length of time in its one or two greatest units: {@code 41m}, {@code 3d04h}. */
    public static String span(Duration length) {
        return span(Math.max(0, length.toSeconds()));
    }

    private static String span(long seconds) {
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "m";
        }
        if (seconds < DAY_SECONDS) {
            return seconds / 3600 + "h" + two(seconds / 60 % 60) + "m";
        }
        return seconds / DAY_SECONDS + "d" + two(seconds / 3600 % 24) + "h";
    }

    /** Whether a text has another one in it, upper and lower case alike. */
    public static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** {@code 14:02:09} where the operator is. */
    public static String clock(Instant at, ZoneId zone) {
        var time = at.atZone(zone);
        return two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond());
    }

    /** {@code 14:02:09}, or {@code 11-29 14:02:09} when {@code now} it is another day in that zone. */
    public static String moment(Instant at, Instant now, ZoneId zone) {
        var date = LocalDate.ofInstant(at, zone);
        return date.equals(LocalDate.ofInstant(now, zone))
                ? clock(at, zone)
                : two(date.getMonthValue()) + "-" + two(date.getDayOfMonth()) + " " + clock(at, zone);
    }

    /** {@code 14:02} where the operator is. */
    public static String minute(Instant at, ZoneId zone) {
        var time = at.atZone(zone);
        return two(time.getHour()) + ":" + two(time.getMinute());
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
