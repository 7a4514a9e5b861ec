package makerdeck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against datagram sockets of our own, as a service manager has them. */
@Timeout(60)
class NotifySocketTest {

    /** A real datagram socket, which Java does not have; what comes is printed, a message a line. */
    private static final String MANAGER = """
            import socket, sys
            name = sys.argv[1]
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind('\\0' + name[1:] if name[0] == '@' else name)
            print('bound', flush=True)
            while True:
                said = s.recv(4096).decode()
                if not said.startswith('BARRIER'):
                    print(said.strip().replace('\\n', '|'), flush=True)
            """;

    @TempDir
    private Path folder;

    private static void requirePrograms() {
        for (var program : List.of("systemd-notify", "python3")) {
            try {
                assertEquals(
                        0,
                        new ProcessBuilder(program, "--version")
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor());
            } catch (IOException absent) {
                Assumptions.abort(program + " is not there");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void hears(String address) throws IOException, InterruptedException {
        requirePrograms();
        var manager = new ProcessBuilder("python3", "-c", MANAGER, address).start();
        try (var heard = new BufferedReader(new InputStreamReader(manager.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("bound", heard.readLine());

            var socket = NotifySocket.of(Map.of("NOTIFY_SOCKET", address)).orElseThrow();
            socket.send(List.of("READY=1", "STATUS=SOL_USDC QUOTING: 掛單"));
            socket.send(List.of("WATCHDOG=1"));

            assertEquals("READY=1|STATUS=SOL_USDC QUOTING: 掛單", heard.readLine());
            assertEquals("WATCHDOG=1", heard.readLine());
        } finally {
            manager.destroyForcibly();
        }
    }

    @Test
    void aManagerBehindAFileHearsIt() throws IOException, InterruptedException {
        hears(folder.resolve("notify").toString());
    }

    @Test
    void aManagerBehindAnAbstractNameHearsIt() throws IOException, InterruptedException {
        hears("@makerdeck-test-" + ProcessHandle.current().pid());
    }

    @Test
    void aManagerThatIsNotThereIsATrouble() {
        requirePrograms();
        var socket = NotifySocket.of(
                        Map.of("NOTIFY_SOCKET", folder.resolve("nobody").toString()))
                .orElseThrow();
        assertThrows(IOException.class, () -> socket.send(List.of("READY=1")));
    }

    @Test
    void withoutAManagerNothingIsSaid() {
        assertTrue(NotifySocket.of(Map.of()).isEmpty());
        assertTrue(NotifySocket.of(Map.of("NOTIFY_SOCKET", "")).isEmpty());
    }
}
