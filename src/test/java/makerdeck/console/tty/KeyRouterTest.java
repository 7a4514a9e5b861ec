package makerdeck.console.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.Key;
import org.jline.utils.NonBlockingReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyRouterTest {

    private final List<Action.Screen> screen = new ArrayList<>();
    private final List<MouseReport> mouse = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int dropped;
    private boolean ended;

    @Test
    void typedTextAndReturnGoToTheLine() {
        send("set spread 0.3\r");

        assertEquals("set spread 0.3\r", line.toString());
        assertTrue(ended);
    }

    @Test
    void charactersOfAllLanguagesGoToTheLineWhole() {
        send("\u6bd4\u7279\u5e63 \uD83D\uDE00");

        assertEquals("\u6bd4\u7279\u5e63 \uD83D\uDE00", line.toString());
    }

    @Test
    void arrowsLookTheSameWhateverTheTerminalSends() {
        send("\033[A\033OA\033[1~\033[7~\033OH\033[H");

        assertEquals("\033OA\033OA\033OH\033OH\033OH\033OH", line.toString());
    }

    @Test
    void functionKeysGoToTheScreen() {
        send("\033[19~\033OS\033[5~\033[6~\014");

        assertEquals(
                List.of(
                        Action.Screen.HALT,
                        Action.Screen.ACKNOWLEDGE,
                        Action.Screen.PAGE_UP,
                        Action.Screen.PAGE_DOWN,
                        Action.Screen.REPAINT),
                screen);
        assertEquals("", line.toString());
    }

    @Test
    void stopQuitAndLineFeedKeysDoNothing() {
        send("a\032\034\nb\023\021c");

        assertEquals("abc", line.toString());
    }

    @Test
    void escapeAloneReachesTheLineAsItsOwnKey() {
        send("a\033");

        assertEquals("a" + Key.ESC.inLine(), line.toString());
    }

    @Test
    void altWithAnUnknownKeyIsEscapeAndThenTheKey() {
        send("\033h\033b");

        assertEquals(Key.ESC.inLine() + "h\033b", line.toString());
    }

    @Test
    void sequencesNobodyKnowsVanishWhole() {
        send("a\033[1;5R\033[<0;10;10M\033[<0;10;10m\033[I\033[O\033[200;99u\033]0;title\007\033P+q\033\\b");

        assertEquals("ab", line.toString());
    }

    @Test
    void oldMouseReportsVanishWithTheirRawBytes() {
        send("a\033[M !\"b");

        assertEquals("ab", line.toString());
    }

    @Test
    void aBrokenSequenceTakesItsControlCharacterWithIt() {
        send("a\033[12\rb\033\rc");

        assertEquals("abc", line.toString());
    }

    @Test
    void theMouseIsReportedInCellsFromZeroAndTheRestOfItsReportsSwallowed() {
        send("\033[<0;1;1M\033[<0;1;1m\033[<64;80;24M\033[<65;3;4M\033[<35;3;4M\033[<99999;1;1Mx");

        assertEquals(
                List.of(
                        new MouseReport(MouseReport.Kind.PRESS, 0, 0),
                        new MouseReport(MouseReport.Kind.WHEEL_UP, 79, 23),
                        new MouseReport(MouseReport.Kind.WHEEL_DOWN, 2, 3)),
                mouse);
        assertEquals("x", line.toString());
    }

    @Test
    void aPasteIsOneLineWithoutKeysInIt() {
        send("\033[200~pause\r\nhalt\n\033[19~\tquit\r\033[201~");

        assertEquals("\033[200~pause  halt [19~ quit\033[201~", line.toString());
        assertEquals(List.of(), screen);
    }

    @Test
    void aPasteThatNeverEndsIsStillNoKey() {
        send("\033[200~quit\r");

        assertEquals("\033[200~quit\033[201~", line.toString());
    }

    @Test
    void aPasteTooLongToBeMeantIsDroppedToItsEnd() {
        send("\033[200~" + "quit\r".repeat(2000) + "\033[201~ok");

        assertEquals("ok", line.toString());
        assertEquals(1, dropped);
    }

    @Test
    void manyEscapesInARowAreHarmless() {
        send("\033".repeat(20_000) + "\033[".repeat(20_000));

        assertFalse(line.toString().contains("["));
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    /** Arrows, mouse and focus reports, broken sequences: 10,000 bytes and more of them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void garbageEndsNoLineAndPressesNoKeyOfTheScreen(long seed) {
        var random = new SplittableRandom(seed);
        var junk = new StringBuilder();
        while (junk.length() < 10_000) {
            switch (random.nextInt(8)) {
                case 0 -> junk.append("\033[").append("ABCDHFIO".charAt(random.nextInt(8)));
                case 1 -> junk.append("\033[<").append(random.nextInt(99)).append(";13;10M");
                case 2 ->
                    junk.append("\033[M").append((char) random.nextInt(33, 127)).append("\r!");
                case 3 -> junk.append("\033[").append(random.nextInt(99)).append("\r");
                case 4 -> junk.append("\033O").append((char) random.nextInt(1, 32));
                case 5 -> junk.append("\033]").append(random.nextInt(99)).append("\rquit\r\007");
                case 6 -> junk.append((char) random.nextInt(0x80, 0xA0));
                default -> junk.append("\033\r");
            }
        }
        send(junk.toString());

        assertEquals(-1, line.indexOf("\r"), () -> "seed " + seed);
        assertEquals(List.of(), screen);
    }

    /** The same, but the connection stumbles every now and then, in the middle of anything. */
    @ParameterizedTest
    @MethodSource("seeds")
    void garbageThatComesInPiecesEndsNoLineEither(long seed) {
        var random = new SplittableRandom(seed);
        var junk = new StringBuilder();
        while (junk.length() < 10_000) {
            switch (random.nextInt(4)) {
                case 0 -> junk.append("\033[<").append(random.nextInt(99)).append(";13;10M");
                case 1 -> junk.append("\033[").append(random.nextInt(99)).append("\r");
                case 2 -> junk.append("\033]").append(random.nextInt(99)).append("\rquit\r\007");
                default -> junk.append("\033[200~halt\rquit\r\033[201~");
            }
        }
        var keys = new SlowKeys();
        for (int from = 0; from < junk.length(); ) {
            int to = Math.min(junk.length(), from + random.nextInt(60, 400));
            keys.after(random.nextInt(4000), junk.substring(from, to));
            from = to;
        }
        send(keys);

        assertEquals(-1, line.indexOf("\r"), () -> "seed " + seed + ": " + line);
        assertEquals(List.of(), screen);
    }

    @Test
    void theRestOfASequenceIsNotTypedHoweverLateItComes() {
        send(new SlowKeys()
                .after(0, "\033]51")
                .after(900, "\rquit\r\007")
                .after(900, "x")
                .after(900, "pause\r"));

        assertEquals("xpause\r", line.toString());
    }

    @Test
    void theRestOfAPasteIsNotTypedHoweverLateItComes() {
        send(new SlowKeys()
                .after(0, "\033[200~one")
                .after(5000, "\rhalt\r\033[201~")
                .after(900, "x"));

        assertEquals("\033[200~one\033[201~x", line.toString());
    }

    @Test
    void anEscapeThatComesBeforeItsSequenceIsNotMistakenForTheKey() {
        send(new SlowKeys().after(0, "a\033").after(900, "]51\rquit\r\007").after(900, "b"));

        assertEquals("a" + Key.ESC.inLine() + "b", line.toString());
    }

    @Test
    void whatIsTypedAfterEscapeIsTyped() {
        send(new SlowKeys().after(0, "\033").after(100, "[").after(100, "x").after(100, "\r"));

        assertEquals(Key.ESC.inLine() + "[x\r", line.toString());
    }

    @Test
    void returnAloneAfterAnUnfinishedSequenceIsNotYetAnAnswer() {
        send(new SlowKeys().after(0, "x\033[1").after(900, "\r").after(900, "\r"));

        assertEquals("x\r", line.toString());
    }

    private void send(String keys) {
        send(SlowKeys.atOnce(keys));
    }

    private void send(NonBlockingReader keys) {
        new KeyRouter(keys, 50, new KeyRouter.Destination() {
                    @Override
                    public void screen(Action.Screen action) {
                        screen.add(action);
                    }

                    @Override
                    public void mouse(MouseReport report) {
                        mouse.add(report);
                    }

                    @Override
                    public void line(String keys) {
                        line.append(keys);
                    }

                    @Override
                    public void droppedPaste() {
                        dropped++;
                    }

                    @Override
                    public void ended() {
                        ended = true;
                    }
                })
                .run();
    }
}
