package makerdeck.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import makerdeck.faults.FaultRow;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x1B, 0x7F, 0x80, 0x9B, 0x9D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2028, 0x2029, 0x2066,
                0x2069, 0xFEFF, 0xD800
            })
    @FaultRow("68")
    void nothingThatCommandsATerminalOrHidesIsLeft(int sign) {
        assertEquals("a?b", PlainText.line("a" + (char) sign + "b"));
    }

    @Test
    @FaultRow("68")
    void anEscapeSequenceIsNoneAnyMore() {
        assertEquals("?]52;c;aGk=? x", PlainText.line("\u001b]52;c;aGk=\u0007\nx"));
    }

    @Test
    @FaultRow("68")
    void jsonKeepsAllAndShowsNothingHarmful() {
        assertEquals(
                "\"a\\u009b\\u202e\\u007fb 委託簿 🚀 \\udb40\\udc01 \\ud800\"",
                PlainText.escaped("\"a\u009b\u202e\u007fb 委託簿 🚀 \udb40\udc01 \ud800\""));
        assertSame("{}", PlainText.escaped("{}"));
    }

    @Test
    void whatHarmsNobodyStaysAsItIs() {
        var text = "委託簿 €5 – naïve 🚀 a\tb\nc";

        assertSame(text, PlainText.lines(text));
    }

    @Test
    void aLongLineIsCut() {
        assertEquals(401, PlainText.line("x".repeat(5000)).length());
    }

    @Test
    @FaultRow("68")
    void aValueInAMessageIsHarmless() {
        assertEquals("?[31mx; y", Spoken.ENGLISH.say("message.semicolon", "\u001b[31mx", "y"));
    }
}
