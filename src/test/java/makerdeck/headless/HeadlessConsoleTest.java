package makerdeck.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.clock.SteppedClock;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.console.FixedContext;
import makerdeck.console.SampleDesk;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlessConsoleTest {

    private final SteppedClock clock = new SteppedClock(SampleDesk.NOON);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> judged = new ArrayList<>();
    private final List<DeskCommand> commands = new CopyOnWriteArrayList<>();
    private final SampleDesk sample = new SampleDesk();
    private final HeadlessConsole console = console(out);
    private boolean answers = true;
    private boolean moot;
    private volatile long previewed;

    private HeadlessConsole console(OutputStream to) {
        return new HeadlessConsole(
                sample::snapshot,
                new CommandLanguage(new FixedContext()),
                Spoken.ENGLISH,
                (line, command) -> {
                    if (command instanceof DeskCommand.Preview preview) {
                        previewed = preview.number();
                        if (moot) {
                            sample.preview = Preview.moot(preview.number(), List.of(Message.plain("at target")));
                        } else if (answers) {
                            sample.preview = new Preview(preview.number(), List.of(Message.plain("sell 9.20 SOL")));
                        }
                    } else {
                        commands.add(bare(command));
                    }
                },
                clock,
                new PrintStream(to, true, StandardCharsets.UTF_8),
                new AtomicLong()::incrementAndGet);
    }

    @Test
    void linesAreCommandsOfTheSameLanguageAsOnTheScreen() {
        read("set spread 0.5", "pa bid; ack # both", "");

        assertEquals(
                List.of(
                        new DeskCommand.SetParameters(Map.of("spread", "0.5")),
                        new DeskCommand.Pause(Side.BID, null),
                        new DeskCommand.Acknowledge()),
                commands);
    }

    @Test
    void aMistakeIsAnsweredAndNothingOfTheLineIsSent() throws InterruptedException {
        read("pause; sprad 3");

        assertEquals(List.of(), commands);
        var answer = written().get(0);
        assertTrue(answer.contains("\"event\":\"command\",\"line\":\"pause; sprad 3\""), answer);
        assertTrue(answer.contains("\"ok\":false"), answer);
    }

    @Test
    @FaultRow("68")
    void whatOthersHaveWrittenCannotCommandATerminal() throws InterruptedException {
        read("pause \u009b31m\u202e");
        console.accept(new DeskEvent(
                1,
                SampleDesk.NOON,
                Severity.WARN,
                Message.plain("refused: \u001b]52;\u009d\u202e\u2028"),
                new DeskNews.Noted()));

        var all = String.join("", written());
        assertTrue(all.contains("pause \\u009b31m\\u202e"), all);
        assertTrue(all.contains("pause \\u009b31m\\u202e"), all);
        assertTrue(all.contains("refused: ?]52;???"), all);
        assertTrue(all.matches("[ -~]*"), all);
    }

    @Test
    void aCommandThatFailsIsAnsweredAndTheNextLineIsRead() throws InterruptedException {
        var deaf = new HeadlessConsole(
                new SampleDesk()::snapshot,
                new CommandLanguage(new FixedContext()),
                Spoken.ENGLISH,
                (line, command) -> {
                    if (command instanceof DeskCommand.Acknowledge) {
                        throw new IllegalStateException("no room");
                    }
                    commands.add(bare(command));
                },
                clock,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new AtomicLong()::incrementAndGet);

        deaf.read(new BufferedReader(new StringReader("ack\npause bid\n")));
        deaf.write(() -> true);

        assertEquals(List.of(new DeskCommand.Pause(Side.BID, null)), commands);
        assertTrue(lines().get(0).contains("no room") && lines().get(0).contains("\"ok\":false"), lines().get(0));
    }

    @Test
    void whatRaisesRiskIsShownAndWaitsForAYes() throws InterruptedException {
        read("rebalance on", "yes");

        assertEquals(List.of(new DeskCommand.SetParameters(Map.of("rebalance", "on"))), commands);
        assertEquals(List.of("1 agreed"), judged);
        assertTrue(
                written()
                        .get(0)
                        .contains("\"event\":\"question\",\"line\":\"rebalance on\",\"preview\":\"sell 9.20 SOL\","
                                + "\"answer\":\"yes\",\"withinMs\":\"15000\""),
                written.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "resume bid", "quit --keep"})
    void whatStartsOrAbandonsWithRealMoneyAtStakeIsAskedToo(String line) throws InterruptedException {
        sample.mode = Mode.LIVE;

        read(line, "no", line, "yes");

        assertEquals(1, commands.size(), commands.toString());
        var question = "\"event\":\"question\",\"line\":\"" + line + "\"";
        assertTrue(written().get(0).contains(question), written.toString());
        assertTrue(written().get(1).contains("\"result\":\"not sent: the next line was not yes\",\"ok\":false"));
        assertTrue(written().get(2).contains(question), written.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "N", "y"})
    void anAnswerToNothingIsNoCommand(String answer) throws InterruptedException {
        read(answer);

        assertTrue(written().get(0).contains(Spoken.ENGLISH.say("headless.nothing-asked")), written.toString());
    }

    @Test
    void aLetterIsNoYes() throws InterruptedException {
        read("rebalance on", "y");

        assertEquals(List.of(), commands);
        assertEquals(2, written().size(), written.toString());
        assertTrue(written().get(1).contains("\"ok\":false"), written.toString());
    }

    @Test
    void whatNothingWouldComeOfIsSaidAndNotAsked() throws InterruptedException {
        moot = true;

        read("rebalance now", "pause");

        assertEquals(List.of(new DeskCommand.Pause(null, null)), commands);
        assertTrue(
                written()
                        .get(0)
                        .contains(
                                "\"event\":\"command\",\"line\":\"rebalance now\",\"result\":\"at target\",\"ok\":false"),
                written.toString());
        assertEquals(1, written().size());
    }

    @Test
    void ordersThatStayOnAVenueThatLivesOnAreAskedAbout() throws InterruptedException {
        sample.mode = Mode.TEST;

        read("quit --keep");

        assertEquals(List.of(), commands);
        assertTrue(written().get(0).contains("\"event\":\"question\",\"line\":\"quit --keep\""), written.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "quit --keep"})
    void whatCostsNobodyAnythingRunsAtOnce(String line) {
        sample.mode = Mode.SIM;

        read(line);

        assertEquals(1, commands.size());
    }

    @Test
    void aYesWaitsForWhatItAgreesTo() throws InterruptedException {
        answers = false;
        var reading = new Thread(() -> read("rebalance on", "yes", "ack"));
        reading.start();

        console.write(() -> {
            if (previewed > 0 && sample.preview.number() == 0) {
                assertEquals(List.of(), commands);
                sample.preview = new Preview(previewed, List.of(Message.plain("sell 9.20 SOL")));
            }
            return !reading.isAlive();
        });

        assertEquals(
                List.of(new DeskCommand.SetParameters(Map.of("rebalance", "on")), new DeskCommand.Acknowledge()),
                commands);
        assertTrue(lines().get(0).contains("\"event\":\"question\""), lines().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "", "ack", "yes please", "# yes"})
    void anyOtherNextLineMeansNo(String answer) throws InterruptedException {
        read("set band.hard 70", answer, "yes");

        assertFalse(commands.stream().anyMatch(DeskCommand.SetParameters.class::isInstance), commands.toString());
        assertTrue(written().get(1).contains("\"result\":\"not sent: the next line was not yes\",\"ok\":false"));
    }

    @Test
    void aYesAfterFifteenSecondsIsTooLate() throws InterruptedException {
        read("set quantity 60");
        clock.pass(Duration.ofSeconds(16));
        assertTrue(written().get(1).contains("\"result\":\"not sent: no yes within 15 s\",\"ok\":false"));

        read("yes");

        assertEquals(List.of(), commands);
    }

    @Test
    void theNextQuestionIsAQuestionOfItsOwn() {
        read("rebalance on", "set band.hard 70", "yes");

        assertEquals(List.of(new DeskCommand.SetParameters(Map.of("band.hard", "70"))), commands);
    }

    @Test
    void aYesThatNothingWaitsForIsAnswered() throws InterruptedException {
        read("yes");

        assertTrue(written().get(0).contains("\"result\":\"nothing waits for an answer\",\"ok\":false"));
    }

    @Test
    void aLineWithoutEndIsAnsweredAndNotKept() throws InterruptedException {
        read("x".repeat(1_000_000), "pause bid\r", "ack");

        assertEquals(List.of(new DeskCommand.Pause(Side.BID, null), new DeskCommand.Acknowledge()), commands);
        var answer = written().get(0);
        assertTrue(answer.contains("longer than 4096 characters") && answer.length() < 300, answer);
    }

    @Test
    void helpIsAnsweredAndWhatNeedsAScreenIsRefused() throws InterruptedException {
        read("help set", "theme dark");

        assertTrue(written().get(0).contains("changes parameters"), () -> written.toString());
        assertTrue(written().get(1).contains("\"result\":\"only on the full screen\",\"ok\":false"));
    }

    @Test
    void everythingQueuedIsWrittenBeforeTheEnd() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            console.accept(
                    new DeskEvent(i, clock.instant(), Severity.INFO, Message.plain("line " + i), new DeskNews.Noted()));
        }

        assertEquals(1000, written().size());
        assertTrue(written().get(999).contains("line 999"));
    }

    @Test
    @FaultRow("50")
    void whatNobodyReadsInTimeIsDroppedAndCountedInItsPlace() throws InterruptedException {
        for (int i = 0; i < 50_000; i++) {
            console.accept(
                    new DeskEvent(i, clock.instant(), Severity.INFO, Message.plain("line " + i), new DeskNews.Noted()));
        }

        assertEquals(20_001, written().size());
        assertTrue(written().get(19_999).contains("line 19999"));
        assertTrue(written().get(20_000).contains("\"event\":\"dropped\",\"lines\":\"30000\""));
        out.reset();
        console.accept(
                new DeskEvent(1, clock.instant(), Severity.INFO, Message.plain("the next"), new DeskNews.Noted()));
        assertTrue(console.write(() -> true));
        assertEquals(1, lines().size());
        assertTrue(lines().get(0).contains("the next"));
    }

    @Test
    void theStatusComesEveryTenSeconds() throws InterruptedException {
        var turns = new AtomicInteger();

        console.write(() -> {
            clock.pass(Duration.ofSeconds(3));
            return turns.incrementAndGet() > 8;
        });

        // Said 27 seconds in all, looked at after each of nine steps: at 12 and 24.
        assertEquals(2, lines().size());
        assertTrue(lines().get(0).contains("\"event\":\"status\""));
    }

    @Test
    void textBeyondAsciiIsWrittenAsUtf8() throws InterruptedException {
        console.accept(
                new DeskEvent(1, clock.instant(), Severity.INFO, Message.plain("\u5831\u50F9"), new DeskNews.Noted()));

        assertTrue(written().get(0).contains("\u5831\u50F9"));
    }

    @Test
    void aReaderThatIsGoneIsToldAndNothingPilesUp() throws InterruptedException {
        var closed = console(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        closed.accept(new DeskEvent(1, clock.instant(), Severity.INFO, Message.plain("one"), new DeskNews.Noted()));

        assertEquals(false, closed.write(() -> false));
    }

    private List<String> written = List.of();

    private List<String> written() throws InterruptedException {
        if (written.isEmpty()) {
            assertEquals(true, console.write(() -> true));
            written = lines();
        }
        return written;
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void read(String... typed) {
        console.read(new BufferedReader(new StringReader(String.join("\n", typed))));
    }

    /** With what the desk is told of its line left out, which is kept beside. */
    private DeskCommand bare(DeskCommand command) {
        if (command instanceof DeskCommand.Judged judged) {
            this.judged.add(judged.line() + (judged.agreed() ? " agreed" : ""));
            return judged.command();
        }
        return command;
    }
}
