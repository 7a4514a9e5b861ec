package makerdeck.recorder;

import java.io.IOException;
import java.time.Instant;

/** What was heard and when, to be written by the thread that writes. */
record Heard(Instant at, Work work) {

    interface Work {
        void write(Instant at) throws IOException;
    }
}
