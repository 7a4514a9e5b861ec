package makerdeck.backpack.server.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What was said then, with its times as of now; all else stays as it was, byte for byte. Session thread only. */
final class MovedTimes {

    private static final Pattern OF_FRAMES = Pattern.compile("\"([ET])\":([0-9]{16})(?=[,}])");
    private static final Pattern OF_ANSWERS =
            Pattern.compile("\"(timestamp|createdAt|triggeredAt)\":([0-9]{16}|[0-9]{13})(?=[,}])");
    private static final Pattern NAIVE =
            Pattern.compile("\"([0-9]{4}-[0-9]{2}-[0-9]{2})([T ])([0-9:]{8})(\\.[0-9]{1,9})?\"");
    private static final long MICROS = 1_000_000;

    private final SessionTime time;

    MovedTimes(SessionTime time) {
        this.time = time;
    }

    String frame(String text) {
        return OF_FRAMES.matcher(text).replaceAll(found -> "\"" + found.group(1) + "\":" + moved(found.group(2)));
    }

    String answer(String path, String text) {
        if (path.startsWith("/api/v1/market")) {
            return text;
        }
        if (path.endsWith("/klines")) {
            var minutes = time.wholeMinutes();
            return naive(text, at -> at.plus(minutes));
        }
        var numbers =
                OF_ANSWERS.matcher(text).replaceAll(found -> "\"" + found.group(1) + "\":" + moved(found.group(2)));
        return naive(numbers, time::toNow);
    }

    private static String naive(String text, UnaryOperator<Instant> moving) {
        return NAIVE.matcher(text).replaceAll(found -> {
            var part = found.group(4) == null ? "" : found.group(4);
            try {
                var then = LocalDateTime.parse(found.group(1) + "T" + found.group(3) + part);
                var now = moving.apply(then.toInstant(ZoneOffset.UTC)).atOffset(ZoneOffset.UTC);
                var digits = part.isEmpty() ? "" : "." + "S".repeat(part.length() - 1);
                return "\""
                        + DateTimeFormatter.ofPattern("uuuu-MM-dd'" + found.group(2) + "'HH:mm:ss" + digits)
                                .format(now)
                        + "\"";
            } catch (DateTimeException | ArithmeticException noTime) {
                return found.group();
            }
        });
    }

    private long moved(String number) {
        long then = Long.parseLong(number);
        if (number.length() == 13) {
            return time.toNow(Instant.ofEpochMilli(then)).toEpochMilli();
        }
        var now = time.toNow(Instant.ofEpochSecond(then / MICROS, then % MICROS * 1000));
        return now.getEpochSecond() * MICROS + now.getNano() / 1000;
    }
}
