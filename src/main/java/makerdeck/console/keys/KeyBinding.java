package makerdeck.console.keys;

import static makerdeck.console.keys.When.ANYWHERE;
import static makerdeck.console.keys.When.CHOOSING;
import static makerdeck.console.keys.When.EMPTY;
import static makerdeck.console.keys.When.LINE;
import static makerdeck.console.keys.When.MENU;
import static makerdeck.console.keys.When.PALETTE;
import static makerdeck.console.keys.When.SCREEN;
import static makerdeck.console.keys.When.SUGGESTED;
import static makerdeck.console.keys.When.TYPED;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.command.PaneName;
import org.jspecify.annotations.Nullable;

/**
 * The table of keys: when, what and which. Of the rows of one key the first that holds is done. The row of hints tells
 * them from the top as far as there is room, so the more needed stand higher.
 */
public enum KeyBinding {
    TAKE_CHOICE(CHOOSING, Action.Line.TAKE_CHOICE, null, Key.ENTER),
    NEXT_CHOICE(MENU, Action.Line.NEXT_CHOICE, null, Key.TAB, Key.DOWN, Key.CTRL_N),
    PREVIOUS_CHOICE(MENU, Action.Line.PREVIOUS_CHOICE, null, Key.SHIFT_TAB, Key.UP, Key.CTRL_P),
    CLOSE_MENU(MENU, Action.Line.CLOSE_MENU, null, Key.ESC, Key.CTRL_G),

    OPEN_ROW(SCREEN, Action.Full.OPEN, null, Key.ENTER),
    PREVIOUS_ROW(SCREEN, Action.Full.UP, null, Key.UP, Key.K),
    NEXT_ROW(SCREEN, Action.Full.DOWN, null, Key.DOWN, Key.J),
    FIRST_ROW(SCREEN, Action.Full.TOP, null, Key.HOME),
    LAST_ROW(SCREEN, Action.Full.BOTTOM, null, Key.END),
    PREVIOUS_COLUMN(SCREEN, Action.Full.LEFT, null, Key.LEFT),
    NEXT_COLUMN(SCREEN, Action.Full.RIGHT, null, Key.RIGHT),
    TURN(SCREEN, Action.Full.TURN, null, Key.I),
    COPY(SCREEN, Action.Full.COPY, null, Key.Y),
    ACT(SCREEN, Action.Full.ACT, null, Key.X),
    EDIT(SCREEN, Action.Full.EDIT, null, Key.E),
    NEXT_TABLE(SCREEN, Action.Full.NEXT, null, Key.TAB),

    PREVIOUS_ENTRY(PALETTE, Action.Full.UP, null, Key.UP, Key.SHIFT_TAB, Key.CTRL_P),
    NEXT_ENTRY(PALETTE, Action.Full.DOWN, null, Key.DOWN, Key.TAB, Key.CTRL_N),

    ZOOM(EMPTY, Action.Line.RUN, Hint.chosen("console.key.zoom"), Key.ENTER),
    NEXT_PANE(EMPTY, Action.Idle.NEXT_PANE, Hint.chosen("console.key.next"), Key.TAB),
    PREVIOUS_PANE(EMPTY, Action.Idle.PREVIOUS_PANE, null, Key.SHIFT_TAB),
    SHORTER(EMPTY, Action.Idle.LEFTWARDS, Hint.of(PaneName.MARKET, "console.key.shorter"), Key.LEFT),
    LONGER(EMPTY, Action.Idle.RIGHTWARDS, Hint.of(PaneName.MARKET, "console.key.longer"), Key.RIGHT),
    PAGE_DOWN(ANYWHERE, Action.Screen.PAGE_DOWN, Hint.chosen("console.key.scroll"), Key.PAGE_DOWN),
    PAGE_UP(ANYWHERE, Action.Screen.PAGE_UP, null, Key.PAGE_UP),
    TOP(EMPTY, Action.Idle.TOP, Hint.chosen("console.key.hold"), Key.HOME),
    FOLLOW(EMPTY, Action.Idle.FOLLOW, Hint.chosen("console.key.follow"), Key.END, Key.CTRL_E),

    RUN(LINE, Action.Line.RUN, Hint.usual("console.key.run"), Key.ENTER),
    COMPLETE(LINE, Action.Line.COMPLETE, Hint.usual("console.key.complete"), Key.TAB),
    CLEAR(TYPED, Action.Line.CLEAR, Hint.usual("console.key.clear"), Key.ESC, Key.CTRL_G),
    HELP(EMPTY, Action.Idle.HELP, Hint.usual("console.key.help"), Key.QUESTION),
    OPEN_PALETTE(EMPTY, Action.Line.PALETTE, Hint.usual("console.key.palette"), Key.F2),
    HALT(ANYWHERE, Action.Screen.HALT, Hint.usual("console.key.halt"), Key.F8),
    ACKNOWLEDGE(ANYWHERE, Action.Screen.ACKNOWLEDGE, Hint.usual("console.key.ack"), Key.F4),
    OLDER(LINE, Action.Line.OLDER, Hint.usual("console.key.history"), Key.UP, Key.CTRL_P),
    NEWER(LINE, Action.Line.NEWER, null, Key.DOWN, Key.CTRL_N),
    SEARCH(LINE, Action.Edit.SEARCH, Hint.usual("console.key.search"), Key.CTRL_R),
    /** A line that begins with it is a filter. */
    FILTER(LINE, Action.Edit.INSERT, Hint.always("console.key.filter"), Key.SLASH),
    LAYOUT(ANYWHERE, Action.Screen.LAYOUT, Hint.usual("console.key.layout"), Key.F9),
    BACK(EMPTY, Action.Line.BACK, Hint.chosen("console.key.back"), Key.ESC, Key.CTRL_G),
    MOUSE(ANYWHERE, Action.Screen.MOUSE, null, Key.F6),
    REPAINT(ANYWHERE, Action.Screen.REPAINT, null, Key.CTRL_L),

    TAKE_SUGGESTION(SUGGESTED, Action.Line.TAKE_SUGGESTION, null, Key.RIGHT, Key.CTRL_F, Key.END, Key.CTRL_E),
    ABANDON(LINE, Action.Line.ABANDON, null, Key.CTRL_C),
    INSERT(LINE, Action.Edit.INSERT, null, Key.QUESTION, Key.E, Key.I, Key.J, Key.K, Key.X, Key.Y),
    LEFT(LINE, Action.Edit.LEFT, null, Key.LEFT, Key.CTRL_B),
    RIGHT(LINE, Action.Edit.RIGHT, null, Key.RIGHT, Key.CTRL_F),
    WORD_LEFT(LINE, Action.Edit.WORD_LEFT, null, Key.ALT_B, Key.CTRL_LEFT),
    WORD_RIGHT(LINE, Action.Edit.WORD_RIGHT, null, Key.ALT_F, Key.CTRL_RIGHT),
    LINE_START(LINE, Action.Edit.LINE_START, null, Key.HOME, Key.CTRL_A),
    LINE_END(LINE, Action.Edit.LINE_END, null, Key.END, Key.CTRL_E),
    DELETE(LINE, Action.Edit.DELETE, null, Key.DELETE, Key.CTRL_D),
    DELETE_BACK(LINE, Action.Edit.DELETE_BACK, null, Key.BACKSPACE),
    KILL_REST(LINE, Action.Edit.KILL_REST, null, Key.CTRL_K),
    KILL_LINE(LINE, Action.Edit.KILL_LINE, null, Key.CTRL_U),
    KILL_WORD(LINE, Action.Edit.KILL_WORD, null, Key.ALT_D),
    KILL_WORD_BACK(LINE, Action.Edit.KILL_WORD_BACK, null, Key.CTRL_W, Key.ALT_BACKSPACE),
    YANK(LINE, Action.Edit.YANK, null, Key.CTRL_Y),
    YANK_OLDER(LINE, Action.Edit.YANK_OLDER, null, Key.ALT_Y),
    UNDO(LINE, Action.Edit.UNDO, null, Key.CTRL_UNDERSCORE),
    TRANSPOSE(LINE, Action.Edit.TRANSPOSE, null, Key.CTRL_T);

    private static final Map<Key, List<KeyBinding>> BY_KEY = byKey();

    private final When when;
    private final Action action;
    private final @Nullable Hint hint;
    private final List<Key> keys;

    KeyBinding(When when, Action action, @Nullable Hint hint, Key... keys) {
        this.when = when;
        this.action = action;
        this.hint = hint;
        this.keys = List.of(keys);
    }

    private static Map<Key, List<KeyBinding>> byKey() {
        var found = new EnumMap<Key, List<KeyBinding>>(Key.class);
        for (var key : Key.values()) {
            found.put(
                    key,
                    Arrays.stream(values())
                            .filter(binding -> binding.keys.contains(key))
                            .toList());
        }
        return found;
    }

    /** The rows of a key, in the order in which they are tried; none for a key that does nothing. */
    public static List<KeyBinding> of(Key key) {
        return BY_KEY.getOrDefault(key, List.of());
    }

    /** What the screen does at this key, whatever stands in the line. */
    public static Optional<Action.Screen> anywhere(Key key) {
        return of(key).stream()
                .filter(binding -> binding.when == ANYWHERE)
                .map(binding -> (Action.Screen) binding.action)
                .findFirst();
    }

    public When when() {
        return when;
    }

    public Action action() {
        return action;
    }

    public Optional<Hint> hint() {
        return Optional.ofNullable(hint);
    }

    /** The first is the one that is told. */
    public List<Key> keys() {
        return keys;
    }

    /** The name of the key that is told. */
    public String key() {
        return keys.get(0).label();
    }

    /** What is pressed, in the words of the hints: what stops the desk is pressed twice. */
    public String pressed() {
        return action == Action.Screen.HALT ? key() + " " + key() : key();
    }
}
