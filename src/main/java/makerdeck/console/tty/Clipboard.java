package makerdeck.console.tty;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * What gives a terminal something for its clipboard: OSC 52, which most terminals take, also over SSH. Whether one did
 * is not told. tmux takes it with {@code set-clipboard on}, and hands on what is wrapped for the terminal around it with
 * {@code allow-passthrough on}: it gets both.
 */
public final class Clipboard {

    private static final int MOST = 2000;
    private static final char ESCAPE = '\033';
    private static final String END = "\033\\";

    private final boolean tmux;
    private final boolean screen;

    /** @param environment of the process, which says what stands between it and the terminal */
    public Clipboard(Map<String, String> environment) {
        tmux = !environment.getOrDefault("TMUX", "").isEmpty();
        screen = !tmux && !environment.getOrDefault("STY", "").isEmpty();
    }

    /** The bytes for a text, which can do nothing but be pasted: one line, without control characters. */
    public String sequence(String text) {
        var harmless = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\n' || c == '\t' ? ' ' : c)
                .filter(c -> Widths.isPrintable(c) && Character.getType(c) != Character.FORMAT)
                .limit(MOST)
                .forEach(harmless::appendCodePoint);
        var encoded = Base64.getEncoder().encodeToString(harmless.toString().getBytes(StandardCharsets.UTF_8));
        var plain = ESCAPE + "]52;c;" + encoded + '\007';
        if (tmux) {
            return plain + ESCAPE + "Ptmux;" + ESCAPE + plain + END;
        }
        return screen ? ESCAPE + "P" + plain + END : plain;
    }
}
