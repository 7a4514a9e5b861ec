package makerdeck.console.line;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import makerdeck.command.CommandLanguage;
import makerdeck.command.Completion;
import makerdeck.console.FixedContext;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.Key;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in, views and lines out, without a terminal: what we rely on in the line editor is written down here. */
class CommandLineTest {

    private static final String UP = "\033OA";
    private static final String DOWN = "\033OB";
    private static final String RIGHT = "\033OC";
    private static final String LEFT = "\033OD";
    private static final String HOME = "\033OH";
    private static final String END = "\033OF";

    @TempDir
    private Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Action.Idle> idle = new CopyOnWriteArrayList<>();
    private final List<Action.Full> full = new CopyOnWriteArrayList<>();
    private volatile boolean screenOpen;
    private final AtomicInteger escapes = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private volatile LineView view = LineView.EMPTY;
    private CommandLine line;

    @BeforeEach
    void open() throws IOException {
        line = new CommandLine(
                new CommandLanguage(new FixedContext()), Spoken.ENGLISH, folder.resolve("history"), new Listener());
        daemon(line::feedKeys);
        daemon(line::readLines);
        line.resize(60, 4);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void returnEndsTheLineAndEmptiesIt() {
        line.type("pause bid\r");

        await().atMost(Duration.ofSeconds(60)).until(() -> lines.equals(List.of("pause bid")));
        awaitView(now -> now.text().isEmpty());
    }

    @Test
    void aLineThatFailsIsToldAndTheNextOneIsRead() {
        line.type("fail\r");
        line.type("pause bid\r");

        await().atMost(Duration.ofSeconds(60)).until(() -> lines.equals(List.of("pause bid")));
        assertEquals(List.of("fail: on purpose"), failures);
    }

    @Test
    void itsEndIsNoFailure() throws IOException {
        for (int time = 0; time < 10; time++) {
            var another = new CommandLine(
                    new CommandLanguage(new FixedContext()),
                    Spoken.ENGLISH,
                    folder.resolve("history-" + time),
                    new Listener());
            var reading = daemon(another::readLines);
            daemon(another::feedKeys);
            var typed = "p".repeat(time + 1);
            another.type(typed);
            awaitView(now -> now.text().equals(typed));

            another.close();

            await().atMost(Duration.ofSeconds(30)).until(() -> !reading.isAlive());
        }
        assertEquals(List.of(), failures);
    }

    @Test
    void theViewShowsTextAndCursor() {
        line.type("pause");
        line.type(LEFT + LEFT);

        awaitView(now -> now.text().equals("pause") && now.cursorColumn() == 3);
        assertEquals("pause", shown(0));
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        line.type("# \u6bd4\u7279");

        awaitView(now -> now.cursorColumn() == 6);
    }

    @Test
    void aLongLineWrapsAndKeepsItsTextWhenTheWindowChanges() {
        line.type("# " + "x".repeat(70));
        awaitView(now -> now.rows().size() == 2 && now.cursorRow() == 1 && now.cursorColumn() == 12);

        line.resize(30, 4);

        awaitView(now -> now.rows().size() == 3);
        assertEquals("# " + "x".repeat(70), view.text());
        assertEquals("# " + "x".repeat(28), shown(0));
    }

    @Test
    void aWrongWordIsMarkedAndTheHintSaysWhy() {
        line.type("set sprad 0.3");

        awaitView(now -> now.text().equals("set sprad 0.3") && now.wrong());
        assertTrue(view.hint().contains("spread"), view.hint());
        assertEquals(new Span(Role.INPUT_WRONG, "sprad"), view.rows().get(0).get(1));
    }

    @Test
    void aWordThatMayBecomeRightIsNotMarked() {
        line.type("set spr");

        awaitView(now -> now.text().equals("set spr"));
        assertFalse(view.wrong());
    }

    @Test
    void theKeyForCompletionFinishesWhatIsCertain() {
        line.type("reb\t");

        awaitView(now -> now.text().equals("rebalance "));
        assertFalse(view.menu().isOpen());
    }

    @Test
    void theKeyForCompletionListsChoicesAndGoesThroughThem() {
        line.type("rebalance \t");
        awaitView(now -> now.menu().isOpen());
        var words = view.menu().items().stream().map(Completion::value).toList();
        assertTrue(words.contains("now"), words.toString());

        line.type("\t");
        awaitView(now -> now.text().equals("rebalance " + words.get(0)));
        line.type("\033[Z");
        awaitView(now -> now.text().equals("rebalance " + words.get(words.size() - 1)));
        line.type(DOWN);
        awaitView(now -> now.text().equals("rebalance " + words.get(0)));
    }

    @Test
    void returnOnAChoiceTakesItAndOnlyTheNextOneRunsTheLine() {
        line.type("rebalance \t\t\r");
        awaitView(now -> !now.menu().isOpen() && now.text().startsWith("rebalance "));
        assertEquals(List.of(), lines);

        line.type("\r");

        await().atMost(Duration.ofSeconds(60)).until(() -> lines.size() == 1);
    }

    @Test
    void typingNarrowsTheOpenList() {
        line.type("set \t");
        awaitView(now -> now.menu().isOpen());

        line.type("sprea");

        awaitView(now -> now.menu().isOpen()
                && now.menu().items().stream().allMatch(item -> item.value().startsWith("sprea")));
    }

    @Test
    void escapeClosesTheListThenClearsTheLineThenGoesToTheScreen() {
        line.type("set \t");
        awaitView(now -> now.menu().isOpen());

        line.type(Key.ESC.inLine());
        awaitView(now -> !now.menu().isOpen() && now.text().equals("set "));
        line.type(Key.ESC.inLine());
        awaitView(now -> now.text().isEmpty());
        line.type(Key.ESC.inLine());

        await().atMost(Duration.ofSeconds(60)).until(() -> escapes.get() == 1);
    }

    @Test
    void theAbandonKeyClearsTheLineAndSaysSoOnAnEmptyOne() {
        line.type("halt");
        awaitView(now -> now.text().equals("halt"));
        line.type("\003");
        awaitView(now -> now.text().isEmpty());
        assertEquals(0, abandoned.get());

        line.type("\003");

        await().atMost(Duration.ofSeconds(60)).until(() -> abandoned.get() == 1);
        assertEquals(List.of(), lines);
    }

    @Test
    void theEndOfFileKeyDeletesOrDoesNothing() {
        line.type("\004\004ab" + HOME + "\004");
        awaitView(now -> now.text().equals("b"));

        line.type("\r");

        await().atMost(Duration.ofSeconds(60)).until(() -> lines.equals(List.of("b")));
    }

    @Test
    void upFindsOlderLinesThatBeginAlikeAndDownComesBack() {
        line.type("pause\rset spread 0.3\rset target 25\r");
        await().atMost(Duration.ofSeconds(60)).until(() -> lines.size() == 3);

        line.type("se" + UP);
        awaitView(now -> now.text().equals("set target 25"));
        line.type(UP);
        awaitView(now -> now.text().equals("set spread 0.3"));
        line.type(DOWN + DOWN);
        awaitView(now -> now.text().equals("se"));
    }

    @Test
    void aSuggestionFromHistoryIsTakenAtTheEndOfTheLine() {
        line.type("set spread 0.3\r");
        await().atMost(Duration.ofSeconds(60)).until(() -> lines.size() == 1);
        line.type("set sp");
        awaitView(now -> now.text().equals("set sp"));
        assertEquals("set spread 0.3", shown(0));
        assertEquals(Role.INPUT_SUGGESTION, view.rows().get(0).get(1).role());

        line.type(RIGHT);

        awaitView(now -> now.text().equals("set spread 0.3"));
    }

    @Test
    void searchInHistoryFindsByAnyPart() {
        line.type("set spread 0.3\rpause\r");
        await().atMost(Duration.ofSeconds(60)).until(() -> lines.size() == 2);

        line.type("\022prea");
        awaitView(now -> now.rows().size() == 2 && shown(1).contains("bck-i-search: prea"));
        line.type(Key.ESC.inLine());

        awaitView(now -> now.rows().size() <= 1);
        assertEquals(2, lines.size());
    }

    @Test
    void onAnEmptyLineSomeKeysBelongToTheScreen() {
        line.type("\t\033[Z" + HOME + END + LEFT + RIGHT + "?");

        await().atMost(Duration.ofSeconds(60)).until(() -> idle.size() == 7);
        assertEquals(List.of(Action.Idle.values()), idle);
        assertEquals("", view.text());
    }

    @Test
    void onceSomethingIsTypedTheyBelongToTheLine() {
        line.type("# a?" + HOME + "x" + END + "y");

        awaitView(now -> now.text().equals("x# a?y"));
        assertEquals(List.of(), idle);
    }

    @Test
    void aFilterIsNeverWrongAndNeverRemembered() {
        line.type("/post-only ^");
        awaitView(now -> now.text().equals("/post-only ^"));
        assertFalse(view.wrong());
        assertTrue(view.hint().startsWith("only rows"), view.hint());

        line.type("\ryes\rpause\r" + UP);

        awaitView(now -> now.text().equals("pause"));
        line.type(UP);
        line.type("x");
        awaitView(now -> now.text().equals("pausex"));
    }

    @Test
    void undoAndYankWorkAsInEmacs() {
        line.type("set spread\025");
        awaitView(now -> now.text().isEmpty());

        line.type("\031");

        awaitView(now -> now.text().equals("set spread"));
    }

    @Test
    void aPasteStaysInTheLine() {
        line.type("\033[200~pause  halt\033[201~");

        awaitView(now -> now.text().equals("pause  halt"));
        assertEquals(List.of(), lines);
    }

    @Test
    void aLineWithAPasteInItIsKnownAsSuchAndTheNextOneIsNot() {
        line.type("\033[200~yes\033[201~\rno\r");

        await().atMost(Duration.ofSeconds(60)).until(() -> lines.equals(List.of("yes (pasted)", "no")));
    }

    @Test
    void theLineHasAnEnd() {
        line.type("\033[200~" + "x".repeat(2000) + "\033[201~");
        // Each key that is typed is checked and drawn, which takes a busy machine long.
        line.type("\033[200~" + "y".repeat(500) + "\033[201~");
        line.type("y".repeat(20));

        awaitView(now -> now.text().equals("y".repeat(512)));
    }

    @Test
    void choicesAreShownAsFarAsTheRowGoes() {
        line.type("theme nope");
        awaitView(now -> now.text().equals("theme nope") && now.wrong());
        assertTrue(view.hint().endsWith(" asia, cb-dark, +5 more: Tab)"), view.hint());
        assertTrue(view.hint().length() <= 60, view.hint());

        line.resize(100, 4);

        awaitView(now ->
                now.hint().equals("unknown theme nope (there are asia, cb-dark, cb-light, dark, light, mono, tty16)"));
    }

    @Test
    void aForgottenWordIsGuessedWhileTyping() {
        line.type("load high-vol");

        awaitView(now -> now.text().equals("load high-vol"));
        assertTrue(view.hint().endsWith(" load preset high-vol?"), view.hint());
        assertTrue(view.wrong());
    }

    @Test
    void exclamationAndQuotesMeanNothing() {
        line.type("!! 'a \"b \\c\r");

        await().atMost(Duration.ofSeconds(60)).until(() -> lines.equals(List.of("!! 'a \"b \\c")));
    }

    @Test
    void historyIsKeptInAFileOfItsOwnerWithoutRepetitionsAndSecrets() throws IOException {
        line.type("pause\rresume\rpause\rset secret=abc\rAAAAB3NzaC1yc2EAAAADAQABAAABAQDx\rhalt\r");
        await().atMost(Duration.ofSeconds(60)).until(() -> lines.size() == 6);

        var again = new LineHistory(folder.resolve("history"), odd -> {});

        assertEquals(List.of("resume", "pause", "halt"), again.lines());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("history"))));
    }

    private void awaitView(Predicate<LineView> wanted) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertTrue(wanted.test(view), () -> "last view: " + view));
    }

    private String shown(int row) {
        return view.rows().get(row).stream().map(Span::text).collect(Collectors.joining());
    }

    private final class Listener implements CommandLine.Listener {

        @Override
        public void changed(LineView changed) {
            view = changed;
        }

        @Override
        public void completed(String completed, boolean pasted) {
            if (completed.equals("fail")) {
                throw new IllegalStateException("on purpose");
            }
            lines.add(completed + (pasted ? " (pasted)" : ""));
        }

        @Override
        public void odd(Message what) {
            failures.add(Spoken.ENGLISH.say(what));
        }

        @Override
        public void failed(String failed, RuntimeException why) {
            failures.add(failed + ": " + why.getMessage());
        }

        @Override
        public void idle(Action.Idle key) {
            idle.add(key);
        }

        @Override
        public boolean isScreenOpen() {
            return screenOpen;
        }

        @Override
        public void full(Action.Full key) {
            full.add(key);
        }

        @Override
        public void escaped() {
            escapes.incrementAndGet();
        }

        @Override
        public void abandonedNothing() {
            abandoned.incrementAndGet();
        }
    }
}
