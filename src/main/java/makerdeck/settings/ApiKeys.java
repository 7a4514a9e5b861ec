package makerdeck.settings;

import java.util.Base64;
import java.util.Map;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.text.Plain;

/**
 * The account's key pair as base64 text. Prints as stars.
 *
 * @param key the 32-byte public key
 * @param secret the 32-byte seed, or 64 bytes whose first half is the seed
 * @param from where they were read, for an operator
 */
public record ApiKeys(String key, String secret, Message from) {

    private static final String KEY = "BACKPACK_KEY";
    private static final String SECRET = "BACKPACK_SECRET";

    /** From {@code BACKPACK_KEY} and {@code BACKPACK_SECRET}. */
    public static ApiKeys of(Map<String, String> environment) {
        return checked(
                Message.plain(KEY),
                required(environment, KEY),
                Message.plain(SECRET),
                required(environment, SECRET),
                Message.of("settings.keys.environment", KEY, SECRET));
    }

    /** Whether the environment names any. */
    static boolean areIn(Map<String, String> environment) {
        return environment.containsKey(KEY) || environment.containsKey(SECRET);
    }

    /** With the names that a complaint about one of the values uses. */
    static ApiKeys checked(Message keyName, String key, Message secretName, String secret, Message from) {
        requireBytes(keyName, key, 32, 32);
        requireBytes(secretName, secret, 32, 64);
        return new ApiKeys(key, secret, from);
    }

    private static String required(Map<String, String> environment, String name) {
        var value = Plain.of(environment.getOrDefault(name, ""));
        if (value.isEmpty()) {
            throw new MistakeException(Message.of("settings.keys.missing", name));
        }
        return value;
    }

    private static void requireBytes(Message name, String value, int one, int other) {
        int found;
        try {
            found = Base64.getDecoder().decode(value).length;
        } catch (IllegalArgumentException notBase64) {
            throw new MistakeException(Message.of("settings.keys.not-base64", name, one), notBase64);
        }
        if (found != one && found != other) {
            throw new MistakeException(Message.of("settings.keys.length", name, one, found));
        }
    }

    @Override
    public String toString() {
        return "ApiKeys[***]";
    }
}
