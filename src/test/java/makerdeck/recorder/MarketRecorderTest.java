package makerdeck.recorder;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import makerdeck.clock.SteppedClock;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.message.Message;
import makerdeck.venue.MarketWitness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketRecorderTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-09-01T12:58:00Z");
    private static final Market SOL = new Market(
            "SOL_USDC",
            "SOL",
            "USDC",
            new BigDecimal("0.01"),
            new BigDecimal("0.001"),
            new BigDecimal("0.01"),
            null,
            null,
            MarketState.OPEN);

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock(START);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private MarketRecorder recorder = recorder(RecordingFile.Opener.NEW_FILE, 1_000);

    private MarketRecorder recorder(RecordingFile.Opener opener, int room) {
        // The folder is only known when a test runs.
        return new MarketRecorder(
                Path.of("."),
                clock,
                Message::toString,
                new MarketRecorder.Listener() {
                    @Override
                    public void opened(Path file) {
                        told.add("opened " + file.getFileName());
                    }

                    @Override
                    public void failed(Message why) {
                        told.add("failed " + why);
                    }
                },
                path -> opener.open(folder.resolve(path.getFileName())),
                room);
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    @Test
    void aFolderThatCannotBeUsedIsRefusedBeforeAnythingIsHeard() throws IOException {
        var file = Files.createFile(folder.resolve("taken"));

        assertThrows(IOException.class, () -> RecordingFile.prepare(file));
        assertThrows(IOException.class, () -> RecordingFile.prepare(file.resolve("below")));
        RecordingFile.prepare(folder.resolve("new/one"));
        try (var left = Files.list(folder.resolve("new/one"))) {
            assertEquals(0, left.count());
        }
    }

    private static MarketWitness.Update update(long id, String price) {
        return new MarketWitness.Update(id, id, List.of(List.of(price, "2.0")), List.of(), 1_000_000L);
    }

    private static MarketWitness.Picture picture(long id) {
        return new MarketWitness.Picture(id, List.of(List.of("150.00", "1.0")), List.of(List.of("150.10", "3")));
    }

    /** The lines of a file, each without its time. */
    private List<String> lines(String name) throws IOException {
        try (var bytes = new GZIPInputStream(Files.newInputStream(folder.resolve(name)))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .toList();
        }
    }

    private static String kinds(List<String> lines) {
        return lines.stream().map(MarketRecorderTest::kind).collect(Collectors.joining(" "));
    }

    private static String kind(String json) {
        if (json.contains("@depth")) {
            return json.replaceAll(".*\"u\":(\\d+).*", "$1");
        }
        return json.contains("@trade")
                ? "trade"
                : json.replaceAll("\\{\"(\\w+)\":(\\d*).*", "$1$2").replace("lastUpdateId", "=");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileBeginsWithTheRulesWhatCameWhileTheBookWasAskedForAndTheBook() throws IOException {
        recorder.start();
        recorder.rules(SOL);
        recorder.updated(update(7, "150.01"));
        recorder.pictureAsked();
        recorder.updated(update(8, "150.01"));
        recorder.pictured(picture(8));
        recorder.updated(update(9, "150.02"));
        recorder.printed(new MarketWitness.Print(3, "150.02", "0.5", true, 2_000_000L));
        recorder.close();

        var lines = lines("SOL_USDC-20260901-125800.gz");
        assertEquals("market 8 =8 9 trade", kinds(lines));
        assertEquals(
                "{\"market\":{\"symbol\":\"SOL_USDC\",\"base\":\"SOL\",\"quote\":\"USDC\",\"tickSize\":\"0.01\","
                        + "\"stepSize\":\"0.001\",\"minQuantity\":\"0.01\"}}",
                lines.get(0));
        assertEquals(
                "{\"stream\":\"SOL_USDC@depth\",\"data\":{\"e\":\"depthUpdate\",\"E\":1000,\"s\":\"SOL_USDC\",\"U\":9,"
                        + "\"u\":9,\"b\":[[\"150.02\",\"2.0\"]],\"a\":[]}}",
                lines.get(3));
        assertEquals(
                "{\"stream\":\"SOL_USDC@trade\",\"data\":{\"e\":\"trade\",\"E\":2000,\"s\":\"SOL_USDC\",\"t\":3,"
                        + "\"p\":\"150.02\",\"q\":\"0.5\",\"m\":true}}",
                lines.get(4));
        assertEquals(5, recorder.progress().lines());
    }

    @Test
    void everyTenMinutesAPictureIsWantedAndTheFirstOfAnHourBeginsAnotherFile() throws IOException {
        recorder.start();
        recorder.rules(SOL);
        assertTrue(recorder.wantsPicture());
        recorder.pictureAsked();
        assertFalse(recorder.wantsPicture());
        recorder.pictured(picture(8));
        recorder.updated(update(9, "150.02"));
        assertFalse(recorder.wantsPicture());
        clock.pass(Duration.ofMinutes(2));
        assertTrue(recorder.wantsPicture());
        recorder.pictureAsked();
        recorder.updated(update(10, "150.02"));
        recorder.pictured(picture(9));
        recorder.updated(update(11, "150.02"));
        clock.pass(Duration.ofMinutes(10));
        assertTrue(recorder.wantsPicture());
        recorder.pictureAsked();
        recorder.pictured(picture(11));
        recorder.close();

        assertEquals(List.of("SOL_USDC-20260901-125800.gz", "SOL_USDC-20260901-130000.gz"), names());
        assertEquals("market =8 9 10", kinds(lines("SOL_USDC-20260901-125800.gz")));
        assertEquals("market 10 =9 11 =11", kinds(lines("SOL_USDC-20260901-130000.gz")));
    }

    /** The exchange may change its steps at any hour: until the next picture there is no file to write into. */
    @Test
    void otherStepsWantAPictureAtOnceAndNoFileIsSaidToBeWrittenMeanwhile() {
        recorder.start();
        recorder.rules(SOL);
        recorder.pictureAsked();
        recorder.pictured(picture(8));
        await().until(() -> recorder.progress().file() != null);
        assertFalse(recorder.wantsPicture());

        recorder.rules(new Market(
                "SOL_USDC",
                "SOL",
                "USDC",
                new BigDecimal("0.1"),
                new BigDecimal("0.001"),
                new BigDecimal("0.01"),
                null,
                null,
                MarketState.OPEN));

        await().atMost(TEN_SECONDS).until(() -> recorder.progress().file() == null);
        recorder.wantsPicture();
        clock.pass(Duration.ofSeconds(20));
        assertTrue(recorder.wantsPicture());
    }

    @Test
    void anAnswerThatDoesNotComeIsAskedForAgain() {
        recorder.rules(SOL);
        recorder.pictureAsked();
        clock.pass(Duration.ofSeconds(19));
        assertFalse(recorder.wantsPicture());
        clock.pass(Duration.ofSeconds(1));

        assertTrue(recorder.wantsPicture());
    }

    @Test
    void aBrokenStreamLeavesAMarkWithItsReason() throws IOException {
        recorder.start();
        recorder.rules(SOL);
        recorder.pictured(picture(8));
        recorder.broken(Message.plain("a \"goodbye\"\n\\"));
        recorder.pictured(picture(20));
        recorder.close();

        var lines = lines("SOL_USDC-20260901-125800.gz");
        assertEquals("market =8 gap =20", kinds(lines));
        assertEquals("{\"gap\":\"message.plain[a ?goodbye???]\"}", lines.get(2));
    }

    @Test
    void whatIsNoNumberIsNotWrittenButMarked() throws IOException {
        recorder.start();
        recorder.rules(SOL);
        recorder.pictured(picture(8));
        recorder.updated(update(9, "1e5\"}"));
        recorder.updated(update(10, "150.00"));
        recorder.printed(new MarketWitness.Print(3, "NaN", "0.5", true, null));
        recorder.close();

        assertEquals("market =8 gap 10 gap", kinds(lines("SOL_USDC-20260901-125800.gz")));
    }

    @Test
    void whatFindsNoRoomIsCountedAndMarkedAndTheBookIsAskedForAnew() throws IOException {
        recorder = recorder(RecordingFile.Opener.NEW_FILE, 4);
        recorder.rules(SOL);
        recorder.pictured(picture(8));
        recorder.updated(update(9, "150.00"));
        recorder.updated(update(10, "150.00"));
        recorder.updated(update(11, "150.00"));
        recorder.updated(update(12, "150.00"));
        assertEquals(2, recorder.progress().lost());
        assertFalse(recorder.wantsPicture());

        recorder.start();
        await().atMost(TEN_SECONDS).until(() -> recorder.progress().lines() == 4);
        recorder.updated(update(13, "150.00"));

        assertTrue(recorder.wantsPicture());
        assertEquals(2, recorder.progress().lost());
        recorder.close();
        var lines = lines("SOL_USDC-20260901-125800.gz");
        assertEquals("market =8 9 10 gap 13", kinds(lines));
        assertEquals("{\"gap\":\"program.record.gap.lost.many[2]\"}", lines.get(4));
    }

    /** Takes nothing any more, as a full disk does. */
    private static final class FullDisk extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            throw new IOException("ENOSPC");
        }
    }

    @Test
    void aFullDiskIsSaidOnceAndTriedAgain() throws IOException {
        var opened = new ArrayList<Path>();
        recorder = recorder(
                path -> {
                    opened.add(path);
                    return opened.size() < 3 ? new FullDisk() : RecordingFile.Opener.NEW_FILE.open(path);
                },
                1_000);
        recorder.start();
        recorder.rules(SOL);
        recorder.pictured(picture(8));
        await().atMost(TEN_SECONDS).until(() -> recorder.progress().trouble() != null);
        assertNull(recorder.progress().file());
        clock.pass(Duration.ofMinutes(1));
        recorder.updated(update(9, "150.00"));
        assertFalse(recorder.wantsPicture());
        clock.pass(Duration.ofSeconds(20));
        assertTrue(recorder.wantsPicture());
        recorder.pictured(picture(9));
        recorder.pictured(picture(10));
        await().atMost(TEN_SECONDS).until(() -> recorder.progress().file() != null);

        assertNull(recorder.progress().trouble());
        recorder.close();
        assertEquals("market =10", kinds(lines(opened.get(2).getFileName().toString())));
        assertEquals(1, told.stream().filter(line -> line.startsWith("failed")).count(), told.toString());
        assertTrue(told.get(0).contains("ENOSPC"), told.toString());
        assertEquals("opened " + opened.get(2).getFileName(), told.get(told.size() - 1));
    }

    @Test
    void whatAKilledProcessLeavesCanBeReadAsFarAsItWasFlushed() throws IOException {
        var file = RecordingFile.open(folder, "SOL_USDC", START, RecordingFile.Opener.NEW_FILE);
        file.write("1 {}");
        file.flush();
        file.write("2 {}");

        try (var killed = new GZIPInputStream(Files.newInputStream(file.path()))) {
            var bytes = new byte[64];
            int read = killed.read(bytes);
            assertEquals("1 {}\n", new String(bytes, 0, read, StandardCharsets.UTF_8));
        }
        file.close();
    }

    @Test
    void twoFilesOfOneSecondHaveTwoNames() throws IOException {
        RecordingFile.open(folder, "SOL_USDC", START, RecordingFile.Opener.NEW_FILE)
                .close();
        RecordingFile.open(folder, "SOL_USDC", START, RecordingFile.Opener.NEW_FILE)
                .close();

        assertEquals(List.of("SOL_USDC-20260901-125800-2.gz", "SOL_USDC-20260901-125800.gz"), names());
    }
}
