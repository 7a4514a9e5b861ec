package makerdeck.doctor;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.Credentials;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.clock.Waiting;
import makerdeck.embedded.EmbeddedVenue;
import makerdeck.message.Message;
import makerdeck.settings.ApiKeys;
import makerdeck.settings.DoctorSettings;
import makerdeck.settings.Folders;
import makerdeck.settings.SimulatedVenue;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.AccountId;
import makerdeck.words.Spoken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole examination of the embedded venue over its sockets: sound, and with one thing wrong at a time. */
@Waiting
class DoctorTest {

    private static final AccountId DESK = new AccountId(0);
    private static final Duration LISTENING = Duration.ofSeconds(2);
    private static final Map<String, String> GOOD = Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8");

    @TempDir
    private Path home;

    private Folders folders;
    private Map<String, BigDecimal> funds = Map.of();
    private Map<String, String> parameters = Map.of();
    private Map<String, String> environment = new HashMap<>(GOOD);
    private boolean order;
    private boolean autoLend;
    private String symbol = "SOL_USDC";

    @BeforeEach
    void folders() throws IOException {
        folders = new Folders(home.resolve("config"), home.resolve("state"), null);
        Files.createDirectories(folders.config());
    }

    private BackpackServer venue() throws IOException {
        return EmbeddedVenue.of(new SimulatedVenue(
                        "SOL_USDC",
                        "normal",
                        OptionalLong.of(7),
                        List.of(),
                        1,
                        "risk-averse",
                        null,
                        null,
                        funds,
                        autoLend))
                .open(0, Clock.systemUTC(), ServerListener.NONE, Duration.ZERO)
                .server();
    }

    private static void plant(BackpackServer venue, Fault fault) {
        venue.faults().begin(fault, EmbeddedVenue.nanos(Clock.systemUTC().instant()), Duration.ofDays(1));
    }

    private static ApiKeys keys(Credentials credentials) {
        return new ApiKeys(credentials.publicKey(), credentials.secret(), Message.plain("test"));
    }

    /** What was found, as {@code check level}. */
    private TreeSet<String> examined(BackpackServer venue, @Nullable ApiKeys keys)
            throws IOException, InterruptedException {
        return examined(URI.create(venue.apiUrl()), URI.create(venue.wsUrl()), keys);
    }

    private TreeSet<String> examined(URI rest, URI socket, @Nullable ApiKeys keys)
            throws IOException, InterruptedException {
        var bytes = new ByteArrayOutputStream();
        var settings = new DoctorSettings(symbol, rest, socket, keys, null, null, parameters, true, order);
        var code = new Doctor(
                        settings,
                        folders,
                        environment,
                        Spoken.ENGLISH,
                        new PrintStream(bytes, true, StandardCharsets.UTF_8),
                        LISTENING)
                .run(Clock.systemUTC(), System::nanoTime);
        var found = new TreeSet<String>();
        var lines = bytes.toString(StandardCharsets.UTF_8);
        for (var line : lines.lines().toList()) {
            if (line.contains("\"event\":\"finding\"")) {
                var check = line.replaceAll(".*\"check\":\"([^\"]*)\".*", "$1");
                var level = line.replaceAll(".*\"level\":\"([^\"]*)\".*", "$1");
                found.add(check + " " + level);
                assertEquals(level.equals("ok"), line.contains("\"todo\":null"), line);
            }
        }
        assertEquals(found.stream().anyMatch(each -> each.endsWith("fail")) ? Doctor.ILL : 0, code, lines);
        assertNoSecret(keys, lines);
        return found;
    }

    private void assertNoSecret(@Nullable ApiKeys keys, String lines) throws IOException {
        if (keys == null) {
            return;
        }
        assertFalse(lines.contains(keys.secret()) || lines.contains(keys.key()));
        try (var files = Files.walk(folders.state())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file);
                assertFalse(text.contains(keys.secret()) || text.contains(keys.key()), file::toString);
            }
        }
    }

    private static TreeSet<String> wrong(TreeSet<String> found) {
        found.removeIf(each -> each.endsWith(" ok"));
        return found;
    }

    @Test
    void aSoundSystemGivesNothingToLookAt() throws IOException, InterruptedException {
        try (var venue = venue()) {
            assertEquals(
                    new TreeSet<>(List.of(
                            "account-stream ok",
                            "band ok",
                            "budget ok",
                            "clock ok",
                            "disk ok",
                            "fees ok",
                            "funds ok",
                            "java ok",
                            "key ok",
                            "lending ok",
                            "locale ok",
                            "market ok",
                            "modes ok",
                            "orders ok",
                            "reach ok",
                            "status ok",
                            "stream ok",
                            "switches ok",
                            "terminal ok")),
                    examined(venue, keys(venue.credentials())));
        }
    }

    @Test
    void withTheOrderItIsPlacedSeenTwiceCancelledAndGone() throws IOException, InterruptedException {
        order = true;
        try (var venue = venue()) {
            var found = examined(venue, keys(venue.credentials()));

            assertTrue(
                    found.containsAll(List.of("order ok", "order-stream ok", "order-listing ok", "cancel ok")),
                    found::toString);
            assertEquals(new TreeSet<>(), wrong(found));
            try (var files = Files.walk(folders.state())) {
                assertTrue(files.anyMatch(file -> file.toString().endsWith("cancel-again.txt")));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAGE_451 | reach fail",
                "PAGE_502 | reach fail",
                "MAINTENANCE | status fail",
                "KEY_REFUSED | key fail",
                "CANCEL_ONLY | market fail",
                "LATENCY | clock fail",
                "CLOCK_STEP | clock warn",
                "WS_DEAF | stream fail",
                "PUBLIC_SILENCE | stream fail",
                "DEPTH_GAP | stream warn",
            })
    void whatTheVenueDoesWrongIsFound(Fault fault, String expected) throws IOException, InterruptedException {
        try (var venue = venue()) {
            plant(venue, fault);

            var found = wrong(examined(venue, keys(venue.credentials())));

            assertTrue(found.contains(expected), found::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST_REFUSED | order fail",
                "POST_LOST | order fail",
                "ACCEPTS_MISSING | order-stream fail",
                "LISTING_EMPTY | order-listing fail",
                "CANCEL_REFUSED | cancel fail",
                "CANCEL_LOST | cancel fail"
            })
    void whatGoesWrongWithAnOrderIsFound(Fault fault, String expected) throws IOException, InterruptedException {
        order = true;
        try (var venue = venue()) {
            plant(venue, fault);

            var found = wrong(examined(venue, keys(venue.credentials())));

            assertTrue(found.contains(expected), found::toString);
        }
    }

    @Test
    void aKeyThatMayOnlyReadIsFoundByTheOrder() throws IOException, InterruptedException {
        order = true;
        try (var venue = venue()) {
            assertEquals(
                    new TreeSet<>(List.of("order fail")), wrong(examined(venue, keys(venue.readOnlyCredentials()))));
        }
    }

    @Test
    void aVenueThatIsNotReachedIsFoundAndTheMachineIsLookedAtAllTheSame() throws IOException, InterruptedException {
        int port;
        try (var held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = held.getLocalPort();
        }
        var found = examined(URI.create("http://127.0.0.1:" + port), URI.create("ws://127.0.0.1:" + port), null);

        assertTrue(found.contains("reach fail") && found.contains("disk ok"), found::toString);
    }

    @Test
    void aKeyOfAnotherSecretIsFound() throws IOException, InterruptedException {
        try (var venue = venue()) {
            var mixed = new ApiKeys(
                    venue.readOnlyCredentials().publicKey(), venue.credentials().secret(), Message.plain("test"));

            assertTrue(wrong(examined(venue, mixed)).contains("key fail"));
        }
    }

    @Test
    void foreignKeysAreRefused() throws IOException, InterruptedException {
        var secret = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        var stranger = new ApiKeys(new Signer(secret).publicKey(), secret, Message.plain("test"));
        try (var venue = venue()) {
            var found = wrong(examined(venue, stranger));

            assertTrue(found.contains("key fail") && found.contains("account-stream fail"), found::toString);
        }
    }

    @Test
    void withoutAKeyTheRestIsLookedAt() throws IOException, InterruptedException {
        try (var venue = venue()) {
            assertEquals(new TreeSet<>(List.of("key warn")), wrong(examined(venue, null)));
        }
    }

    @Test
    void lentFundsAndTheSwitchForThemAreFound() throws IOException, InterruptedException {
        autoLend = true;
        try (var venue = venue()) {
            // What is idle is not lent at once but a moment later.
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> venue.look(exchange -> exchange.balances(DESK).values().stream()
                            .anyMatch(balance -> balance.lent().signum() > 0)));
            var found = wrong(examined(venue, keys(venue.credentials())));

            assertTrue(found.containsAll(List.of("switches warn", "lending warn")), found::toString);
        }
    }

    @Test
    void anOrderThatRestsThereIsFound() throws IOException, InterruptedException {
        order = true;
        try (var venue = venue()) {
            plant(venue, Fault.CANCEL_REFUSED);
            examined(venue, keys(venue.credentials()));
            venue.faults().end();
            order = false;

            assertEquals(new TreeSet<>(List.of("orders warn")), wrong(examined(venue, keys(venue.credentials()))));
        }
    }

    private enum Setting {
        EMPTY("", "funds fail"),
        SHORT("", "funds warn"),
        NARROW("spread=0.1 fee-floor=off", "fees warn"),
        WIDE("spread=20 spread.max=100 layers=10 layer.growth=3", "band fail"),
        HASTY("interval=1 layers=20", "budget fail"),
        TINY("quantity=0.001", "funds fail");

        private final String values;
        private final String expected;

        Setting(String values, String expected) {
            this.values = values;
            this.expected = expected;
        }
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void whatTheSettingsAskTooMuchOfIsFound(Setting setting) throws IOException, InterruptedException {
        if (setting == Setting.EMPTY) {
            funds = Map.of("SOL", new BigDecimal("0.001"), "USDC", new BigDecimal("0.5"));
        } else if (setting == Setting.SHORT) {
            funds = Map.of("SOL", new BigDecimal("0.01"), "USDC", new BigDecimal("1000"));
        }
        var values = new HashMap<String, String>();
        for (var pair : setting.values.split(" ")) {
            if (!pair.isEmpty()) {
                values.put(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        parameters = values;
        try (var venue = venue()) {
            var found = wrong(examined(venue, keys(venue.credentials())));

            assertTrue(found.contains(setting.expected), found::toString);
        }
    }

    @Test
    void aMarketThatIsNotThereIsFound() throws IOException, InterruptedException {
        symbol = "NOPE_USDC";
        try (var venue = venue()) {
            var found = wrong(examined(venue, keys(venue.credentials())));

            assertTrue(found.contains("market fail"), found::toString);
        }
    }

    @Test
    void whatIsWrongWithTheMachineIsFound() throws IOException {
        folders.create();
        var open = Files.writeString(folders.config().resolve("notify.properties"), "ntfy.topic = x\n");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        var machine = new Machine(
                Map.of("TERM", "dumb", "LC_ALL", "POSIX"),
                folders.state(),
                folders.config(),
                List.of(open),
                1 << 20,
                11);

        assertEquals(
                List.of("terminal WARN", "locale WARN", "disk FAIL", "modes FAIL", "java FAIL"),
                new MachineChecks(machine)
                        .run().stream()
                                .map(each -> each.check() + " " + each.level())
                                .toList());
    }
}
