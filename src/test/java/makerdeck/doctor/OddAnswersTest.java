package makerdeck.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.backpack.client.PlainCalls;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.message.Message;
import makerdeck.notify.Endpoint;
import makerdeck.settings.ApiKeys;
import makerdeck.settings.DoctorSettings;
import makerdeck.settings.Folders;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.words.Spoken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A venue that answers what no venue should: the doctor says so, and looks at the rest. */
class OddAnswersTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-09-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String BOOK = "{\"asks\":[[\"150.1\",\"1\"]],\"bids\":[[\"150\",\"1\"]]}";
    private static final String MARKET = "{\"baseSymbol\":\"SOL\",\"quoteSymbol\":\"USDC\",\"orderBookState\":\"Open\","
            + "\"filters\":{\"price\":{\"tickSize\":\"TICK\"},\"quantity\":{\"minQuantity\":\"LEAST\"}}}";

    @TempDir
    private Path home;

    private Endpoint endpoint;
    private String book = BOOK;
    private String market = market("0.01", "0.01");

    @BeforeEach
    void open() throws IOException {
        endpoint = new Endpoint();
        endpoint.always(
                asked -> new Endpoint.Reply(200, Map.of(), asked.path().startsWith("/api/v1/depth") ? book : market));
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    private static String market(String tick, String least) {
        return MARKET.replace("TICK", tick).replace("LEAST", least);
    }

    private DoctorSettings settings() {
        return settings(endpoint.port(), null);
    }

    private DoctorSettings settings(int streams, @Nullable ApiKeys keys) {
        var socket = URI.create("ws://127.0.0.1:" + streams);
        return new DoctorSettings("SOL_USDC", endpoint.url("/").uri(), socket, keys, null, null, Map.of(), true, true);
    }

    private Patient patient() {
        return patient(settings());
    }

    private Patient patient(DoctorSettings settings) {
        var keys = settings.keys();
        var signer = keys == null ? null : new Signer(keys.secret());
        return new Patient(
                settings,
                new PlainCalls(settings.rest(), settings.socket(), signer, NOW, System::nanoTime),
                Parameters.defaults(),
                new Machine(Map.of(), home, home, List.of(), 0, 17),
                new RawAnswers(home.resolve("raw"), Set.of()),
                NOW,
                Duration.ofSeconds(1));
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.check() + " " + each.level().word())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[\"\",\"1\"]]", "[[\"many\",\"1\"]]", "[[]]", "[null]", "[[null,\"1\"]]"})
    void aBookWithoutPricesIsMalformed(String asks) {
        book = BOOK.replace("[[\"150.1\",\"1\"]]", asks);

        assertEquals(List.of("market ok", "market fail"), told(new MarketChecks(patient()).run()));
    }

    @ParameterizedTest
    @CsvSource({"0,150.1", "-1,150.1", "0.01,0", "0.01,-3"})
    void whatCostsNothingIsNotCounted(String least, String price) {
        market = market("0.01", least);
        book = BOOK.replace("150.1", price);
        var checks = new MarketChecks(patient());
        checks.run();
        var funds = Map.of("SOL", BigDecimal.TEN, "USDC", BigDecimal.TEN);

        assertEquals(List.of("funds warn"), told(List.of(checks.funds(funds))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-0.01", "fine"})
    void withoutATickNoOrderIsPlaced(String tick) throws InterruptedException {
        market = market(tick, "0.01");
        var patient = patient();
        var checks = new MarketChecks(patient);
        checks.run();

        assertEquals(List.of("order fail"), told(new OrderTrial(patient, checks).run()));
    }

    @Test
    void anOrderThatWasNotSentIsNotSaidToBeAndNotCancelled() throws IOException, InterruptedException {
        var secret = Base64.getEncoder().encodeToString(new byte[32]);
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var keys = new ApiKeys("key", secret, Message.plain("test"));
            var patient = patient(settings(silent.getLocalPort(), keys));
            var checks = new MarketChecks(patient);
            checks.run();

            var found = new OrderTrial(patient, checks).run();

            assertEquals(
                    List.of(Message.of("doctor.order.not-sent")),
                    found.stream().map(Finding::found).toList());
        }
        assertTrue(endpoint.heard().stream().allMatch(each -> each.method().equals("GET")));
    }

    @Test
    void aFolderThatWasNotWrittenIsNotNamed() throws IOException, InterruptedException {
        var folders = new Folders(home.resolve("config"), home.resolve("state"), null);
        folders.create();
        Files.createFile(folders.state().resolve("doctor-20260901-120000"));
        var out = new ByteArrayOutputStream();

        new Doctor(settings(), folders, Map.of(), Spoken.ENGLISH, new PrintStream(out), Duration.ofSeconds(1))
                .run(NOW, System::nanoTime);

        var last = out.toString(StandardCharsets.UTF_8).lines().reduce("", (one, other) -> other);
        assertTrue(last.contains("\"folder\":null"), last);
    }
}
