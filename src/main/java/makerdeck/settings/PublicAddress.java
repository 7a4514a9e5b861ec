package makerdeck.settings;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.text.Plain;

/**
 * Where a venue is, for whoever only looks on.
 *
 * @param local both addresses are on this machine
 */
public record PublicAddress(URI rest, URI socket, boolean local) {

    private static final String REST = "https://api.backpack.exchange";
    private static final String SOCKET = "wss://ws.backpack.exchange";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Backpack itself, or what {@code BACKPACK_API_URL} and {@code BACKPACK_WS_URL} name instead. */
    static PublicAddress of(Map<String, String> environment) {
        var rest = address(environment, "BACKPACK_API_URL", REST, "https", "http");
        var socket = address(environment, "BACKPACK_WS_URL", SOCKET, "wss", "ws");
        if (isLoopback(rest) != isLoopback(socket)) {
            throw new MistakeException(Message.of("settings.address.two-venues", rest, socket));
        }
        return new PublicAddress(rest, socket, isLoopback(rest));
    }

    private static URI address(
            Map<String, String> environment, String name, String otherwise, String secure, String plain) {
        var text = Plain.of(environment.getOrDefault(name, ""));
        URI address;
        try {
            address = URI.create(text.isEmpty() ? otherwise : text);
        } catch (IllegalArgumentException malformed) {
            throw new MistakeException(Message.of("settings.address.malformed", name, otherwise, text), malformed);
        }
        var scheme = address.getScheme();
        var allowed = secure.equals(scheme) || plain.equals(scheme) && isLoopback(address);
        if (address.getRawUserInfo() != null) {
            throw new MistakeException(Message.of("settings.address.password", name));
        }
        if (address.getHost() == null || !allowed) {
            throw new MistakeException(Message.of("settings.address.scheme", name, secure, plain, text));
        }
        return address;
    }

    private static boolean isLoopback(URI address) {
        return LOOPBACK.contains(String.valueOf(address.getHost()));
    }
}
