package makerdeck.notify.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import makerdeck.message.Message;
import makerdeck.notify.model.Note;
import makerdeck.notify.model.NoteJson;

/** A program of the operator's: it gets the note as JSON on its standard input, and delivers it by ending with 0. */
public final class CommandSink implements Sink {

    /** What is in the environment for the desk alone. */
    private static final String OURS = "BACKPACK_";

    private final List<String> words;
    private final Duration patience;

    /** @param words the program and its arguments, run as they are, without a shell */
    public CommandSink(List<String> words, Duration patience) {
        this.words = List.copyOf(words);
        this.patience = patience;
    }

    @Override
    public Verdict deliver(Note note) throws InterruptedException {
        var builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith(OURS));
        Process process;
        try {
            process = builder.start();
        } catch (IOException impossible) {
            return Verdict.again(Message.of("notify.command.not-started"));
        }
        try {
            // A note is smaller than a pipe: this does not wait for the program.
            process.getOutputStream().write((NoteJson.text(note) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
        } catch (IOException unread) {
            // Whether it wanted to read is its own business: how it ends tells.
            return ended(process);
        }
        return ended(process);
    }

    private Verdict ended(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Verdict.again(Message.of("notify.command.too-long", patience.toSeconds()));
            }
            return process.exitValue() == 0
                    ? Verdict.delivered()
                    : Verdict.again(Message.of("notify.command.failed", process.exitValue()));
        } finally {
            process.destroyForcibly();
        }
    }
}
