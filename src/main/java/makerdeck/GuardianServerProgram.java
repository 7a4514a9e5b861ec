package makerdeck;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.guardian.GuardianOrders;
import makerdeck.guardian.distant.Door;
import makerdeck.guardian.distant.GuardianServer;
import makerdeck.guardian.distant.SharedKey;
import makerdeck.logging.LogFile;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.settings.Folders;
import makerdeck.settings.ParsedCommand;
import makerdeck.words.Speech;

/** {@code makerdeck guardian}: watches over desks of other machines until the process is told to stop. */
final class GuardianServerProgram {

    private GuardianServerProgram() {}

    /** Makes what a guardian and its desks share; returns the exit code. */
    static int makeKey(ParsedCommand.MakeGuardianKey asked, Speech speech, PrintStream out, PrintStream errors) {
        try {
            SharedKey.create(asked.file(), Clock.systemUTC());
            out.println(speech.say("program.guardian.key.made", asked.file()));
            return ExitCode.OK;
        } catch (IOException | MistakeException failed) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(failed)));
            return ExitCode.USAGE;
        }
    }

    /** Serves until a signal comes or nothing can be listened at; returns the exit code. */
    static int run(
            ParsedCommand.RunGuardian asked, Folders folders, Speech speech, PrintStream out, PrintStream errors) {
        try {
            folders.create();
            var key = asked.key() == null ? null : SharedKey.read(asked.key());
            LogFile.open(folders.state(), "guardian-elsewhere");
            var runtime =
                    new ClientRuntime(Clock.systemUTC(), System::nanoTime, Threads::daemons, new SplittableRandom());
            try (var door = Door.open(resolved(asked.listen().at()), key);
                    var server = new GuardianServer(door, folders.state(), runtime, told(speech, out))) {
                say(
                        speech,
                        out,
                        Message.of("program.guardian.listens", asked.listen().text()));
                server.serve();
            }
            return ExitCode.OK;
        } catch (IOException | MistakeException failed) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(failed)));
            return ExitCode.USAGE;
        }
    }

    private static SocketAddress resolved(SocketAddress typed) {
        return typed instanceof InetSocketAddress named
                ? new InetSocketAddress(named.getHostString(), named.getPort())
                : typed;
    }

    private static void say(Speech speech, PrintStream out, Message line) {
        out.println(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS) + " " + speech.say(line));
        out.flush();
    }

    private static GuardianServer.Listener told(Speech speech, PrintStream out) {
        return new GuardianServer.Listener() {
            @Override
            public void watches(GuardianOrders desk) {
                say(
                        speech,
                        out,
                        Message.of(
                                "program.guardian.watches",
                                desk.account(),
                                desk.silence().toSeconds()));
            }

            @Override
            public void isBack(GuardianOrders desk) {
                say(speech, out, Message.of("program.guardian.is-back", desk.account()));
            }

            @Override
            public void silent(GuardianOrders desk) {
                say(
                        speech,
                        out,
                        Message.of(
                                "program.guardian.silent",
                                desk.account(),
                                desk.silence().toSeconds()));
            }

            @Override
            public void ended(GuardianOrders desk, boolean cared) {
                var key = cared ? "program.guardian.ended" : "program.guardian.gave-up";
                say(speech, out, Message.of(key, desk.account()));
            }

            @Override
            public void refused(Message why) {
                say(speech, out, Message.of("program.guardian.refused", why));
            }
        };
    }
}
