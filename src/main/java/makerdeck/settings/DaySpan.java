package makerdeck.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/**
 * Days by the UTC calendar, as they are typed behind {@code --from} and {@code --to}.
 *
 * @param to the last one
 */
record DaySpan(LocalDate from, LocalDate to) {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** An empty text: no end on that side. Throws {@link MistakeException} for what is no day, or the wrong way round. */
    static DaySpan of(String from, String to) {
        var first = from.isEmpty() ? FIRST : day("--from", from);
        var last = to.isEmpty() ? LAST : day("--to", to);
        if (last.isBefore(first)) {
            throw new MistakeException(Message.of("settings.days.turned", first, last));
        }
        return new DaySpan(first, last);
    }

    private static LocalDate day(String flag, String typed) {
        try {
            var day = LocalDate.parse(typed);
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                throw new MistakeException(Message.of("settings.days.day", flag, typed));
            }
            return day;
        } catch (DateTimeParseException none) {
            throw new MistakeException(Message.of("settings.days.day", flag, typed));
        }
    }
}
