package makerdeck.backpack.client.http;

/** Hears how a call ended, on the client thread: exactly one of these, once. */
public interface CallOutcome<T> {

    void done(T answer);

    /** A definitive no, or never sent at all: nothing has happened at the venue. */
    void refused(ApiRejection why);

    /** Sent, but no usable answer: it may or may not have happened. */
    void unknown(ApiRejection why);
}
