package makerdeck.console.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import makerdeck.command.CommandLanguage;
import makerdeck.console.keys.Action;
import makerdeck.message.Message;
import makerdeck.words.Speech;
import org.jline.reader.Buffer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The command line without a screen: keys go in, views and completed lines come out. {@link #readLines} and {@link
 * #feedKeys} each want a thread; {@link #type} and {@link #resize} may be called by any.
 */
public final class CommandLine implements AutoCloseable {

    private static final int LONGEST = 512;
    /** With fewer the editor would scroll the line sideways; who draws it may still show fewer. */
    private static final int LEAST_ROWS = 3;

    /** Hears the command line. Called on the line thread; must not block. */
    public interface Listener {
        void changed(LineView view);

        /** A line was ended; may be blank. {@code pasted}: some of it came from a paste. */
        void completed(String line, boolean pasted);

        /** A key was pressed that means something to the screen while the line is empty. */
        void idle(Action.Idle action);

        /** Whether keys that mean something to a full screen belong to one now. */
        boolean isScreenOpen();

        /** Such a key was pressed while the line is empty. */
        void full(Action.Full action);

        /** Something was odd about what is kept from before, and left out. */
        void odd(Message what);

        /** The line, or what was to be done with it, failed: nobody knows how much of it was done. */
        void failed(String line, RuntimeException why);

        /** Escape was pressed where it means nothing to the line. */
        void escaped();

        /** The key that clears the line was pressed on an empty one. */
        void abandonedNothing();
    }

    /** What a thread feeds to the editor. */
    private interface Feed {
        void into(LineTerminal terminal) throws IOException;
    }

    private final CommandLanguage language;
    private final Speech speech;
    private final Listener listener;
    private final LineTerminal terminal;
    private final PanelLineReader reader;
    private final LineHistory history;
    private final LinkedBlockingQueue<Feed> feeds = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    // Line thread only.
    private final CompletionMenu menu;
    private final LineActions actions;
    private Check check = Check.NOTHING;
    private int checkedFor;
    private boolean pasted;

    /** @param historyFile null: history only in memory */
    public CommandLine(CommandLanguage language, Speech speech, @Nullable Path historyFile, Listener listener)
            throws IOException {
        this.language = language;
        this.speech = speech;
        this.listener = listener;
        this.terminal = new LineTerminal();
        this.history = new LineHistory(historyFile, listener::odd);
        this.menu = new CompletionMenu(language);
        this.reader = new PanelLineReader(terminal, speech, this::drawn);
        this.actions = new LineActions(reader, menu, history, listener);
        configure();
    }

    /** Keys as the router hands them out. */
    public void type(String keys) {
        feeds.add(to -> to.processInputBytes(keys.getBytes(StandardCharsets.UTF_8)));
    }

    /** Room for the text, without the prompt. */
    public void resize(int columns, int rows) {
        feeds.add(to -> {
            to.setSize(new Size(Math.max(1, columns), Math.max(LEAST_ROWS, rows)));
            to.raise(Terminal.Signal.WINCH);
        });
    }

    /** Hands the keys to the editor, which takes them at its own pace. Returns when closed or interrupted. */
    public void feedKeys() {
        try {
            while (!closed) {
                feeds.take().into(terminal);
            }
            // Closed before it could be told so.
            terminal.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Logger.info("command line closed: {}", e.getMessage());
        }
    }

    /** Reads line after line. Returns when closed. */
    public void readLines() {
        while (!closed) {
            var line = "";
            try {
                pasted = false;
                line = reader.readLine("");
                listener.completed(line, pasted);
            } catch (UserInterruptException e) {
                menu.close();
                if (e.getPartialLine().isBlank()) {
                    listener.abandonedNothing();
                }
            } catch (EndOfFileException e) {
                closed = true;
            } catch (RuntimeException e) {
                if (closed) {
                    // What it writes to is gone, which ends the editor while it waits for keys.
                    return;
                }
                // A fault in the editor costs the line, never the desk.
                Logger.error(e, "line lost");
                lose(line.isEmpty() ? text() : line, e);
            }
        }
    }

    /** Whatever of the menu or the check was at fault is begun anew. */
    private void lose(String line, RuntimeException why) {
        menu.close();
        check = Check.NOTHING;
        listener.failed(line, why);
    }

    /** Ends both threads. */
    @Override
    public void close() {
        closed = true;
        feeds.add(to -> to.close());
    }

    private void configure() {
        reader.setHistory(history);
        reader.setHighlighter((Highlighter) this::highlight);
        reader.setVariable(LineReader.BELL_STYLE, "none");
        reader.setVariable(LineReader.AMBIGUOUS_BINDING, 50L);
        reader.setVariable(LineReader.SEARCH_TERMINATORS, "");
        reader.setVariable(LineReader.HISTORY_SIZE, LineHistory.MOST_LINES);
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.CASE_INSENSITIVE_SEARCH, true);
        reader.option(LineReader.Option.AUTO_FRESH_LINE, false);
        reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, true);
        reader.getKeyMaps().put(LineReader.MAIN, LineKeys.map());
        reader.getWidgets().putAll(widgets());
    }

    private Map<String, Widget> widgets() {
        var widgets = new HashMap<String, Widget>();
        for (var key : LineKeys.keys()) {
            if (!reader.getBuiltinWidgets().containsKey(LineKeys.widget(key))) {
                widgets.put(LineKeys.widget(key), () -> actions.press(key));
            }
        }
        widgets.put(LineReader.SELF_INSERT, this::insert);
        widgets.put(LineReader.BEGIN_PASTE, this::paste);
        return widgets;
    }

    private Buffer buffer() {
        return reader.getBuffer();
    }

    private String text() {
        return buffer().toString();
    }

    private boolean insert() {
        return actions.pressCharacter(reader.getLastBinding()) || limited(LineReader.SELF_INSERT);
    }

    private boolean paste() {
        pasted = true;
        return limited(LineReader.BEGIN_PASTE);
    }

    /** Runs the editor's own widget, and takes back what makes the line too long. */
    private boolean limited(String widget) {
        var before = buffer().copy();
        Objects.requireNonNull(reader.getBuiltinWidgets().get(widget)).apply();
        if (buffer().length() > LONGEST) {
            buffer().copyFrom(before);
            return false;
        }
        return true;
    }

    private AttributedString highlight(LineReader unused, String text) {
        int columns = terminal.getSize().getColumns();
        if (!check.text().equals(text) || columns != checkedFor) {
            check = Check.of(language, speech, text, columns);
            checkedFor = columns;
        }
        var marked = new AttributedStringBuilder();
        if (check.wrong()) {
            marked.append(text.substring(0, check.from()));
            marked.styled(Spans.WRONG, text.substring(check.from(), check.to()));
            marked.append(text.substring(check.to()));
        } else {
            marked.append(text);
        }
        actions.suggestion(text).ifPresent(rest -> marked.styled(Spans.SUGGESTED, rest));
        return marked.toAttributedString();
    }

    private void drawn(List<AttributedString> rows, int cursorRow, int cursorColumn) {
        menu.follow(buffer());
        var spans = rows.stream().map(Spans::of).toList();
        listener.changed(
                new LineView(spans, cursorRow, cursorColumn, text(), check.hint(), check.wrong(), menu.view()));
    }
}
