package makerdeck.console.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys that have a name here, and every sequence that a terminal is known to send for one: xterm, screen, tmux, the
 * Linux console and rxvt. What a key does stands in {@link KeyBinding}; one without a row there does nothing.
 */
public enum Key {
    ENTER("Enter", "\r"),
    TAB("Tab", "\t"),
    SHIFT_TAB("S-Tab", "\033[Z", "\033\t"),
    ESC("Esc", "\033"),
    BACKSPACE("Backspace", "\177", "\b"),
    DELETE("Delete", "\033[3~"),
    UP("Up", "\033OA", "\033[A"),
    DOWN("Down", "\033OB", "\033[B"),
    RIGHT("Right", "\033OC", "\033[C"),
    LEFT("Left", "\033OD", "\033[D"),
    HOME("Home", "\033OH", "\033[H", "\033[1~", "\033[7~"),
    END("End", "\033OF", "\033[F", "\033[4~", "\033[8~"),
    PAGE_UP("PgUp", "\033[5~"),
    PAGE_DOWN("PgDn", "\033[6~"),
    CTRL_RIGHT("C-Right", "\033[1;5C"),
    CTRL_LEFT("C-Left", "\033[1;5D"),

    F2("F2", "\033OQ", "\033[12~", "\033[[B"),
    F4("F4", "\033OS", "\033[14~", "\033[[D"),
    F6("F6", "\033[17~"),
    F8("F8", "\033[19~"),
    F9("F9", "\033[20~"),

    QUESTION("?", "?"),
    SLASH("/", "/"),
    // No command begins with one of these.
    E("e", "e"),
    I("i", "i"),
    J("j", "j"),
    K("k", "k"),
    X("x", "x"),
    Y("y", "y"),

    CTRL_A("C-a", "\001"),
    CTRL_B("C-b", "\002"),
    CTRL_C("C-c", "\003"),
    CTRL_D("C-d", "\004"),
    CTRL_E("C-e", "\005"),
    CTRL_F("C-f", "\006"),
    CTRL_G("C-g", "\007"),
    CTRL_K("C-k", "\013"),
    CTRL_L("C-l", "\014"),
    CTRL_N("C-n", "\016"),
    CTRL_P("C-p", "\020"),
    CTRL_R("C-r", "\022"),
    CTRL_T("C-t", "\024"),
    CTRL_U("C-u", "\025"),
    CTRL_W("C-w", "\027"),
    CTRL_Y("C-y", "\031"),
    CTRL_Z("C-z", "\032"),
    CTRL_BACKSLASH("C-\\", "\034"),
    CTRL_UNDERSCORE("C-_", "\037"),

    ALT_B("M-b", "\033b"),
    ALT_D("M-d", "\033d"),
    ALT_F("M-f", "\033f"),
    ALT_Y("M-y", "\033y"),
    ALT_BACKSPACE("M-Backspace", "\033\177");

    /** How escape alone reaches the command line: as a sequence that begins no other and that no terminal sends. */
    private static final String ESCAPE_IN_LINE = "\033[99~";

    private static final Map<String, Key> BY_SEQUENCE = Arrays.stream(values())
            .flatMap(key -> key.sent.stream().map(bytes -> Map.entry(bytes, key)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String label;
    private final List<String> sent;

    Key(String label, String... sent) {
        this.label = label;
        this.sent = List.of(sent);
    }

    /** The key that sends this, if it is one with a name. */
    public static Optional<Key> of(String sequence) {
        return Optional.ofNullable(BY_SEQUENCE.get(sequence));
    }

    /** The name that people read. */
    public String label() {
        return label;
    }

    /** All that terminals send for it. */
    public List<String> sent() {
        return sent;
    }

    /** Whether it is a character that may also be meant as one. */
    public boolean isPrintable() {
        return inLine().length() == 1 && inLine().charAt(0) > ' ' && inLine().charAt(0) < 0x7F;
    }

    /** The one sequence by which the command line knows it. */
    public String inLine() {
        return this == ESC ? ESCAPE_IN_LINE : sent.get(0);
    }
}
