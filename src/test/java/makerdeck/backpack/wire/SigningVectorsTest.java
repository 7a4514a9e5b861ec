package makerdeck.backpack.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.SigningString;
import makerdeck.backpack.wire.signing.Verifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures made by independent implementations. Ed25519 is deterministic: every byte must match. */
class SigningVectorsTest {

    public record Vectors(
            String seedBase64,
            String publicKeyBase64,
            String secret64Base64,
            List<Case> cases,
            List<Negative> negativeCases) {}

    public record Case(
            String name,
            String instruction,
            Long timestamp,
            Long window,
            @Nullable String bodyJson,
            @Nullable String pathWithQuery,
            String signingString,
            String signature) {
        @Override
        public String toString() {
            return name;
        }
    }

    public record Negative(String name, String derivedFrom, String signingString, String signature) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Vectors VECTORS = read();

    private final Signer signer = new Signer(VECTORS.seedBase64());
    private final Verifier verifier = new Verifier(VECTORS.publicKeyBase64());

    private static Vectors read() {
        try {
            return new Moshi.Builder().build().adapter(Vectors.class).fromJson(Payloads.own("signing-vectors.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Case> cases() {
        return VECTORS.cases().stream();
    }

    static Stream<Negative> negativeCases() {
        return VECTORS.negativeCases().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyCaseMatchesByteForByte(Case vector) throws Exception {
        var text = signingString(vector);

        assertEquals(vector.signingString(), text);
        assertEquals(vector.signature(), signer.sign(text));
        assertTrue(verifier.verifies(text, vector.signature()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("negativeCases")
    void everyNegativeCaseDiffersAndIsRefused(Negative vector) throws Exception {
        var right = cases().filter(each -> each.name().startsWith(vector.derivedFrom()))
                .findFirst()
                .orElseThrow();
        var text = signingString(right);

        assertNotEquals(vector.signingString(), text);
        assertNotEquals(vector.signature(), signer.sign(text));
        assertFalse(verifier.verifies(text, vector.signature()));
        assertEquals(vector.signature(), signer.sign(vector.signingString()));
    }

    private static String signingString(Case vector) throws Exception {
        var at = Instant.ofEpochMilli(vector.timestamp());
        var window = Duration.ofMillis(vector.window());
        var instruction = Arrays.stream(Instruction.values())
                .filter(each -> each.text().equals(vector.instruction()))
                .findFirst()
                .orElseThrow();
        if (vector.bodyJson() != null) {
            return SigningString.ofBody(instruction, vector.bodyJson(), at, window);
        }
        return SigningString.ofQuery(instruction, query(vector.pathWithQuery()), at, window);
    }

    private static List<Map.Entry<String, String>> query(@Nullable String path) {
        var query = path == null ? null : URI.create(path).getQuery();
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> Map.entry(pair.split("=")[0], pair.split("=")[1]))
                        .toList();
    }

    @Test
    void aSubscriptionSignsNoStreamName() {
        var text = SigningString.ofSubscription(Instant.ofEpochMilli(1614550000000L), SigningString.DEFAULT_WINDOW);

        assertEquals("instruction=subscribe&timestamp=1614550000000&window=5000", text);
    }

    @Test
    void aSecretMayCarryItsPublicKey() {
        var long64 = new Signer(VECTORS.secret64Base64());

        assertEquals(VECTORS.publicKeyBase64(), long64.publicKey());
        assertEquals(signer.sign("a"), long64.sign("a"));
    }

    @Test
    void aSecretNeverShows() {
        var bad = VECTORS.secret64Base64().replace("yB5", "yB6");

        var refused = assertThrows(IllegalArgumentException.class, () -> new Signer(bad));

        assertTrue(String.valueOf(refused.getMessage()).contains("64-byte"), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains(bad.substring(0, 8)), refused.getMessage());
        assertEquals("Signer[" + VECTORS.publicKeyBase64() + "]", signer.toString());
    }

    @Test
    void aSecretOfTheWrongShapeIsRefused() {
        var shorter = assertThrows(IllegalArgumentException.class, () -> new Signer("AQID"));
        var other = assertThrows(IllegalArgumentException.class, () -> new Signer("not base64!"));

        assertTrue(String.valueOf(shorter.getMessage()).endsWith("was 3"), shorter.getMessage());
        assertTrue(String.valueOf(other.getMessage()).endsWith("base64"), other.getMessage());
    }

    @Test
    void aSignatureThatIsNotOneIsRefused() {
        for (var signature : List.of("", "AQID", "###", signer.sign("b"))) {
            assertFalse(verifier.verifies("a", signature), signature);
        }
    }

    @Test
    void aBodyWithNestedMembersCannotBeSigned() {
        assertThrows(
                MalformedMessageException.class,
                () -> SigningString.ofBody(
                        Instruction.ORDER_EXECUTE, "{\"a\":{}}", Instant.EPOCH, SigningString.DEFAULT_WINDOW));
    }
}
