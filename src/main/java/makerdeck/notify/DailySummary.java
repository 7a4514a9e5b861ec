package makerdeck.notify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import makerdeck.message.Message;
import makerdeck.notify.model.Note;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Severity;
import makerdeck.snapshot.Totals;
import makerdeck.words.Speech;

/** Once a day what happened since the last time, or since the start. One thread. */
final class DailySummary {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final LocalTime time;
    private final ZoneId zone;
    private final NoteMaker maker;
    private final Speech speech;

    private Instant since;
    private Instant due;
    private Totals before = Totals.NONE;

    DailySummary(LocalTime time, ZoneId zone, NoteMaker maker, Speech speech, Instant now) {
        this.time = time;
        this.zone = zone;
        this.maker = maker;
        this.speech = speech;
        since = now;
        due = next(now);
    }

    private Instant next(Instant now) {
        var today = now.atZone(zone).with(time);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1).with(time)).toInstant();
    }

    /** The sum, once its time has come; empty before. */
    Optional<Note> due(DeskSnapshot desk, Instant now) {
        if (now.isBefore(due)) {
            return Optional.empty();
        }
        var text = text(desk);
        before = desk.totals();
        since = now;
        due = next(now);
        return Optional.of(maker.note(Note.Kind.SUMMARY, "summary", Severity.INFO, now, text));
    }

    private String text(DeskSnapshot desk) {
        var now = desk.totals();
        var quote = desk.symbol().substring(desk.symbol().indexOf('_') + 1);
        var earnings = desk.earnings();
        return speech.say(
                "notify.summary.text",
                TIME.format(since.atZone(zone)),
                AmountText.of(now.pnl().subtract(before.pnl())) + " " + quote,
                now.fills() - before.fills(),
                AmountText.of(now.volumeQuote().subtract(before.volumeQuote())) + " " + quote,
                AmountText.of(now.feesQuote().subtract(before.feesQuote())) + " " + quote,
                earnings == null ? Message.of("notify.unknown") : AmountText.of(earnings.equity()) + " " + quote,
                desk.state().name(),
                desk.alerts().size());
    }
}
