package makerdeck.backpack.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client says on the socket.
 *
 * @param method SUBSCRIBE or UNSUBSCRIBE
 * @param params stream names
 * @param signature public key, signature, timestamp and window, all text; needed for the account's
 *     own streams
 */
public record ClientFrame(
        @Nullable String method,
        @Nullable List<String> params,
        @Nullable List<String> signature) {}
