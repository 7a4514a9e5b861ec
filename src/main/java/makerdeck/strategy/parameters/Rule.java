package makerdeck.strategy.parameters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.text.Plain;

/** What a parameter may be. Turns what was typed into its one canonical spelling. Immutable. */
public sealed interface Rule {

    /** The canonical spelling; {@link MistakeException} with key, rule and value, and the nearest one of a number. */
    String read(String key, String typed);

    /** The legal values in a few words. */
    Message text();

    /** What was typed, for an error about it. */
    static Message typed(String typed) {
        return typed.isBlank() ? Message.of("strategy.empty") : Plain.told(typed);
    }

    /** A value and what it counts. */
    static Message counted(String value, Optional<Message> unit) {
        return unit.map(each -> Message.of("strategy.counted", value, each)).orElse(Message.plain(value));
    }

    private static MistakeException refusal(String key, Message rule, String typed, String nearest) {
        return new MistakeException(Message.of("strategy.refused.range", key, rule, typed(typed), nearest));
    }

    /** What a number counts. */
    enum Unit {
        NONE,
        PERCENT,
        SECONDS,
        POINTS,
        DEVIATIONS,
        BASIS_POINTS,
        PER_SIDE,
        BASE,
        QUOTE;

        /** As it stands behind a number; empty when nothing does. */
        Optional<Message> text() {
            return this == NONE
                    ? Optional.empty()
                    : Optional.of(Message.of("strategy.unit." + name().toLowerCase(Locale.ROOT)));
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements Rule {

        static final String ON = "on";

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public String read(String key, String typed) {
            var word = typed.strip().toLowerCase(Locale.ROOT);
            if (words.contains(word)) {
                return word;
            }
            throw new MistakeException(
                    Message.of("strategy.refused.word", key, text(), typed(typed), DidYouMean.suggestion(word, words)));
        }

        @Override
        public Message text() {
            return words.stream()
                    .map(Message::plain)
                    .reduce((before, word) -> Message.of("strategy.or", before, word))
                    .orElseThrow();
        }
    }

    /**
     * A decimal in a range, in {@code unit}.
     *
     * @param whole whether only whole numbers are legal
     * @param auto whether the word {@code auto} is legal too
     */
    record Range(Unit unit, BigDecimal low, BigDecimal high, boolean whole, boolean auto) implements Rule {

        static final String AUTO = "auto";

        private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})");

        /** Behind the point. */
        private static final int MOST_DIGITS = 18;

        @Override
        public String read(String key, String typed) {
            var word = typed.strip().toLowerCase(Locale.ROOT);
            if (auto && word.equals(AUTO)) {
                return AUTO;
            }
            var value = number(key, bare(word), typed);
            if (value.compareTo(low) < 0) {
                throw refusal(key, text(), typed, plain(low));
            }
            if (value.compareTo(high) > 0) {
                throw refusal(key, text(), typed, plain(high));
            }
            if (value.stripTrailingZeros().scale() > MOST_DIGITS) {
                var nearest = value.setScale(MOST_DIGITS, RoundingMode.HALF_UP).max(low);
                throw new MistakeException(
                        Message.of("strategy.refused.digits", key, MOST_DIGITS, typed(typed), plain(nearest)));
            }
            if (whole && value.stripTrailingZeros().scale() > 0) {
                throw new MistakeException(
                        Message.of("strategy.refused.whole", key, typed(typed), nearestWhole(value)));
            }
            return plain(value);
        }

        private BigDecimal number(String key, String word, String typed) {
            if (PLAIN.matcher(word).matches()) {
                if (word.startsWith("+")) {
                    // Whoever types it wants more than now, and would get this instead.
                    throw new MistakeException(Message.of("strategy.refused.signed", key, text(), typed(typed)));
                }
                return new BigDecimal(word);
            }
            if (word.matches("[+-]?inf(inity)?")) {
                throw refusal(key, text(), typed, plain(word.startsWith("-") ? low : high));
            }
            throw new MistakeException(Message.of("strategy.refused.plain", key, text(), typed(typed)));
        }

        /** Without its own unit, which may be typed: {@code 0.3%}, {@code 8bp}, {@code 90s}, {@code 10m}. */
        private String bare(String word) {
            return switch (unit) {
                case PERCENT -> without(word, "%");
                case POINTS -> without(word, "pp");
                case BASIS_POINTS -> word.endsWith("bps") ? without(word, "bps") : without(word, "bp");
                case SECONDS -> Lengths.seconds(word).map(String::valueOf).orElse(word);
                case NONE, DEVIATIONS, PER_SIDE, BASE, QUOTE -> word;
            };
        }

        private static String without(String word, String end) {
            return word.endsWith(end) ? word.substring(0, word.length() - end.length()) : word;
        }

        private String nearestWhole(BigDecimal value) {
            return plain(value.setScale(0, RoundingMode.HALF_UP).max(low).min(high));
        }

        @Override
        public Message text() {
            var range = counted(plain(low) + ".." + plain(high), unit.text());
            return auto ? Message.of("strategy.or-auto", range) : range;
        }

        public static String plain(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }
}
