package makerdeck.backpack.client.base;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which market of which Backpack, and the limits of a request. Plain {@code http} and {@code ws} are
 * for the loopback address alone: anything else throws {@link IllegalArgumentException}.
 *
 * @param symbol as the venue spells it, {@code SOL_USDC}
 * @param window how long a signed request stays valid
 * @param orderWindow the same for new orders: one that is late must not arrive at all
 * @param requestsPerMinute what the venue allows one account
 */
public record BackpackSettings(
        String symbol, URI restUrl, URI webSocketUrl, Duration window, Duration orderWindow, int requestsPerMinute) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public BackpackSettings {
        requireScheme("REST URL", restUrl, "https", "http");
        requireScheme("WebSocket URL", webSocketUrl, "wss", "ws");
    }

    /** The windows and the request limit that suit the real venue. */
    public BackpackSettings(String symbol, URI restUrl, URI webSocketUrl) {
        this(symbol, restUrl, webSocketUrl, Duration.ofSeconds(5), Duration.ofSeconds(2), 2000);
    }

    private static void requireScheme(String name, URI url, String safe, String plain) {
        var scheme = url.getScheme();
        if (url.getHost() == null || !(safe.equals(scheme) || plain.equals(scheme) && isLoopback(url.getHost()))) {
            throw new IllegalArgumentException(
                    name + " must begin with " + safe + ":// (" + plain + ":// for this machine alone), was " + url);
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACK.contains(host);
    }
}
