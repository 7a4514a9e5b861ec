package makerdeck.backpack.wire.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private final SplittableRandom random = new SplittableRandom(11);

    private String base64(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    @Test
    void keysSecretsAndSignaturesGoHoweverTheyAreSpelt() {
        for (int i = 0; i < 300; i++) {
            var secret = base64(i % 3 == 0 ? 32 : 64);
            var redaction = new Redaction(i % 2 == 0 ? List.of(secret) : List.of());
            for (var spelling : Spellings.of(secret)) {
                var text = redaction.of("{\"message\":\"who is " + spelling + "? nobody\",\"code\":\"X\"}");

                assertFalse(text.contains(spelling.substring(0, 16)), () -> spelling + " in " + text);
                assertFalse(text.contains(spelling.substring(spelling.length() - 20)), () -> spelling + " in " + text);
                assertTrue(text.contains("? nobody\",\"code\":\"X\"}"), text);
            }
        }
    }

    @Test
    void halfOfAKnownSecretGoesToo() {
        var secret = base64(32);
        var signature = base64(64);
        var redaction = new Redaction(List.of(secret));
        redaction.learn(signature);

        assertEquals("begins with ***...", redaction.of("begins with " + secret.substring(0, 14) + "..."));
        assertEquals("ends with ***", redaction.of("ends with " + signature.substring(70)));
    }

    @Test
    void aPassphraseThatIsKnownGoes() {
        var redaction = new Redaction(List.of("correct horse/battery \"staple\""));

        assertEquals(": ***!", redaction.of(": correct horse/battery \"staple\"!"));
        assertEquals(": ***!", redaction.of(": correct horse/battery \\\"staple\\\"!"));
        assertEquals(": ***!", redaction.of(": correct horse\\/battery \\\"staple\\\"!"));
        assertEquals(": ***!", redaction.of(": correct+horse%2Fbattery+%22staple%22!"));
        assertEquals(": ***!", redaction.of(": correct%20horse%2Fbattery%20%22staple%22!"));
    }

    @Test
    void membersThatArePrivateByTheirNameGo() {
        var redaction = new Redaction(List.of());

        assertEquals(
                "{\"accountId\":0,\"apiKey\":\"***\",\"depositAddress\":\"***\",\"email\" : \"***\",\"symbol\":\"SOL\"}",
                redaction.of("{\"accountId\":81213,\"apiKey\":\"short\",\"depositAddress\":\"ab\\\"c\","
                        + "\"email\" : \"me@home\",\"symbol\":\"SOL\"}"));
    }

    /** Else a played session would not be the one that was. */
    @Test
    void whatTheProtocolSaysStaysByteForByte() {
        var redaction = new Redaction(List.of(base64(32)));
        for (var said : List.of(
                "{\"data\":{\"E\":1788285151254895,\"T\":1788285151254894,\"U\":4324522523,\"a\":[[\"100.65\",\"65.50\"]],"
                        + "\"b\":[],\"e\":\"depth\",\"s\":\"SOL_USDC\",\"u\":4324522524},\"stream\":\"depth.SOL_USDC\"}",
                "{\"code\":\"BORROW_REQUIRES_LEND_REDEEM\",\"message\":\"Invalid timestamp: must be within 10 minutes\"}",
                "{\"expiryReason\":\"InsufficientBorrowableQuantityMaxStopOrdersPerPosition\",\"id\":\"11412345678\"}",
                "{\"clientId\":4278190081,\"createdAt\":\"2026-09-01T17:54:04.094\",\"autoLendRedeem\":true}",
                "failed to parse parameter `limit`: failed to parse \"DepthLimit\": Expect a valid enumeration value.",
                "{\"n\":123456789012345678901234567890123456789012345678901234567890}",
                "<html><title>502 Bad Gateway</title></html>")) {
            assertEquals(said, redaction.of(said));
        }
    }

    @Test
    void aKeyOfLettersAloneGoesToo() {
        var redaction = new Redaction(List.of());

        assertEquals(": ***.", redaction.of(": yikbASIPMGKWrDYXYzMigkWHuZoQrwMM."));
        assertEquals(": ***.", redaction.of(": yikbasipmgkwrdyxyzmigkwhuzoqrwmm."));
    }

    @Test
    void aLongTextIsReadWithoutEnd() {
        var redaction = new Redaction(List.of(base64(32)));
        var body = "{\"address\":\"" + "\\\\".repeat(200_000) + "\"}" + "%\\u".repeat(10_000);

        assertTrue(redaction.of(body).startsWith("{\"address\":\"***\"}"));
    }
}
