package makerdeck.guardian.distant;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.clock.Waiting;
import makerdeck.guardian.Guardian;
import makerdeck.guardian.GuardianOrders;
import makerdeck.guardian.Lease;
import makerdeck.guardian.RestedOrders;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.HeldPort;
import makerdeck.process.Threads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guardian that listens, its desks, and those it must not let in, against the embedded venue. */
@Waiting
class GuardianServerTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int TAG = 9;
    private static final List<String> ALL = List.of("149.1", "149.2", "149.3");
    private static final List<String> NOT_OURS = List.of("149.3");

    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private HeldPort port;
    private RestedOrders orders;
    private @Nullable GuardianServer server;
    private SharedKey key;

    private final class Told implements GuardianServer.Listener {
        @Override
        public void watches(GuardianOrders desk) {
            told.add("watches");
        }

        @Override
        public void isBack(GuardianOrders desk) {
            told.add("back");
        }

        @Override
        public void silent(GuardianOrders desk) {
            told.add("silent");
        }

        @Override
        public void ended(GuardianOrders desk, boolean cared) {
            told.add("ended " + cared);
        }

        @Override
        public void refused(Message why) {
            told.add("refused");
        }
    }

    @BeforeEach
    void open() throws IOException {
        port = new HeldPort();
        orders = new RestedOrders();
        orders.place(TAG, "149.10");
        orders.place(TAG, "149.20");
        orders.place(TAG + 1, "149.30");
        key = key("shared.key");
    }

    @AfterEach
    void close() throws IOException {
        orders.close();
        if (server != null) {
            server.close();
        }
        port.close();
    }

    private SharedKey key(String name) throws IOException {
        SharedKey.create(folder.resolve(name), Clock.systemUTC());
        return SharedKey.read(folder.resolve(name));
    }

    private SocketAddress listen() throws IOException {
        return listen(port.address(), key);
    }

    private SocketAddress listen(SocketAddress at, @Nullable SharedKey with) throws IOException {
        var runtime = new ClientRuntime(Clock.systemUTC(), System::nanoTime, Threads::daemons, new SplittableRandom(1));
        var opened = new GuardianServer(Door.open(at, with), folder, runtime, new Told());
        server = opened;
        Threads.start("serve", () -> assertThrows(IOException.class, opened::serve));
        return at;
    }

    private GuardianOrders desk(String life, Duration silence) {
        return desk(life, silence, orders.server().credentials().secret());
    }

    private GuardianOrders desk(String life, Duration silence, String secret) {
        return new GuardianOrders(
                "SOL_USDC",
                URI.create(orders.server().apiUrl()),
                URI.create(orders.server().wsUrl()),
                secret,
                TAG,
                silence,
                Duration.ofMinutes(2),
                Path.of("/nowhere/of/the/desk"),
                new Lease(Path.of("/nowhere/lease"), life));
    }

    private static void charge(Connection line, GuardianOrders desk) throws IOException {
        for (var each : desk.lines()) {
            line.say(each);
        }
        line.say(Guardian.BEAT);
    }

    /** Beats until it is armed. */
    private static void arm(Connection line) throws IOException {
        while (!Guardian.ARMED.equals(line.in().readLine())) {
            line.say(Guardian.BEAT);
        }
    }

    private void awaitTold(String... wanted) {
        await(String.join(", ", wanted)).atMost(LONGEST).untilAsserted(() -> assertEquals(List.of(wanted), told));
    }

    @Test
    void cancelsTheOrdersOfADeskThatFallsSilentAndOfNoOther() throws IOException {
        try (var line = Connection.to(listen(), key)) {
            charge(line, desk("1", SHORT));
            arm(line);
            assertEquals(ALL, orders.prices());

            await("its orders to be gone").atMost(LONGEST).until(() -> orders.prices()
                    .equals(NOT_OURS));
        }
        awaitTold("watches", "silent", "ended true");
    }

    @Test
    void aConnectionThatIsCutIsNotADeskThatIsDead() throws IOException {
        var at = listen();
        try (var line = Connection.to(at, key)) {
            charge(line, desk("1", LONG));
            arm(line);
        }
        try (var line = Connection.to(at, key)) {
            charge(line, desk("1", LONG));
            arm(line);
            awaitTold("watches", "back");
            assertEquals(ALL, orders.prices());

            line.say(Guardian.GOODBYE);
            awaitTold("watches", "back", "ended true");
            assertEquals(ALL, orders.prices());
        }
    }

    @Test
    void whatAnEarlierLifeHasLeftIsTheNextOnesToLookAfter() throws IOException {
        var at = listen();
        try (var line = Connection.to(at, key)) {
            charge(line, desk("1", SHORT));
            arm(line);
        }
        try (var line = Connection.to(at, key)) {
            charge(line, desk("2", LONG));
            arm(line);

            awaitTold("watches", "watches", "silent", "ended true");
            assertEquals(ALL, orders.prices());
        }
    }

    /** Tags are drawn by each desk for itself. */
    @Test
    void aDeskOfAnotherAccountTakesNobodysPlaceWhateverItsTag() throws IOException {
        var at = listen();
        var other = orders.server().openAccount();
        try (var line = Connection.to(at, key);
                var others = Connection.to(at, key)) {
            charge(line, desk("1", SHORT));
            arm(line);
            charge(others, desk("2", LONG, other.secret()));
            arm(others);

            await("its orders to be gone").atMost(LONGEST).until(() -> orders.prices()
                    .equals(NOT_OURS));
        }
        awaitTold("watches", "watches", "silent", "ended true");
    }

    @Test
    void afterItHasCancelledADeskHasToAskAnew() throws IOException {
        var at = listen();
        try (var line = Connection.to(at, key)) {
            charge(line, desk("1", SHORT));
            arm(line);
            awaitTold("watches", "silent", "ended true");
            // It finds its connection closed.
            var last = line.in().readLine();
            while (last != null) {
                last = line.in().readLine();
            }
        }
        orders.place(TAG, "149.40");
        try (var line = Connection.to(at, key)) {
            charge(line, desk("1", LONG));
            arm(line);
            assertEquals(List.of("149.3", "149.4"), orders.prices());
        }
    }

    @Test
    void nobodyComesInWithAnotherKeyAndNothingIsCancelled() throws IOException {
        var at = listen();
        var other = key("other.key");

        assertThrows(IOException.class, () -> {
            try (var line = Connection.to(at, other)) {
                charge(line, desk("1", SHORT));
                arm(line);
            }
        });

        awaitTold("refused");
        assertEquals(ALL, orders.prices());
    }

    @Test
    void nobodyComesInWithoutTls() throws IOException {
        var at = (InetSocketAddress) listen();
        try (var plain = new Socket(at.getAddress(), at.getPort())) {
            plain.getOutputStream()
                    .write((String.join("\n", desk("1", SHORT).lines()) + "\nbeat\n").getBytes(StandardCharsets.UTF_8));
            plain.getOutputStream().flush();
            awaitTold("refused");
        }
        assertEquals(ALL, orders.prices());
    }

    private static boolean takesAnother(Socket plain) {
        try {
            plain.getOutputStream().write(1);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Each byte in time, and never enough of them: so all places could be held by few who have no key. */
    @Test
    void whoeverComesByteByByteIsNotWaitedForForEver() throws IOException {
        var at = (InetSocketAddress) listen();
        try (var plain = new Socket(at.getAddress(), at.getPort())) {
            plain.setTcpNoDelay(true);
            plain.getOutputStream().write(new byte[] {22, 3, 1, 64, 0});

            await("to be turned away")
                    .pollInterval(Duration.ofMillis(500))
                    .atMost(LONGEST)
                    .until(() -> !takesAnother(plain));
        }
        awaitTold("refused");
    }

    @Test
    void aDeskSpeaksToNoServerThatDoesNotHoldTheKey() throws IOException {
        var other = key("impostors.key");
        var at = listen(port.address(), other);

        assertThrows(IOException.class, () -> Connection.to(at, key).close());
    }

    @Test
    void aSocketFileIsItsOwnersAloneAndGoneAfterwards() throws IOException {
        var file = folder.resolve("guardian.sock");
        var at = listen(UnixDomainSocketAddress.of(file), null);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

        try (var line = Connection.to(at, null)) {
            charge(line, desk("1", SHORT));
            arm(line);
            await("its orders to be gone").atMost(LONGEST).until(() -> orders.prices()
                    .equals(NOT_OURS));
        }
        assertThrows(MistakeException.class, () -> Door.open(at, null));
        close();
        assertTrue(Files.notExists(file));
    }

    @Test
    void aSocketFileOfAKilledGuardianIsTakenOverAndAPlainFileIsNot() throws IOException {
        var file = folder.resolve("guardian.sock");
        Files.writeString(file, "precious");
        assertThrows(MistakeException.class, () -> Door.open(UnixDomainSocketAddress.of(file), null));
        assertEquals("precious", Files.readString(file));
        Files.delete(file);

        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(file));
        }
        Door.open(UnixDomainSocketAddress.of(file), null).close();
        assertTrue(Files.notExists(file));
    }

    @Test
    void aKeyIsNeverOverwrittenAndNotReadWhereOthersCanReadIt() throws IOException {
        var file = folder.resolve("shared.key");
        var before = Files.readString(file);

        assertThrows(MistakeException.class, () -> SharedKey.create(file, Clock.systemUTC()));
        assertEquals(before, Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThrows(MistakeException.class, () -> SharedKey.read(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, before.substring(0, 300));
        var refused = assertThrows(MistakeException.class, () -> SharedKey.read(file));
        assertEquals("program.guardian.key.unreadable", refused.said().key());
    }
}
