package makerdeck.console.line;

import static java.util.Map.entry;

import java.util.Map;
import makerdeck.console.tty.KeyRouter;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** Which key does what in the command line: emacs keys, and only return ends a line. */
final class LineKeys {

    static final String COMPLETE = "desk-complete";
    static final String COMPLETE_BACK = "desk-complete-back";
    static final String OLDER = "desk-older";
    static final String NEWER = "desk-newer";
    static final String ESCAPE = "desk-escape";
    static final String ABANDON = "desk-abandon";
    static final String ACCEPT = "desk-accept";
    static final String RIGHT = "desk-right";
    static final String LINE_END = "desk-line-end";
    static final String LINE_START = "desk-line-start";
    static final String QUESTION = "desk-question";

    private static final Map<String, String> KEYS = Map.ofEntries(
            entry("\r", ACCEPT),
            entry("\t", COMPLETE),
            entry("\033[Z", COMPLETE_BACK),
            entry("\033OA", OLDER),
            entry("\020", OLDER),
            entry("\033OB", NEWER),
            entry("\016", NEWER),
            entry("\033OC", RIGHT),
            entry("\006", RIGHT),
            entry("\033OF", LINE_END),
            entry("\005", LINE_END),
            entry(KeyRouter.ESCAPE_KEY, ESCAPE),
            entry("\003", ABANDON),
            entry("\007", ESCAPE),
            entry("\033OD", LineReader.BACKWARD_CHAR),
            entry("\002", LineReader.BACKWARD_CHAR),
            entry("\033OH", LINE_START),
            entry("?", QUESTION),
            entry("\001", LineReader.BEGINNING_OF_LINE),
            entry("\004", LineReader.DELETE_CHAR),
            entry("\033[3~", LineReader.DELETE_CHAR),
            entry("\b", LineReader.BACKWARD_DELETE_CHAR),
            entry("\177", LineReader.BACKWARD_DELETE_CHAR),
            entry("\013", LineReader.KILL_LINE),
            entry("\025", LineReader.KILL_WHOLE_LINE),
            entry("\027", LineReader.BACKWARD_KILL_WORD),
            entry("\033\177", LineReader.BACKWARD_KILL_WORD),
            entry("\033d", LineReader.KILL_WORD),
            entry("\031", LineReader.YANK),
            entry("\033y", LineReader.YANK_POP),
            entry("\037", LineReader.UNDO),
            entry("\024", LineReader.TRANSPOSE_CHARS),
            entry("\033b", LineReader.BACKWARD_WORD),
            entry("\033f", LineReader.FORWARD_WORD),
            entry("\022", LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD),
            entry("\033[200~", LineReader.BEGIN_PASTE));

    private LineKeys() {}

    /** Nothing but these keys and printable characters does anything. */
    static KeyMap<Binding> map() {
        var map = new KeyMap<Binding>();
        map.bind(new Reference(LineReader.SELF_INSERT), KeyMap.range(" -~"));
        map.setUnicode(new Reference(LineReader.SELF_INSERT));
        KEYS.forEach((keys, widget) -> map.bind(new Reference(widget), keys));
        return map;
    }
}
