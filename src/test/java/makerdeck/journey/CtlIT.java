package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program speaks to a desk that runs already. */
class CtlIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private record Said(int code, String out, String errors) {}

    /** What is typed comes through a pipe. */
    private Said ctl(String typed, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Program.launcher().toString(), "ctl"));
        command.addAll(List.of(arguments));
        var errors = home.resolve("ctl.err");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + out);
        }
        return new Said(process.exitValue(), out, Files.readString(errors));
    }

    @Test
    void aCommandIsCarriedOutAndAnsweredWithItsCode() throws IOException, InterruptedException {
        try (var desk = new HeadlessDesk(home, Map.of(), "--seed", "7")) {
            desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));

            var done = ctl("", "pause", "bid", "for", "10m");
            assertEquals(0, done.code(), done::toString);
            desk.await("command", SOON, line -> line.text("line").equals("pause bid for 10m"));

            var mistake = ctl("", "sprad 3");
            assertEquals(2, mistake.code(), mistake::toString);
            assertTrue(mistake.errors().contains("spread"), mistake::toString);

            var nobody = ctl("", "set quantity 60");
            assertEquals(3, nobody.code(), nobody::toString);
            assertTrue(nobody.errors().contains("nobody is there to answer"), nobody::toString);

            var agreed = ctl("set quantity 60\nyes\n");
            assertEquals(0, agreed.code(), agreed::toString);
            desk.await("parameter", SOON, line -> line.text("new").equals("60"));

            var json = ctl("", "--json", "get spread; show health");
            assertEquals(0, json.code(), json::toString);
            assertEquals(
                    2,
                    json.out()
                            .lines()
                            .filter(line -> line.contains("\"event\":\"command\""))
                            .count(),
                    json::toString);
            assertEquals(
                    List.of(),
                    desk.all("parameter").stream()
                            .filter(line -> line.text("key").equals("spread"))
                            .toList());

            assertEquals(0, ctl("", "quit").code());
            assertEquals(0, desk.exitCode(SOON));
        }
        var gone = ctl("", "pause");
        assertEquals(2, gone.code(), gone::toString);
        assertTrue(gone.errors().contains("no desk of this user runs"), gone::toString);
    }

    @Test
    void ofSeveralDesksOneIsNamedAndADeadOneIsForgotten() throws IOException, InterruptedException {
        try (var first = new HeadlessDesk(home, Map.of(), "--seed", "7");
                var second = new HeadlessDesk(home, Map.of(), "--seed", "8", "--symbol", "BTC_USDC")) {
            first.await("state", SOON, line -> line.text("state").equals("QUOTING"));
            second.await("state", SOON, line -> line.text("state").equals("QUOTING"));

            var which = ctl("", "pause");
            assertEquals(2, which.code(), which::toString);
            assertTrue(which.errors().contains("SIM-BTC_USDC, SIM-SOL_USDC"), which::toString);
            assertEquals(0, ctl("", "--desk", "BTC", "pause").code());
            second.await("state", SOON, line -> line.text("state").equals("PAUSED"));

            first.killWithGuardian();
            assertEquals(0, ctl("", "resume").code());
            second.await("state", SOON, line -> line.text("state").equals("QUOTING"));
        }
    }

    @Test
    void atATerminalAQuestionIsAnsweredThere() throws IOException, InterruptedException {
        try (var desk = new HeadlessDesk(home, Map.of(), "--seed", "7");
                var terminal = new Tmux(100, 30, home.toFile())) {
            desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
            terminal.enter("MAKERDECK_HOME=" + home + " " + Program.launcher() + " ctl 'set quantity 60'");
            terminal.await("the question", SOON, "yes lets it go");
            terminal.enter("no");
            terminal.await("the refusal", SOON, "not sent");
            terminal.enter("echo code $?");
            terminal.await("its code", SOON, "code 3");

            terminal.enter("MAKERDECK_HOME=" + home + " " + Program.launcher() + " ctl 'set quantity 60' && echo fine");
            terminal.await("the question", SOON, screen -> screen.split("yes lets it go", -1).length == 3);
            terminal.enter("yes");
            desk.await("parameter", SOON, line -> line.text("new").equals("60"));
            terminal.await("the end", SOON, "\nfine");
        }
    }
}
