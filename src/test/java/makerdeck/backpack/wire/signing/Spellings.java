package makerdeck.backpack.wire.signing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The ways in which a secret could stand in a text. */
public final class Spellings {

    private Spellings() {}

    /** Each of them; of base64 what it stands for, too. */
    public static List<String> of(String secret) {
        var all = new ArrayList<>(List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                URLEncoder.encode(secret, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT),
                URLEncoder.encode(URLEncoder.encode(secret, StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                percentLower(secret),
                secret.replace("/", "\\/"),
                secret.replace("/", "\\\\/"),
                unicode(secret),
                secret.replace('+', '-').replace('/', '_'),
                secret.replace('+', '-').replace('/', '_').replace("=", ""),
                secret.replace("=", ""),
                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
        if (secret.matches("[A-Za-z0-9+/]{40,}={0,2}") && secret.length() % 4 == 0) {
            var bytes = Base64.getDecoder().decode(secret);
            all.add(HexFormat.of().formatHex(bytes));
            all.add(HexFormat.of().withUpperCase().formatHex(bytes));
        }
        return all;
    }

    private static String percentLower(String secret) {
        return secret.replace("+", "%2b").replace("/", "%2f").replace("=", "%3d");
    }

    private static String unicode(String secret) {
        return secret.replace("+", "\\u002b").replace("/", "\\u002F").replace("=", "\\u003d");
    }
}
