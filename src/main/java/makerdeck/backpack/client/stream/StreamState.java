package makerdeck.backpack.client.stream;

import makerdeck.backpack.client.base.EventSink;
import makerdeck.message.Message;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Whether a stream delivers; tells the desk when that changes. Client thread only. */
public final class StreamState {

    private final Stream stream;
    private final EventSink sink;

    private boolean up;
    private boolean toldDown;
    private @Nullable Message told;
    private long reconnects;

    StreamState(Stream stream, EventSink sink) {
        this.stream = stream;
        this.sink = sink;
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
            sink.tell(new VenueEvent.StreamUp(sink.now(), stream));
        }
    }

    /** It delivers on another connection: told again, since something may have been missed in between. */
    void moved() {
        if (up) {
            Logger.info("{} stream moved to another connection", stream);
            sink.tell(new VenueEvent.StreamUp(sink.now(), stream));
        } else {
            up();
        }
    }

    /** The reason of an outage is told, and again when reconnecting fails for another one. */
    void down(Message reason) {
        if (up || !reason.equals(told)) {
            told = reason;
            Logger.warn("{} stream down: {}", stream, reason);
            sink.tell(new VenueEvent.StreamDown(sink.now(), stream, reason));
        }
        up = false;
        toldDown = true;
    }
}
