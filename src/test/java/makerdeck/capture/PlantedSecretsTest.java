package makerdeck.capture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import makerdeck.backpack.client.BackpackVenue;
import makerdeck.backpack.client.Heard;
import makerdeck.backpack.client.MockVenue;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.Spellings;
import makerdeck.clock.Waiting;
import makerdeck.domain.Side;
import makerdeck.engine.input.Inbox;
import makerdeck.process.Threads;
import makerdeck.venue.VenueEvent;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A venue that repeats all it is sent and knows, in answers, headers, pages, frames and goodbyes: none of it stands in a
 * capture. {@code -Dcampaign=100} plants 1,000 secrets in 100 captures.
 */
@Waiting
class PlantedSecretsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int EACH = 10;
    private static final int SHORTEST = 12;

    private final int captures = Math.max(3, Integer.getInteger("campaign", 0));

    @TempDir
    private Path home;

    private static String base64(SplittableRandom random, int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    /** What an account of this kind has to hide. */
    private record Planted(String secret, String key, String passphrase, List<String> foreign, String address) {

        static Planted of(SplittableRandom random) {
            var seed = base64(random, 32);
            var key = new Signer(seed).publicKey();
            var both = new byte[64];
            System.arraycopy(Base64.getDecoder().decode(seed), 0, both, 0, 32);
            System.arraycopy(Base64.getDecoder().decode(key), 0, both, 32, 32);
            var secret = random.nextBoolean() ? seed : Base64.getEncoder().encodeToString(both);
            var passphrase = "pass " + base64(random, 9) + "/\"" + random.nextInt(10_000);
            var foreign = List.of(
                    base64(random, 32), base64(random, 32), base64(random, 64), base64(random, 48), base64(random, 24));
            return new Planted(secret, key, passphrase, foreign, base58(random));
        }

        private static String base58(SplittableRandom random) {
            var signs = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
            var address = new StringBuilder();
            for (int i = 0; i < 44; i++) {
                address.append(signs.charAt(random.nextInt(signs.length())));
            }
            return address.toString();
        }

        /** With the seed that begins a long secret. */
        List<String> all() {
            var all = new ArrayList<>(List.of(
                    secret,
                    key,
                    passphrase,
                    address,
                    Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))));
            all.addAll(foreign);
            return all;
        }

        /** All of them, spelt in every way, as somebody would say them. */
        String told() {
            var told = new StringBuilder();
            for (var each : all()) {
                for (var spelling : Spellings.of(each)) {
                    told.append(" it is ")
                            .append(spelling.replace("\"", "\\\""))
                            .append(", or");
                }
            }
            return told.toString();
        }

        /** In one line, for a header. */
        String inALine() {
            return "a=" + secret + "; b=" + key + "; c=" + foreign.get(0) + "; d=" + passphrase;
        }
    }

    private static MockResponse answer(int status, Planted planted, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Set-Cookie", planted.inALine())
                .addHeader("X-Api-Key-Echo", planted.key())
                .addHeader("Server", "edge of " + planted.inALine())
                .addHeader("X-RateLimit-Remaining", "1999")
                .body(body)
                .build();
    }

    private static String quoted(RecordedRequest request) {
        var headers = request.getHeaders();
        return "Invalid signature " + headers.get("X-Signature") + " of " + headers.get("X-API-Key") + " at "
                + request.getUrl();
    }

    /** Repeats secrets in all that it says, and keeps every signature that it has seen. */
    private static void speak(MockVenue mock, Planted planted, Set<String> signatures) {
        mock.answer("GET /api/v1/account", request -> {
            remember(request, signatures);
            return answer(
                    200,
                    planted,
                    "{\"autoLend\":false,\"spotMakerFee\":\"8\",\"spotTakerFee\":\"10\",\"apiKey\":\"" + planted.key()
                            + "\",\"accountId\":774411,\"note\":\"" + planted.told() + "\"}");
        });
        mock.answer("GET /wapi/v1/history/fills", request -> {
            remember(request, signatures);
            return answer(
                    400,
                    planted,
                    "{\"code\":\"INVALID_CLIENT_REQUEST\",\"message\":\"" + quoted(request) + planted.told() + "\"}");
        });
        mock.answer("POST /api/v1/orders", request -> {
            remember(request, signatures);
            return answer(502, planted, "<html><title>" + quoted(request) + planted.told() + "</title></html>");
        });
    }

    private static void remember(RecordedRequest request, Set<String> signatures) {
        var signature = request.getHeaders().get("X-Signature");
        if (signature != null) {
            signatures.add(signature);
        }
    }

    private void capture(Path folder, Planted planted, Set<String> signatures) throws IOException {
        var clock = Clock.systemUTC();
        var heard = new Heard();
        var around = new DeskCapture.Surroundings(clock, System::nanoTime, new Inbox(clock));
        try (var mock = new MockVenue();
                var capture = DeskCapture.open(
                        folder,
                        Map.of("symbol", "SOL_USDC"),
                        List.of(planted.secret(), planted.key(), planted.passphrase()),
                        around)) {
            speak(mock, planted, signatures);
            var runtime = new ClientRuntime(
                    clock, System::nanoTime, Threads::daemons, new SplittableRandom(3), took -> {}, capture.wire());
            try (var venue = new BackpackVenue(mock.settings(), new Signer(planted.secret()), runtime, heard)) {
                venue.start();
                heard.first(VenueEvent.BookMoved.class);
                var account = mock.peer("account.orderUpdate");
                venue.readFills(clock.instant());
                heard.first(VenueEvent.ReadFailed.class);
                venue.place(List.of(Samples.maker(7, Side.BID, 9_900)));
                heard.first(VenueEvent.PlaceUnknown.class);
                signatures.add(account.heard().replaceAll(".*signature\":\\[\"[^\"]*\",\"([^\"]*)\".*", "$1"));
                account.send("{\"id\":null,\"error\":{\"code\":4003,\"message\":\"Invalid signature in "
                        + account.heard().replace("\"", "\\\"") + planted.told() + "\"}}");
                mock.peer("depth.SOL_USDC")
                        .send("{\"data\":{\"e\":\"news\",\"token\":\""
                                + planted.passphrase().replace("\"", "\\\"") + "\",\"x\":\"" + planted.told()
                                + "\"},\"stream\":\"depth.SOL_USDC\"}");
                await().atMost(SOON).until(() -> mock.peers("account.orderUpdate", 2) != null);
            }
        }
    }

    private static String text(Path folder) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                try (var unpacked = new GZIPInputStream(Files.newInputStream(file))) {
                    text.append(new String(unpacked.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return text.toString();
    }

    @Test
    void noneOfTheSecretsIsInAnyOfTheCaptures() throws IOException {
        int planted = 0;
        int signed = 0;
        int looked = 0;
        for (int i = 0; i < captures; i++) {
            var secrets = Planted.of(new SplittableRandom(1_000L + i));
            var signatures = new HashSet<String>();
            var folder = home.resolve("capture" + i);

            capture(folder, secrets, signatures);

            var text = text(folder);
            assertTrue(text.contains("\"event\":\"answered\"") && text.contains("spotMakerFee"), text);
            assertTrue(text.contains("x-ratelimit-remaining") && text.contains("Invalid signature ***"), text);
            assertTrue(text.contains("account.orderUpdate.SOL_USDC") && text.contains("<title>Invalid"), text);
            for (var each : secrets.all()) {
                for (var spelling : Spellings.of(each)) {
                    assertSilent(text, spelling);
                    assertSilent(text, spelling.replace("\\", "\\\\").replace("\"", "\\\""));
                    looked += 2;
                }
                planted++;
            }
            for (var each : signatures) {
                Spellings.of(each).forEach(spelling -> assertSilent(text, spelling));
                signed++;
            }
            assertFalse(text.contains("774411"), text);
        }
        System.out.printf(
                "%d captures, %d planted secrets (%d spellings) and %d signatures: in none%n",
                captures, planted, looked, signed);
        assertEquals(captures * EACH, planted);
        assertTrue(signed >= 3 * captures, () -> "too few signatures");
    }

    private static void assertSilent(String text, String secret) {
        assertFalse(text.contains(secret), () -> secret + " in " + text);
        int part = Math.min(secret.length(), SHORTEST);
        assertFalse(text.contains(secret.substring(0, part)), () -> "half of " + secret + " in " + text);
    }
}
