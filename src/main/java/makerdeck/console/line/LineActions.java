package makerdeck.console.line;

import java.util.Optional;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.Key;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.keys.When;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;

/** Does in the command line what the table of keys says. Line thread only. */
final class LineActions {

    private final PanelLineReader reader;
    private final CompletionMenu menu;
    private final LineHistory history;
    private final HistoryWalk walk;
    private final CommandLine.Listener listener;

    LineActions(PanelLineReader reader, CompletionMenu menu, LineHistory history, CommandLine.Listener listener) {
        this.reader = reader;
        this.menu = menu;
        this.history = history;
        this.walk = new HistoryWalk(history);
        this.listener = listener;
    }

    /** Does what the first row of the key says that holds. */
    boolean press(Key key) {
        return row(key).filter(binding -> act(binding.action())).isPresent();
    }

    /** The same for a character; false when it is to be inserted. */
    boolean pressCharacter(String typed) {
        return Key.of(typed)
                .flatMap(this::row)
                .filter(binding -> binding.action() != Action.Edit.INSERT)
                .filter(binding -> act(binding.action()))
                .isPresent();
    }

    private Optional<KeyBinding> row(Key key) {
        return KeyBinding.of(key).stream()
                .filter(binding -> holds(binding.when()))
                .findFirst();
    }

    private boolean holds(When when) {
        return switch (when) {
            case ANYWHERE -> false;
            case SCREEN -> isEmpty() && listener.isScreenOpen();
            case PALETTE -> text().startsWith(LineView.PALETTE) && !menu.isOpen() && !reader.isSearching();
            case EMPTY -> isEmpty();
            case TYPED -> buffer().length() > 0;
            case MENU -> menu.isOpen();
            case CHOOSING -> menu.view().chosen() >= 0;
            case SUGGESTED -> suggestion(text()).isPresent();
            case LINE -> true;
        };
    }

    private boolean isEmpty() {
        return buffer().length() == 0 && !menu.isOpen() && !reader.isSearching();
    }

    private boolean act(Action action) {
        if (action instanceof Action.Full full) {
            listener.full(full);
            return true;
        }
        if (action instanceof Action.Idle idle) {
            listener.idle(idle);
            return true;
        }
        if (action instanceof Action.Edit edit) {
            return call(edit.widget());
        }
        return action instanceof Action.Line line && act(line);
    }

    private boolean act(Action.Line action) {
        return switch (action) {
            case RUN -> accept();
            case TAKE_CHOICE, CLOSE_MENU -> closeMenu();
            case NEXT_CHOICE -> menu.choose(buffer(), 1);
            case PREVIOUS_CHOICE -> menu.choose(buffer(), -1);
            case COMPLETE -> menu.complete(buffer());
            case OLDER -> recall(walk.older(text()));
            case NEWER -> recall(walk.newer(text()));
            case TAKE_SUGGESTION -> takeSuggestion();
            case PALETTE -> write(LineView.PALETTE);
            case CLEAR -> call(LineReader.KILL_WHOLE_LINE);
            case BACK -> {
                listener.escaped();
                yield true;
            }
            case ABANDON -> throw new UserInterruptException(text());
        };
    }

    private Buffer buffer() {
        return reader.getBuffer();
    }

    private String text() {
        return buffer().toString();
    }

    private boolean call(String widget) {
        reader.callWidget(widget);
        return true;
    }

    private boolean write(String text) {
        buffer().write(text);
        return true;
    }

    private boolean accept() {
        menu.close();
        return reader.accept();
    }

    private boolean closeMenu() {
        menu.close();
        return true;
    }

    private boolean recall(Optional<String> line) {
        line.ifPresent(text -> {
            buffer().clear();
            buffer().write(text);
        });
        return line.isPresent();
    }

    private boolean takeSuggestion() {
        var rest = suggestion(text());
        rest.ifPresent(buffer()::write);
        return rest.isPresent();
    }

    /** What the history would put behind the text, at its end. */
    Optional<String> suggestion(String text) {
        boolean atEnd = buffer().cursor() == buffer().length();
        return text.isEmpty() || !atEnd || menu.isOpen() || reader.isSearching()
                ? Optional.empty()
                : history.suggestion(text);
    }
}
