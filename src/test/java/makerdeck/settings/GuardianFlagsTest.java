package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guardians of other machines on the command line. */
class GuardianFlagsTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private ParsedCommand read(String... arguments) {
        return Settings.read(
                arguments,
                Map.of(),
                Settings.speech(arguments, Map.of()),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private Guardians desk(String... arguments) {
        return assertInstanceOf(
                        ParsedCommand.RunDesk.class, read(arguments), () -> errors.toString(StandardCharsets.UTF_8))
                .settings()
                .guardians();
    }

    @Test
    void isWatchedOverHereAloneUnlessToldOtherwise() {
        assertEquals(new Guardians(true, List.of(), null, Duration.ofSeconds(15)), desk());
        assertEquals(new Guardians(false, List.of(), null, Duration.ofSeconds(15)), desk("--no-guardian"));
    }

    @Test
    void takesPortsWithAKeyAndSocketFilesWithoutOnceEach() {
        var read = desk(
                "--guardian-at=vps2:7070",
                "--guardian-at=[::1]:7071",
                "--guardian-at=/run/g.sock",
                "--guardian-at=vps2:7070",
                "--guardian-key=shared.key",
                "--guardian-silence=1m");

        assertEquals(
                List.of(
                        new GuardianAddress("vps2:7070", InetSocketAddress.createUnresolved("vps2", 7070)),
                        new GuardianAddress("[::1]:7071", InetSocketAddress.createUnresolved("::1", 7071)),
                        new GuardianAddress("/run/g.sock", UnixDomainSocketAddress.of("/run/g.sock"))),
                read.elsewhere());
        assertEquals(Path.of("shared.key"), read.key());
        assertEquals(Duration.ofMinutes(1), read.silence());
    }

    @Test
    void listensWhereItIsToldTo() {
        assertEquals(
                new ParsedCommand.RunGuardian(
                        new GuardianAddress("/run/g.sock", UnixDomainSocketAddress.of("/run/g.sock")), null),
                read("guardian", "--listen", "/run/g.sock"));
        assertEquals(new ParsedCommand.MakeGuardianKey(Path.of("new.key")), read("guardian", "--new-key", "new.key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--guardian-at=vps2 | --guardian-at must be HOST:PORT (port 1 to 65535) or the full path of a socket file, was vps2",
                "--guardian-at=vps2:99999 | --guardian-at must be HOST:PORT (port 1 to 65535) or the full path of a socket file, was vps2:99999",
                "--guardian-at=vps2:7070 | --guardian-at vps2:7070 is a port that anybody could speak to: name the shared key too, or use a socket file through ssh",
                "--guardian-key=k | --guardian-key goes with --guardian-at only",
                "--guardian-at=/g.sock --guardian-silence=2s | --guardian-silence must be from 6s to 600s, was 2s; nearest: 6s",
                "--guardian-at=/g.sock --watch | a desk that only looks on (--watch) has no orders for a guardian: leave out --guardian-at",
                "guardian | say where desks reach it: --listen HOST:PORT with --key FILE, or --listen /path/of.sock",
                "guardian --new-key=k --listen=/g.sock | --new-key makes a key and does nothing else: leave out --listen and --key"
            })
    void saysWhatDoesNotGo(String line, String error) {
        assertEquals(new ParsedCommand.Answered(Settings.USAGE), read(line.split(" ")));
        var said = errors.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("makerdeck: " + error), said);
    }
}
