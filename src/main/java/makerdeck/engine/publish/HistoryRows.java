package makerdeck.engine.publish;

import java.util.List;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.log.EventLog;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.FillRow;

/** What has happened lately, as the screen shows it; copied only when there is more. Engine thread only. */
public final class HistoryRows {

    private final EventLog diary;
    private final FillBooking bookings;
    private long diarySeen = -1;
    private long fillsSeen = -1;
    private List<DeskEvent> log = List.of();
    private List<Alert> alerts = List.of();
    private List<FillRow> fills = List.of();

    public HistoryRows(EventLog diary, FillBooking bookings) {
        this.diary = diary;
        this.bookings = bookings;
    }

    void refresh() {
        if (diarySeen != diary.changes()) {
            diarySeen = diary.changes();
            log = diary.log();
            alerts = diary.alerts();
        }
        if (fillsSeen != bookings.table().changes()) {
            fillsSeen = bookings.table().changes();
            fills = bookings.table().rows();
        }
    }

    List<DeskEvent> log() {
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
