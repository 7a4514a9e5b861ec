package makerdeck.backpack.client.stream;

import makerdeck.backpack.client.base.EventSink;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.tinylog.Logger;

/** Whether a stream delivers; tells the desk when that changes. Client thread only. */
public final class StreamState {

    private final Stream stream;
    private final EventSink reporter;

    private boolean up;
    private boolean toldDown;
    private String told = "";
    private long reconnects;

    StreamState(Stream stream, EventSink reporter) {
        this.stream = stream;
        this.reporter = reporter;
    }

    public boolean isUp() {
        return up;
    }

    /** How often the stream came back after it had been up. */
    public long reconnects() {
        return reconnects;
    }

    void up() {
        if (!up) {
            reconnects += toldDown ? 1 : 0;
            up = true;
            Logger.info("{} stream up", stream);
            reporter.tell(new VenueEvent.StreamUp(reporter.now(), stream));
        }
    }

    /** It delivers on another connection: told again, since something may have been missed in between. */
    void moved() {
        if (up) {
            Logger.info("{} stream moved to another connection", stream);
            reporter.tell(new VenueEvent.StreamUp(reporter.now(), stream));
        } else {
            up();
        }
    }

    /** The reason of an outage is told, and again when reconnecting fails for another one. */
    void down(String reason) {
        if (up || !reason.equals(told)) {
            told = reason;
            Logger.warn("{} stream down: {}", stream, reason);
            reporter.tell(new VenueEvent.StreamDown(reporter.now(), stream, reason));
        }
        up = false;
        toldDown = true;
    }
}
