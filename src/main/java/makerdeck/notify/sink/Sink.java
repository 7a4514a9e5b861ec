package makerdeck.notify.sink;

import makerdeck.notify.model.Note;

/** Where notes go. One thread at a time; blocks for as long as an attempt takes, which is bounded. */
public interface Sink {

    /** One attempt. Never throws for what the other side does. */
    Verdict deliver(Note note) throws InterruptedException;
}
