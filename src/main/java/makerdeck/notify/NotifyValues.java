package makerdeck.notify;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.notify.model.QuietHours;
import makerdeck.notify.model.Rate;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.parameters.Lengths;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The values of {@code notify.properties}, each read as what it is. Throws {@link MistakeException} without a secret. */
record NotifyValues(Path file, Map<String, String> values) {

    private static final Pattern RATE = Pattern.compile("(\\d{1,4}) */ *(.+)");

    String needed(String key) {
        var value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw new MistakeException(Message.of("notify.file.needed", file, key));
        }
        return value;
    }

    /** What is sent in the clear could be read by anybody on the way: only to this machine or its own network. */
    HttpUrl url(String key, String value) {
        var url = HttpUrl.parse(value);
        if (url == null || !url.isHttps() && !isNear(url.host())) {
            throw new MistakeException(Message.of("notify.file.url", file, key));
        }
        return url;
    }

    private static boolean isNear(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.matches("(127|10)\\.\\d+\\.\\d+\\.\\d+")
                || host.matches("192\\.168\\.\\d+\\.\\d+")
                || host.matches("172\\.(1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+");
    }

    Severity level(String sink) {
        var key = sink + ".level";
        var value = values.getOrDefault(key, "warn");
        for (var level : Severity.values()) {
            if (level.name().equals(value.toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        throw new MistakeException(Message.of("notify.file.level", file, key, value));
    }

    Rate rate(String sink) {
        var key = sink + ".rate";
        var value = values.getOrDefault(key, "30/1h");
        var match = RATE.matcher(value);
        var seconds = match.matches() ? Lengths.seconds(match.group(2)).orElse(0L) : 0L;
        if (seconds <= 0 || match.group(1).matches("0+")) {
            throw new MistakeException(Message.of("notify.file.rate", file, key, value));
        }
        return new Rate(Integer.parseInt(match.group(1)), Duration.ofSeconds(seconds));
    }

    @Nullable
    QuietHours quiet(String sink, ZoneId zone) {
        var key = sink + ".quiet";
        var value = values.get(key);
        if (value == null) {
            return null;
        }
        var ends = value.split(" *- *", -1);
        try {
            if (ends.length == 2 && !ends[0].equals(ends[1])) {
                return new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]), zone);
            }
        } catch (DateTimeException noTime) {
            throw new MistakeException(Message.of("notify.file.quiet", file, key, value), noTime);
        }
        throw new MistakeException(Message.of("notify.file.quiet", file, key, value));
    }

    Duration length(String key, Duration otherwise) {
        var value = values.get(key);
        return value == null
                ? otherwise
                : Lengths.seconds(value)
                        .filter(seconds -> seconds > 0)
                        .map(Duration::ofSeconds)
                        .orElseThrow(() -> new MistakeException(Message.of("notify.file.length", file, key, value)));
    }

    ZoneId zone(ZoneId here) {
        var value = values.get("zone");
        try {
            return value == null ? here : ZoneId.of(value);
        } catch (DateTimeException unknown) {
            throw new MistakeException(Message.of("notify.file.zone", file, value), unknown);
        }
    }

    @Override
    public String toString() {
        return "NotifyValues[***]";
    }
}
