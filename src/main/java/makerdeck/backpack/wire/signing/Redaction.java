package makerdeck.backpack.wire.signing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of foreign text what must not be kept: the secrets that are known, however they are spelt there, what looks
 * like a key, a signature or an address, and members whose names say that they are private. Everything else stays as it
 * was, byte for byte. One thread.
 */
public final class Redaction {

    /** Stands where something was. */
    public static final String STARS = "***";

    /** Signatures that an answer may still quote. */
    private static final int LATEST = 64;

    /** A secret too short for its parts to be looked for is looked for as a whole. */
    private static final int SHORTEST = 6;

    private static final Pattern PRIVATE_MEMBER = Pattern.compile(
            "(\"[A-Za-z_-]{0,40}(?i:key|secret|signature|token|passphrase|password|address|e-?mail|phone|cookie"
                    + "|user_?id|user_?name|account_?id|device_?id|\"uid|memo|recovery)[A-Za-z0-9_-]{0,40}\"\\s*:\\s*)"
                    + "(\"(?:[^\"\\\\]|\\\\.)*+\"|-?[0-9][0-9.eE+-]*)");

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_-]{32,}={0,2}");

    private final @Nullable Pattern passphrases;
    private final Fragments secrets = new Fragments(Integer.MAX_VALUE);
    private final Fragments signatures = new Fragments(LATEST);

    /** @param known what is secret for certain */
    public Redaction(Collection<String> known) {
        var spoken = new ArrayList<String>();
        for (var secret : known) {
            if (secret.length() >= SHORTEST) {
                secrets.add(EncodedRun.plain(secret));
                spoken.addAll(ENCODED.matcher(secret).matches() ? List.of() : spellings(secret));
            }
        }
        passphrases = spoken.isEmpty()
                ? null
                : Pattern.compile(
                        spoken.stream().distinct().map(Pattern::quote).collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE);
    }

    /** As it may stand in an address, in JSON and in other texts; what is base64 itself is found by its pieces. */
    private static List<String> spellings(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        return List.of(
                secret,
                url,
                url.replace("+", "%20"),
                URLEncoder.encode(url, StandardCharsets.UTF_8),
                json,
                json.replace("/", "\\/"),
                json.replace("/", "\\\\/"),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes));
    }

    /** From now on this signature is secret, too; of many the latest. */
    public void learn(String signature) {
        signatures.add(EncodedRun.plain(signature));
    }

    /** The text without what is secret. */
    public String of(String text) {
        var harmless = passphrases == null ? text : passphrases.matcher(text).replaceAll(STARS);
        var members = PRIVATE_MEMBER.matcher(harmless);
        if (members.find()) {
            harmless = members.replaceAll(
                    found -> found.group(1) + (found.group(2).startsWith("\"") ? "\"" + STARS + "\"" : "0"));
        }
        return withoutKeys(harmless);
    }

    private String withoutKeys(String text) {
        StringBuilder kept = null;
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            var run = EncodedRun.at(text, at);
            if (run.end() == at) {
                at++;
                continue;
            }
            if (isSecret(run.signs())) {
                kept = kept == null ? new StringBuilder(text.length()) : kept;
                kept.append(text, copied, at).append(STARS);
                copied = run.end();
            }
            at = run.end();
        }
        return kept == null ? text : kept.append(text, copied, text.length()).toString();
    }

    private boolean isSecret(String signs) {
        return EncodedRun.looksLikeAKey(signs) || secrets.isIn(signs) || signatures.isIn(signs);
    }
}
