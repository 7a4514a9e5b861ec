package makerdeck.console.keys;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import makerdeck.command.CommandLanguage;
import makerdeck.command.Completion;
import makerdeck.console.FixedContext;
import makerdeck.console.line.CommandLine;
import makerdeck.console.line.LineView;
import makerdeck.console.tty.KeyRouter;
import makerdeck.console.tty.MouseReport;
import makerdeck.console.tty.SlowKeys;
import makerdeck.message.Message;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of keys against the router and the command line as they are: bytes of a terminal in, deeds out. */
class KeyBindingTest {

    /** What is typed before the key and after it, and all that comes of it. */
    private record Trial(String before, String after, List<String> done) {
        Trial(String before, String after, String... done) {
            this(before, after, List.of(done));
        }
    }

    private static final List<String> CHOICES = new CommandLanguage(new FixedContext())
            .complete("rebalance ", "rebalance ".length()).stream()
                    .map(Completion::value)
                    .toList();

    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile boolean screenOpen;
    private CommandLine line;

    @BeforeEach
    void open() throws IOException {
        line = new CommandLine(new CommandLanguage(new FixedContext()), Spoken.ENGLISH, null, new Listener());
        for (var work : List.<Runnable>of(line::feedKeys, line::readLines)) {
            var thread = new Thread(work);
            thread.setDaemon(true);
            thread.start();
        }
    }

    @AfterEach
    void close() {
        line.close();
    }

    static Stream<Arguments> everySequenceOfEveryRow() {
        return Arrays.stream(KeyBinding.values()).flatMap(row -> row.keys().stream()
                .flatMap(key -> key.sent().stream().map(bytes -> Arguments.of(row, key, bytes))));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("everySequenceOfEveryRow")
    void theBytesOfEveryRowReachItsAction(KeyBinding row, Key key, String bytes) {
        var trial = row.when() == When.ANYWHERE
                ? new Trial("pause", "\r", "screen " + row.action(), "line pause")
                : row.action() instanceof Action.Idle ? new Trial("", "", "idle " + row.action()) : trial(row, key);
        screenOpen = row.when() == When.SCREEN;

        assertDone(trial, bytes);
    }

    @Test
    void aKeyWithoutARowDoesNothing() {
        var idle = Arrays.stream(Key.values())
                .filter(key -> KeyBinding.of(key).isEmpty())
                .toList();

        assertEquals(List.of(Key.CTRL_Z, Key.CTRL_BACKSLASH), idle);
        for (var key : idle) {
            done.clear();
            assertDone(new Trial("pau", "se\r", "line pause"), key.sent().get(0));
        }
    }

    @Test
    void controlCharactersOutsideTheTableDoNothing() {
        for (char c = 1; c < ' '; c++) {
            if (Key.of(String.valueOf(c)).isEmpty()) {
                done.clear();
                assertDone(new Trial("pau", "se\r", "line pause"), String.valueOf(c));
            }
        }
    }

    @Test
    void escapeOutOfASearchForNothingIsStillOneStepBack() {
        assertDone(new Trial("\022", "", "escaped"), Key.ESC.sent().get(0));
    }

    @Test
    void noCommandLosesItsFirstLetterToAFullScreen() {
        screenOpen = true;
        var language = new CommandLanguage(new FixedContext());
        var verbs = language.complete("", 0).stream().map(Completion::value).toList();

        for (var verb : verbs) {
            done.clear();
            assertDone(new Trial("", "\r", "line " + verb), verb);
        }
        assertTrue(verbs.contains("halt"), verbs::toString);
    }

    @Test
    void theLettersOfAFullScreenAreLettersInALineThatHasBegun() {
        screenOpen = true;

        assertDone(new Trial("set ", "\r", "line set eijkxy"), "eijkxy");
    }

    @Test
    void aSearchTakesEveryCharacterForOne() {
        assertDone(new Trial("get fee\rpause\r", "\r", "line get fee", "line pause", "line get fee"), "\022fee");
    }

    @Test
    void theWordForTheNextLayoutNamesItsKey() {
        var word = Spoken.ENGLISH.say("command.word.layout.next");

        assertTrue(word.endsWith(" " + KeyBinding.LAYOUT.key()), word);
    }

    private static Trial trial(KeyBinding row, Key key) {
        if (row.when() == When.PALETTE) {
            return new Trial(":", "\025", "full " + row.action());
        }
        if (row.action() instanceof Action.Full full) {
            return new Trial("", "", "full " + full);
        }
        return switch (row) {
            case TAKE_CHOICE -> new Trial("rebalance \t\t", "\t\r", "line rebalance " + CHOICES.get(0) + " ");
            case NEXT_CHOICE -> new Trial("rebalance \t", "\r\r", "line rebalance " + CHOICES.get(0));
            case PREVIOUS_CHOICE ->
                new Trial("rebalance \t", "\r\r", "line rebalance " + CHOICES.get(CHOICES.size() - 1));
            case CLOSE_MENU -> new Trial("rebalance \t", "\t\r", "line rebalance ");
            case ZOOM -> new Trial("", "", "line ");
            case OPEN_PALETTE -> new Trial("", "x\r", "line :x");
            case RUN -> new Trial("pause", "", "line pause");
            case COMPLETE -> new Trial("reb", "now\r", "line rebalance now");
            case CLEAR, ABANDON, KILL_LINE -> new Trial("halt\002", "x\r", "line x");
            case BACK -> new Trial("", "", "escaped");
            case OLDER -> new Trial("pause\r", "\r", "line pause", "line pause");
            case NEWER -> new Trial("pause\rhalt\r\020\020", "\r", "line pause", "line halt", "line halt");
            case SEARCH -> new Trial("pause\r", "aus\r", "line pause", "line pause");
            case FILTER -> new Trial("", "x\r", "line /x");
            case TAKE_SUGGESTION -> new Trial("pause bid\rpau", "\r", "line pause bid", "line pause bid");
            case INSERT -> new Trial("a", "\r", "line a" + key.label());
            case LEFT -> new Trial("ab", "x\r", "line axb");
            case RIGHT -> new Trial("ab\001", "x\r", "line axb");
            case WORD_LEFT -> new Trial("aa bb", "x\r", "line aa xbb");
            case WORD_RIGHT -> new Trial("aa bb\001", "x\r", "line aa xbb");
            case LINE_START -> new Trial("ab", "x\r", "line xab");
            case LINE_END -> new Trial("ab\001", "x\r", "line abx");
            case DELETE -> new Trial("ab\001", "\r", "line b");
            case DELETE_BACK -> new Trial("ab", "\r", "line a");
            case KILL_REST -> new Trial("ab\002", "\r", "line a");
            case KILL_WORD -> new Trial("aa bb\001", "x\r", "line x bb");
            case KILL_WORD_BACK -> new Trial("aa bb", "x\r", "line aa x");
            case YANK -> new Trial("ab\025", "\r", "line ab");
            case YANK_OLDER -> new Trial("ab\025cd\025\031", "\r", "line ab");
            case UNDO -> new Trial("ab\025", "\r", "line ab");
            case TRANSPOSE -> new Trial("ab", "\r", "line ba");
            default -> throw new IllegalArgumentException("no trial for " + row);
        };
    }

    private void assertDone(Trial trial, String bytes) {
        send(trial.before());
        send(bytes);
        send(trial.after());
        send("fin\r");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !done.isEmpty() && done.get(done.size() - 1).endsWith("fin"));
        var expected = new ArrayList<>(trial.done());
        expected.add("line fin");
        assertEquals(expected, done);
    }

    /** What a terminal sends at one go; after it there is a pause. */
    private void send(String bytes) {
        new KeyRouter(SlowKeys.atOnce(bytes), 50, new Destination()).run();
    }

    private final class Destination implements KeyRouter.Destination {
        @Override
        public void screen(Action.Screen action) {
            done.add("screen " + action);
        }

        @Override
        public void mouse(MouseReport report) {
            done.add("mouse");
        }

        @Override
        public void line(String keys) {
            line.type(keys);
        }

        @Override
        public void droppedPaste() {
            done.add("dropped a paste");
        }

        @Override
        public void ended() {}
    }

    private final class Listener implements CommandLine.Listener {
        @Override
        public void changed(LineView view) {}

        @Override
        public void completed(String text, boolean pasted) {
            done.add("line " + text);
        }

        @Override
        public void idle(Action.Idle action) {
            done.add("idle " + action);
        }

        @Override
        public void odd(Message what) {
            done.add("odd " + what);
        }

        @Override
        public void failed(String text, RuntimeException why) {
            done.add("failed " + text + " " + why);
        }

        @Override
        public boolean isScreenOpen() {
            return screenOpen;
        }

        @Override
        public void full(Action.Full action) {
            done.add("full " + action);
        }

        @Override
        public void escaped() {
            done.add("escaped");
        }

        @Override
        public void abandonedNothing() {
            done.add("abandoned nothing");
        }
    }
}
