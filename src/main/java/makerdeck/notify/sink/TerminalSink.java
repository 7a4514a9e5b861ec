package makerdeck.notify.sink;

import java.util.function.Predicate;
import makerdeck.message.Message;
import makerdeck.notify.model.Note;
import makerdeck.text.PlainText;

/**
 * The operator's own terminal, which shows a notification of its desktop: OSC 9 or OSC 777, through tmux to the terminal
 * around it (which needs {@code allow-passthrough on}). Whether it does is not told.
 */
public final class TerminalSink implements Sink {

    private static final int LONGEST = 200;
    private static final char ESCAPE = '\033';
    private static final char BELL = '\007';

    /** How terminals are told. */
    public enum Style {
        /** One text: iTerm2, kitty, Ghostty, WezTerm, Windows Terminal. */
        OSC9,
        /** Title and text: rxvt-unicode, foot, Ghostty, WezTerm. */
        OSC777
    }

    private final Style style;
    private final boolean tmux;
    private final Predicate<String> terminal;

    /** @param terminal takes the bytes; false when there is none */
    public TerminalSink(Style style, boolean tmux, Predicate<String> terminal) {
        this.style = style;
        this.tmux = tmux;
        this.terminal = terminal;
    }

    @Override
    public Verdict deliver(Note note) {
        return terminal.test(sequence(note)) ? Verdict.delivered() : Verdict.again(Message.of("notify.terminal.none"));
    }

    private String sequence(Note note) {
        var title = PlainText.line(note.title()).replace(';', ',');
        var text = Fields.cut(PlainText.line(note.text()), LONGEST);
        var plain = style == Style.OSC9
                ? ESCAPE + "]9;" + title + ": " + text + BELL
                : ESCAPE + "]777;notify;" + title + ';' + text + BELL;
        return tmux ? ESCAPE + "Ptmux;" + plain.replace("\033", "\033\033") + "\033\\" : plain;
    }
}
