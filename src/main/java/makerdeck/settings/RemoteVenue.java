package makerdeck.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * A venue reached by address.
 *
 * @param local both addresses are on this machine: nobody's money
 */
public record RemoteVenue(String symbol, URI rest, URI socket, boolean local, ApiKeys keys) {

    /** Backpack itself, or what {@code BACKPACK_API_URL} and {@code BACKPACK_WS_URL} name instead. */
    static RemoteVenue of(String symbol, Map<String, String> environment, @Nullable Path keyFile) {
        var address = PublicAddress.of(environment);
        return new RemoteVenue(symbol, address.rest(), address.socket(), address.local(), keys(environment, keyFile));
    }

    static ApiKeys keys(Map<String, String> environment, @Nullable Path keyFile) {
        if (keyFile == null) {
            return ApiKeys.of(environment);
        }
        if (ApiKeys.areIn(environment)) {
            throw new MistakeException(Message.of("settings.key-file.both"));
        }
        return KeyFile.read(keyFile, environment.getOrDefault("CREDENTIALS_DIRECTORY", ""));
    }
}
