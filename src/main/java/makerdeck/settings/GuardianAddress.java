package makerdeck.settings;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * Where a guardian listens: {@code HOST:PORT}, or the file of a socket.
 *
 * @param text as typed
 * @param at a host name is not looked up yet
 */
public record GuardianAddress(String text, SocketAddress at) {

    private static final int HIGHEST_PORT = 65_535;

    /** What the system allows a socket's name to be. */
    private static final int LONGEST_FILE = 100;

    /** Throws {@link MistakeException} naming the flag. */
    static GuardianAddress of(String flag, String typed) {
        if (typed.startsWith("/")) {
            if (typed.length() > LONGEST_FILE) {
                throw new MistakeException(
                        Message.of("settings.guardian.long-file", flag, typed.length(), LONGEST_FILE));
            }
            return new GuardianAddress(typed, UnixDomainSocketAddress.of(Path.of(typed)));
        }
        int colon = typed.lastIndexOf(':');
        var host = colon < 0 ? "" : typed.substring(0, colon);
        var port = port(typed.substring(colon + 1));
        if (host.isBlank() || port == 0) {
            throw new MistakeException(Message.of("settings.guardian.address", flag, typed));
        }
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return new GuardianAddress(typed, InetSocketAddress.createUnresolved(bare, port));
    }

    /** Throws {@link MistakeException} for a port that anybody could speak to. */
    static void requireKey(String flag, GuardianAddress address, @Nullable Path key) {
        if (key == null && address.at() instanceof InetSocketAddress) {
            throw new MistakeException(Message.of("settings.guardian.needs-key", flag, address.text()));
        }
    }

    private static int port(String digits) {
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            return 0;
        }
        int port = Integer.parseInt(digits);
        return port > HIGHEST_PORT ? 0 : port;
    }
}
