package makerdeck.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import makerdeck.notify.model.Note;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * Makes notes of events. An alert whose cause lasts is told once, and again only after a while; its end is told to whom
 * the alert was told. One thread.
 */
final class NoteMaker {

    /** More causes than a desk can have at a time. */
    private static final int MOST = 1000;

    private final Desk desk;
    private final Speech speech;
    private final Duration repeat;
    private final Map<String, Told> lasting = new LinkedHashMap<>();

    /** Whose notes they are, as the screen has it. */
    record Desk(String symbol, String venue, String mode) {}

    private record Told(Severity level, Instant at, String text) {}

    NoteMaker(Desk desk, Speech speech, Duration repeat) {
        this.desk = desk;
        this.speech = speech;
        this.repeat = repeat;
    }

    /** Whether an event may be worth a note: the others need not be handed over. Any thread. */
    static boolean concerns(DeskEvent event) {
        return event.news() instanceof DeskNews.Alerted
                || event.news() instanceof DeskNews.Recovered
                || event.news() instanceof DeskNews.StateChanged changed && isFinal(changed.state());
    }

    private static boolean isFinal(DeskState state) {
        return state == DeskState.HALTED || state == DeskState.FINISHED || state == DeskState.STOPPED;
    }

    /** Empty when nobody is to be told. */
    Optional<Note> of(DeskEvent event) {
        if (event.news() instanceof DeskNews.Alerted alerted) {
            return alert(event, alerted);
        }
        if (event.news() instanceof DeskNews.Recovered recovered) {
            return recovered(event, recovered);
        }
        if (event.news() instanceof DeskNews.StateChanged changed && isFinal(changed.state())) {
            // What halts a desk by itself is an alert of its own.
            var level = changed.state() == DeskState.HALTED ? Severity.INFO : Severity.WARN;
            return Optional.of(note(Note.Kind.STATE, "state", level, event.at(), speech.say(event.text())));
        }
        return Optional.empty();
    }

    private Optional<Note> alert(DeskEvent event, DeskNews.Alerted alerted) {
        var text = speech.say(alerted.said());
        var before = lasting.get(alerted.id());
        if (before != null && Duration.between(before.at(), event.at()).compareTo(repeat) < 0) {
            return Optional.empty();
        }
        lasting.remove(alerted.id());
        lasting.put(alerted.id(), new Told(event.severity(), event.at(), text));
        if (lasting.size() > MOST) {
            lasting.remove(lasting.keySet().iterator().next());
        }
        return Optional.of(note(Note.Kind.ALERT, alerted.id(), event.severity(), event.at(), text));
    }

    /** Nobody hears of the end of what he was not told. */
    private Optional<Note> recovered(DeskEvent event, DeskNews.Recovered recovered) {
        @Nullable Note gravest = null;
        for (var id : recovered.ids()) {
            var told = lasting.remove(id);
            if (told != null && (gravest == null || told.level().compareTo(gravest.level()) > 0)) {
                gravest = note(
                        Note.Kind.RECOVERED,
                        id,
                        told.level(),
                        event.at(),
                        speech.say("notify.recovered", event.text(), told.text()));
            }
        }
        return Optional.ofNullable(gravest);
    }

    /** A note that somebody asked for. */
    Note test(Instant at) {
        return note(Note.Kind.TEST, "test", Severity.INFO, at, speech.say("notify.test.text"));
    }

    Note note(Note.Kind kind, String id, Severity level, Instant at, String text) {
        var what = kind == Note.Kind.ALERT
                ? "notify.level." + level.name().toLowerCase(java.util.Locale.ROOT)
                : "notify.kind." + kind.word();
        var title = speech.say("notify.title", desk.symbol(), desk.mode(), speech.say(what));
        return new Note(0, kind, id, level, at, desk.symbol(), desk.venue(), desk.mode(), title, text, 1);
    }
}
