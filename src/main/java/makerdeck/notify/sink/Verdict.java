package makerdeck.notify.sink;

import java.time.Duration;
import makerdeck.message.Message;

/** What became of one attempt to deliver a note. */
public sealed interface Verdict {

    /** @param pause how long the other side wants to be left alone now */
    record Delivered(Duration pause) implements Verdict {}

    /**
     * It has to be tried again.
     *
     * @param why no secret is in it
     * @param after how long the other side asks to wait, zero when it does not say
     */
    record Again(Message why, Duration after) implements Verdict {}

    /** This note will never be taken; another may. */
    record Refused(Message why) implements Verdict {}

    static Verdict delivered() {
        return new Delivered(Duration.ZERO);
    }

    static Verdict again(Message why) {
        return new Again(why, Duration.ZERO);
    }
}
