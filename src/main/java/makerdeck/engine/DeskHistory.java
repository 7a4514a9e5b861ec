package makerdeck.engine;

import java.util.List;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.Happening;

/** What has happened lately, as the screen shows it; copied only when there is more. Engine thread only. */
final class DeskHistory {

    private final Diary diary;
    private final Bookings bookings;
    private long diarySeen = -1;
    private long fillsSeen = -1;
    private List<Happening> log = List.of();
    private List<Alert> alerts = List.of();
    private List<FillRow> fills = List.of();

    DeskHistory(Diary diary, Bookings bookings) {
        this.diary = diary;
        this.bookings = bookings;
    }

    void refresh() {
        if (diarySeen != diary.changes()) {
            diarySeen = diary.changes();
            log = diary.log();
            alerts = diary.alerts();
        }
        if (fillsSeen != bookings.changes()) {
            fillsSeen = bookings.changes();
            fills = bookings.rows();
        }
    }

    List<Happening> log() {
        return log;
    }

    List<Alert> alerts() {
        return alerts;
    }

    /** Newest first. */
    List<FillRow> fills() {
        return fills;
    }
}
