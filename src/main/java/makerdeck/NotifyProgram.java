package makerdeck;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import makerdeck.notify.NotifyFile;
import makerdeck.notify.NotifyPlan;
import makerdeck.notify.SinkTools;
import makerdeck.notify.TestRound;
import makerdeck.notify.sink.Web;
import makerdeck.process.FileErrors;
import makerdeck.settings.Folders;
import makerdeck.words.Speech;

/** {@code makerdeck notify test}, and what a desk needs to tell people what happens. */
final class NotifyProgram {

    private NotifyProgram() {}

    static int test(
            Folders folders, Map<String, String> environment, Speech speech, PrintStream out, PrintStream errors)
            throws InterruptedException {
        try (var web = new Web()) {
            var plan = plan(folders);
            var tools = new SinkTools(web, NotifyProgram::onTheTerminal, isInTmux(environment));
            var file = folders.config().resolve(NotifyFile.NAME);
            var all = TestRound.run(plan, file, tools, Clock.systemUTC().instant(), speech, out);
            return all ? ExitCode.OK : ExitCode.NOT_CONNECTED;
        } catch (IOException unreadable) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(unreadable)));
            return ExitCode.USAGE;
        }
    }

    /** What the operator's file says; refuses one that is wrong or open to others. */
    static NotifyPlan plan(Folders folders) throws IOException {
        return NotifyFile.of(folders.config(), ZoneId.systemDefault());
    }

    static boolean isInTmux(Map<String, String> environment) {
        return !environment.getOrDefault("TMUX", "").isEmpty();
    }

    /** No screen is there to be torn by it. */
    private static boolean onTheTerminal(String sequence) {
        try (var terminal = new FileOutputStream("/dev/tty")) {
            terminal.write(sequence.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException none) {
            return false;
        }
    }
}
