package makerdeck.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of the table against what the descriptions of terminals say. */
class KeyTest {

    private static final Map<Capability, Key> KEYS = Map.ofEntries(
            Map.entry(Capability.key_f4, Key.F4),
            Map.entry(Capability.key_f6, Key.F6),
            Map.entry(Capability.key_f8, Key.F8),
            Map.entry(Capability.key_f9, Key.F9),
            Map.entry(Capability.key_ppage, Key.PAGE_UP),
            Map.entry(Capability.key_npage, Key.PAGE_DOWN),
            Map.entry(Capability.key_up, Key.UP),
            Map.entry(Capability.key_down, Key.DOWN),
            Map.entry(Capability.key_left, Key.LEFT),
            Map.entry(Capability.key_right, Key.RIGHT),
            Map.entry(Capability.key_dc, Key.DELETE),
            Map.entry(Capability.key_home, Key.HOME),
            Map.entry(Capability.key_end, Key.END),
            Map.entry(Capability.key_btab, Key.SHIFT_TAB));

    @ParameterizedTest
    @ValueSource(strings = {"xterm", "xterm-256color", "screen", "screen-256color", "rxvt"})
    void whatTheTerminalSaysItSendsIsKnown(String terminal) throws IOException {
        var described = new HashMap<Capability, String>();
        InfoCmp.parseInfoCmp(InfoCmp.getDefaultInfoCmp(terminal), new HashSet<>(), new HashMap<>(), described);
        var expected = new EnumMap<Capability, Key>(Capability.class);
        var found = new EnumMap<Capability, Key>(Capability.class);
        KEYS.forEach((capability, key) -> {
            var bytes = described.get(capability);
            if (bytes != null) {
                expected.put(capability, key);
                Key.of(Curses.tputs(bytes)).ifPresent(known -> found.put(capability, known));
            }
        });

        assertEquals(expected, found);
    }

    /** As {@code infocmp linux} tells: the editor brings no description of it. */
    @Test
    void whatTheLinuxConsoleSendsIsKnown() {
        var sent = Map.of(
                "\033[[D", Key.F4,
                "\033[17~", Key.F6,
                "\033[19~", Key.F8,
                "\033[20~", Key.F9,
                "\033[1~", Key.HOME,
                "\033[4~", Key.END,
                "\033[3~", Key.DELETE,
                "\033\t", Key.SHIFT_TAB,
                "\177", Key.BACKSPACE);

        sent.forEach((bytes, key) -> assertEquals(Optional.of(key), Key.of(bytes)));
    }
}
