package makerdeck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.SplittableRandom;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.guardian.DeskLine;
import makerdeck.guardian.Guardian;
import makerdeck.logging.LogFile;
import makerdeck.process.Threads;
import makerdeck.words.Language;
import makerdeck.words.Speech;

/** The guardian's process: everything it must know comes through standard input. */
public final class GuardianProgram {

    private GuardianProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Its words are for its log, those of the client as well.
        var speech = new Speech(Language.ENGLISH);
        var out = System.out;
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var guardianOrders = Guardian.guardianOrders(in);
        if (guardianOrders.isEmpty()) {
            System.err.println("makerdeck: " + speech.say("program.guardian.alone"));
            System.exit(ExitCode.USAGE);
            return;
        }
        LogFile.open(guardianOrders.get().folder(), "guardian");
        LogFile.swallowPrints();
        var runtime = new ClientRuntime(Clock.systemUTC(), System::nanoTime, Threads::daemons, new SplittableRandom());
        var line = DeskLine.pipe();
        var guardian = new Guardian(guardianOrders.get(), runtime, line);
        Thread.setDefaultUncaughtExceptionHandler(new GuardianDeaths(guardian::isSweeping, System::exit));
        Threads.start("desk", () -> line.join(in, out));
        var cared = guardian.watch();
        System.exit(cared ? ExitCode.OK : ExitCode.ORDERS_LEFT);
    }
}
