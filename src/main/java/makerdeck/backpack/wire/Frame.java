package makerdeck.backpack.wire;

import org.jspecify.annotations.Nullable;

/**
 * One frame from the venue's socket.
 *
 * @param stream the name as subscribed, such as {@code depth.SOL_USDC}; null for an error
 * @param data null for an error and for a stream this room does not know
 * @param error what the venue did not like, without saying which request it was
 */
public record Frame(
        @Nullable String stream,
        @Nullable StreamData data,
        @Nullable Problem error) {

    /** What is wrong with a client's frame; the socket stays open. */
    public record Problem(@Nullable Integer code, @Nullable String message) {}

    /** An error frame as it stands on the wire. */
    public record Error(@Nullable String id, @Nullable Problem error) {}
}
