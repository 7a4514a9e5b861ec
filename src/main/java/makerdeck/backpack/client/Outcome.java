package makerdeck.backpack.client;

/** Hears how a call ended, on the client thread: exactly one of these, once. */
interface Outcome<T> {

    void done(T answer);

    /** A definitive no, or never sent at all: nothing has happened at the venue. */
    void refused(Rejection why);

    /** Sent, but no usable answer: it may or may not have happened. */
    void unknown(Rejection why);
}
