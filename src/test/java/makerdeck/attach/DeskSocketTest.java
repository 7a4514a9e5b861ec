package makerdeck.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.message.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskSocketTest {

    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("desks");
    }

    private static String modes(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void onlyItsOwnerCanReachIt() throws IOException {
        Files.createDirectory(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        try (var socket = DeskSocket.open(folder(), "SIM-SOL_USDC")) {
            assertEquals("SIM-SOL_USDC", socket.name());
            assertEquals("rwx------", modes(folder()));
            assertEquals("rw-------", modes(folder().resolve("SIM-SOL_USDC.sock")));
        }
        assertFalse(Files.exists(folder().resolve("SIM-SOL_USDC.sock")));
    }

    @Test
    void aSecondDeskOfTheNameGetsANumberAndADeadOneIsReplaced() throws IOException {
        Files.createDirectory(folder());
        try (var died = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            died.bind(UnixDomainSocketAddress.of(folder().resolve("SIM-SOL_USDC.sock")));
        }

        try (var first = DeskSocket.open(folder(), "SIM-SOL_USDC");
                var second = DeskSocket.open(folder(), "SIM-SOL_USDC")) {
            assertEquals("SIM-SOL_USDC", first.name());
            assertEquals("SIM-SOL_USDC-2", second.name());
            assertTrue(DeskSocket.isAlive(folder().resolve("SIM-SOL_USDC.sock")));
        }
    }

    @Test
    void aPathThatTheSystemDoesNotAllowIsSaidWithItsLength() {
        var deep = home.resolve("x".repeat(100));

        var said = assertThrows(UnavailableException.class, () -> DeskSocket.open(deep, "SIM-SOL_USDC"))
                .said();

        var file = deep.resolve("SIM-SOL_USDC.sock");
        assertEquals(Message.of("attach.socket.too-long", file, file.toString().length(), 107), said);
    }

    @Test
    void whichDeskIsMeantIsToldFromItsNameOrAPartOfIt() throws IOException {
        var desks = new RunningDesks(folder());
        assertEquals("attach.desk.none", refusal(desks, "").key());
        try (var one = DeskSocket.open(folder(), "LIVE-SOL_USDC")) {
            desks.call("").close();
            try (var other = DeskSocket.open(folder(), "LIVE-BTC_USDC");
                    var third = DeskSocket.open(folder(), "LIVE-BTC_USDC")) {
                desks.call("sol").close();
                desks.call(one.name()).close();
                desks.call(other.name()).close();
                desks.call(third.name()).close();
                assertEquals(
                        Message.of("attach.desk.several", "LIVE-BTC_USDC-2, LIVE-BTC_USDC, LIVE-SOL_USDC"),
                        refusal(desks, ""));
                assertEquals(
                        Message.of("attach.desk.unknown", "ETH", "LIVE-BTC_USDC-2, LIVE-BTC_USDC, LIVE-SOL_USDC"),
                        refusal(desks, "ETH"));
            }
        }
    }

    private static Message refusal(RunningDesks desks, String wanted) {
        return assertThrows(MistakeException.class, () -> desks.call(wanted)).said();
    }
}
