package makerdeck.backpack.server.base;

import makerdeck.message.Message;

/**
 * Hears what the served venue does, for measuring and for telling the operator. The calls come on
 * the venue's threads: an implementation must be safe for that and must not block.
 */
public interface ServerListener {

    /** Hears nothing. */
    ServerListener NONE = new ServerListener() {};

    /** A realtime depth frame, which at least one socket wants, goes to its sockets now. */
    default void depthSent(long updateId) {}

    /** A batch of orders has arrived completely and is looked at from now on. */
    default void batchArrived() {}

    /** The recorded feed misses something. */
    default void feedGap(Message what) {}

    /** The recorded feed is over; nothing moves any more. */
    default void feedEnded(Message why) {}
}
