package makerdeck.engine.publish;

import java.util.List;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.books.UnreadFills;
import makerdeck.engine.log.EventLog;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.FillRow;

/** What has happened lately, as the screen shows it; copied only when there is more. Engine thread only. */
public final class HistoryRows {

    private final EventLog eventLog;
    private final FillBooking booking;
    private final UnreadFills unread;
    private long logSeen = -1;
    private long fillsSeen = -1;
    private List<DeskEvent> log = List.of();
    private List<Alert> alerts = List.of();
    private List<FillRow> fills = List.of();

    public HistoryRows(EventLog eventLog, FillBooking booking, UnreadFills unread) {
        this.eventLog = eventLog;
        this.booking = booking;
        this.unread = unread;
    }

    void refresh() {
        if (logSeen != eventLog.changes()) {
            logSeen = eventLog.changes();
            log = eventLog.log();
            alerts = eventLog.alerts();
        }
        if (fillsSeen != booking.table().changes()) {
            fillsSeen = booking.table().changes();
            fills = booking.table().rows();
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

    /** Rows of the fill history that cannot be read now. */
    int unread() {
        return unread.count();
    }
}
