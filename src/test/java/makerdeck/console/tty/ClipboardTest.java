package makerdeck.console.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClipboardTest {

    private static final String ID = "\033]52;c;NDcxMQ==\007";

    @Test
    void aTerminalGetsTheTextEncoded() {
        assertEquals(ID, new Clipboard(Map.of()).sequence("4711"));
    }

    @Test
    void tmuxGetsItForItselfAndForTheTerminalAroundIt() {
        assertEquals(
                ID + "\033Ptmux;\033" + ID + "\033\\",
                new Clipboard(Map.of("TMUX", "/tmp/tmux-0/default,1,0")).sequence("4711"));
    }

    @Test
    void screenHandsItOn() {
        assertEquals("\033P" + ID + "\033\\", new Clipboard(Map.of("STY", "1.pts-0")).sequence("4711"));
    }

    @Test
    void nothingThatIsCopiedCanBeACommandWhereItIsPasted() {
        var encoded = new Clipboard(Map.of()).sequence("rm -rf /\n\033[31m\007\u202E\t4711\r");

        var text = decoded(encoded);
        assertTrue(text.chars().allMatch(c -> c >= ' ' && c < 0x7F), text);
        assertEquals("rm -rf / [31m 4711", text.replaceAll(" +", " "));
    }

    @Test
    void aLongTextIsBounded() {
        assertEquals(
                2000,
                decoded(new Clipboard(Map.of()).sequence("x".repeat(100_000))).length());
    }

    private static String decoded(String sequence) {
        var encoded = sequence.substring("\033]52;c;".length(), sequence.length() - 1);
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
