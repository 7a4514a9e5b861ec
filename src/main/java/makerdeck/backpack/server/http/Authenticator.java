package makerdeck.backpack.server.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.signing.SigningString;
import makerdeck.backpack.wire.signing.Verifier;
import makerdeck.simulator.model.AccountId;
import org.jspecify.annotations.Nullable;

/** Tells which account a request is from, or why it is from none. Any thread; never blocks. */
public final class Authenticator {

    static final Duration LONGEST_WINDOW = Duration.ofSeconds(60);
    static final Duration FARTHEST_TIMESTAMP = Duration.ofMinutes(10);
    private static final int SIGNATURE_CHARACTERS = 88;

    /** The text that must have been signed. */
    public interface Signed {
        String text(Instant at, Duration window) throws MalformedMessageException;
    }

    private record Key(Verifier verifier, AccountId account, boolean mayTrade) {}

    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final Clock clock;

    public Authenticator(Clock clock) {
        this.clock = clock;
    }

    public void register(String publicKey, AccountId account, boolean mayTrade) {
        keys.put(publicKey, new Key(new Verifier(publicKey), account, mayTrade));
    }

    /** Refuses a known key that may only read. */
    public void requireTrading(VerifiedCaller caller) throws RefusedCallException {
        var key = caller.key() == null ? null : keys.get(caller.key());
        if (key == null || !key.mayTrade()) {
            throw new RefusedCallException(Answer.error(403, "FORBIDDEN", "The key may only read"));
        }
    }

    public AccountId check(VerifiedCaller caller, Signed signed) throws RefusedCallException {
        var signature = caller.signature();
        if (signature == null || signature.length() != SIGNATURE_CHARACTERS) {
            throw refused("Invalid X-Signature header");
        }
        var at = Instant.ofEpochMilli(number(caller.timestamp(), "X-Timestamp"));
        var window = window(caller.window());
        checkTime(at, window);
        var key = caller.key() == null ? null : keys.get(caller.key());
        if (key == null || !key.verifier().verifies(text(signed, at, window), signature)) {
            throw refused("Invalid signature");
        }
        return key.account();
    }

    private static Duration window(@Nullable String header) throws RefusedCallException {
        if (header == null) {
            return SigningString.DEFAULT_WINDOW;
        }
        long millis = number(header, "X-Window");
        if (millis < 0 || millis > LONGEST_WINDOW.toMillis()) {
            throw refused("Invalid X-Window header");
        }
        return Duration.ofMillis(millis);
    }

    private void checkTime(Instant at, Duration window) throws RefusedCallException {
        var now = clock.instant();
        if (Duration.between(at, now).abs().compareTo(FARTHEST_TIMESTAMP) > 0) {
            throw refused("Invalid timestamp: must be within 10 minutes of current time");
        }
        if (now.isAfter(at.plus(window))) {
            throw refused("Request has expired");
        }
    }

    private static String text(Signed signed, Instant at, Duration window) throws RefusedCallException {
        try {
            return signed.text(at, window);
        } catch (MalformedMessageException e) {
            throw new RefusedCallException(Answer.badPayload(String.valueOf(e.getMessage())));
        }
    }

    private static long number(@Nullable String header, String name) throws RefusedCallException {
        try {
            return Long.parseLong(String.valueOf(header));
        } catch (NumberFormatException e) {
            throw refused("Invalid " + name + " header");
        }
    }

    private static RefusedCallException refused(String message) {
        return new RefusedCallException(Answer.invalid(message));
    }
}
