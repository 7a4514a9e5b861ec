package makerdeck.attach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import makerdeck.console.tty.Tty;
import makerdeck.headless.AnswerLine;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.settings.ParsedCommand;
import makerdeck.text.Typed;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/** {@code makerdeck ctl}: sends commands to a running desk and prints what it answers. */
public final class CtlCommand {

    private static final int OK = 0;
    private static final int USAGE = 2;
    private static final int REFUSED = 3;
    private static final int NOT_CONNECTED = 4;

    /** A desk that works answers in milliseconds; an overloaded machine takes its time. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

    private static final String NO = "no";

    /** The desk hung up. */
    private static final String END = "";

    private final ParsedCommand.RunCtl choice;
    private final Speech speech;
    private final Typed typed;
    private final boolean terminal;
    private final PrintStream out;
    private final PrintStream errors;

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    // The worst so far.
    private int code = OK;

    public CtlCommand(ParsedCommand.RunCtl choice, Speech speech, InputStream in, PrintStream out, PrintStream errors) {
        this.choice = choice;
        this.speech = speech;
        this.typed = new Typed(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        this.terminal = Tty.isInput();
        this.out = out;
        this.errors = errors;
    }

    /** Returns the exit code. Blocks. */
    public int run(Path desks) throws InterruptedException {
        try (var desk = new RunningDesks(desks).call(choice.desk())) {
            var to = new PrintStream(Caller.output(desk), true, StandardCharsets.UTF_8);
            to.print(new Greeting(
                                    Greeting.COMMANDS,
                                    Map.of(Greeting.LANGUAGE, speech.language().tag()))
                            .line() + "\n");
            to.flush();
            Threads.start("desk", () -> listen(desk));
            Caller.requireWelcome(next());
            for (var line = first(); line != null; line = another()) {
                send(line, to);
            }
            return code;
        } catch (MistakeException wrong) {
            return fail(USAGE, wrong.said());
        } catch (IOException gone) {
            return fail(NOT_CONNECTED, FileErrors.of(gone));
        }
    }

    private int fail(int why, Message said) {
        errors.println("makerdeck: " + speech.say(said));
        return why;
    }

    private @Nullable String first() throws IOException {
        if (!choice.line().isEmpty()) {
            return choice.line();
        }
        if (terminal) {
            throw new MistakeException(Message.of("attach.ctl.what"));
        }
        return another();
    }

    /** Of a pipe; null when there is none, or nothing more in it. */
    private @Nullable String another() throws IOException {
        if (!choice.line().isEmpty()) {
            return null;
        }
        var line = typed.next();
        return line == null ? null : line.text();
    }

    /** Until all of the line is answered. */
    private void send(String line, PrintStream to) throws IOException, InterruptedException {
        boolean asked = false;
        to.println(line);
        for (var answer = AnswerLine.of(next());
                answer.kind() != AnswerLine.Kind.DONE;
                answer = AnswerLine.of(next())) {
            if (choice.json() && answer.kind() != AnswerLine.Kind.OTHER) {
                out.println(answer.json());
            }
            if (answer.kind() == AnswerLine.Kind.QUESTION) {
                asked = true;
                ask(answer, to);
            } else {
                tell(answer, asked);
            }
        }
        out.flush();
    }

    private void tell(AnswerLine answer, boolean asked) {
        boolean refused = answer.kind() == AnswerLine.Kind.COMMAND && !answer.ok();
        if (refused) {
            code = Math.max(code, asked || answer.isOfDesk() ? REFUSED : USAGE);
        }
        if (choice.json()) {
            return;
        }
        if (refused) {
            errors.println("makerdeck: " + answer.text());
        } else if (answer.kind() == AnswerLine.Kind.COMMAND && answer.text().isEmpty()) {
            out.println(speech.say("attach.ctl.done"));
        } else if (answer.kind() != AnswerLine.Kind.OTHER) {
            out.println(answer.text());
        }
    }

    /** Nobody who could answer is no. */
    private void ask(AnswerLine question, PrintStream to) throws IOException {
        if (!choice.json()) {
            errors.println(question.text());
        }
        if (!terminal && !choice.line().isEmpty()) {
            errors.println("makerdeck: " + speech.say("attach.ctl.nobody"));
            to.println(NO);
            return;
        }
        if (terminal) {
            errors.print(speech.say(
                            "attach.ctl.answer",
                            question.word(),
                            question.patience().toSeconds()) + " ");
            errors.flush();
        }
        var answer = typed.next();
        if (terminal) {
            to.println(answer != null && question.isAnsweredBy(answer.text()) ? answer.text() : NO);
        } else {
            to.println(answer == null ? NO : answer.text());
        }
    }

    private void listen(SocketChannel desk) {
        try (var lines = new BufferedReader(new InputStreamReader(Caller.input(desk), StandardCharsets.UTF_8))) {
            lines.lines().forEach(heard::add);
        } catch (IOException | UncheckedIOException gone) {
            heard.add(END);
        }
        heard.add(END);
    }

    private String next() throws IOException, InterruptedException {
        var line = Optional.ofNullable(heard.poll(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        if (line.isEmpty()) {
            throw new IOException(speech.say("attach.ctl.silent", ANSWERS_WITHIN.toSeconds()));
        }
        if (line.get().equals(END)) {
            throw new IOException(speech.say("attach.ctl.gone"));
        }
        return line.get();
    }
}
