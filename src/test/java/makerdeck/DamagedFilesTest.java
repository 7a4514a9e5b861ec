package makerdeck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import makerdeck.console.theme.BadThemeException;
import makerdeck.console.theme.Themes;
import makerdeck.domain.Side;
import makerdeck.faults.Damage;
import makerdeck.faults.SoundFiles;
import makerdeck.identity.DeskLock;
import makerdeck.identity.IdentityKeeper;
import makerdeck.journal.EarningsReader;
import makerdeck.journal.Entries;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.JournalOwner;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.settings.ParsedCommand;
import makerdeck.settings.PresetFile;
import makerdeck.settings.Settings;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarket;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.recorded.RecordedMarket;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file a desk starts from, damaged at random: the start works, or one line says which file. With
 * {@code -Dcampaign=20000} as many damages; a failure names its seed.
 */
class DamagedFilesTest {

    private static final int FEW = 140;
    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final JournalOwner OWNER = new JournalOwner("a1b2c3d4", "SOL_USDC", "backpack", "LIVE", 1);

    @TempDir
    private Path folder;

    /** Reads a damaged file; what it tells. Anything but these exceptions is a fault. */
    private interface Start {
        String told(Path file) throws IOException, BadThemeException;
    }

    private record Kind(String name, byte[] sound, Start start) {}

    @Test
    void aStartWithADamagedFileWorksOrSaysWhichFileItIs() throws IOException {
        var kinds = kinds();
        var damages = Math.max(FEW, Integer.getInteger("campaign", 0));
        for (var seed = 0; seed < damages; seed++) {
            var kind = kinds.get(seed % kinds.size());
            var random = new SplittableRandom(seed);
            var place = Files.createDirectory(folder.resolve("seed-" + seed));
            var file = Files.write(place.resolve(kind.name()), Damage.of(kind.sound(), random));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertStarts(kind, file, seed);
            delete(place);
        }
    }

    private static void assertStarts(Kind kind, Path file, int seed) {
        var what = kind.name() + ", seed " + seed;
        String told;
        try {
            told = kind.start().told(file);
        } catch (IOException | BadThemeException | MistakeException refused) {
            told = Spoken.ENGLISH.say(FileErrors.of(refused));
            assertFalse(told.isBlank(), what);
            assertTrue(told.contains(kind.name().replace(".properties", "")), what + ": " + told);
        } catch (RuntimeException | Error broken) {
            throw new AssertionError(what, broken);
        }
        assertTrue(told.codePoints().noneMatch(Character::isISOControl), what + ": " + told);
        assertTrue(told.length() < 1000, what + ": " + told);
    }

    private List<Kind> kinds() throws IOException {
        var identity = "201 49152\n".getBytes(StandardCharsets.UTF_8);
        var key = "key = AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=\n"
                + "secret = AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";
        return List.of(
                new Kind("journal.db", journal(), DamagedFilesTest::openJournal),
                new Kind("identity-SOL_USDC", identity, DamagedFilesTest::reserve),
                new Kind("lock-a1b2c3d4-SOL_USDC", "4711\n".getBytes(StandardCharsets.UTF_8), DamagedFilesTest::lock),
                new Kind("mine.properties", SoundFiles.preset(), DamagedFilesTest::readPreset),
                new Kind("mine.properties", SoundFiles.theme(), DamagedFilesTest::loadTheme),
                new Kind("keys", key.getBytes(StandardCharsets.UTF_8), DamagedFilesTest::readKeys),
                new Kind("feed", SoundFiles.feed(), DamagedFilesTest::play));
    }

    /** As a desk leaves it: books with sums, fills, transfers, values and orders. */
    private byte[] journal() throws IOException {
        var file = folder.resolve("sound.db");
        var journal = Journal.open(file, OWNER, false, restored -> {}, CLOCK, trouble -> {}, aside -> {});
        journal.record(Entries.opened());
        for (var trade = 1; trade <= 20; trade++) {
            journal.record(fill(trade));
        }
        journal.record(new Entry.BooksKept(NOON, NOON, NOON, sums(), Entries.lots()));
        journal.record(new Entry.Transferred(NOON, BigDecimal.ONE, BigDecimal.TEN, new BigDecimal("150")));
        journal.record(fill(21));
        journal.record(Entries.valued(NOON, "1"));
        close(journal);
        return Files.readAllBytes(file);
    }

    private static Map<String, BigDecimal> sums() {
        var names = List.of(
                "opening equity", "base", "quote", "mid", "captured", "inventory", "fees", "rebalance", "transfers");
        var sums = new HashMap<String, BigDecimal>();
        names.forEach(name -> sums.put(name, new BigDecimal("12.345")));
        return sums;
    }

    private static Entry.FillBooked fill(long trade) {
        return new Entry.FillBooked(
                NOON,
                "order-" + trade,
                trade,
                201L << 24 | trade,
                "QUOTE",
                Side.BID,
                new BigDecimal("150.10"),
                new BigDecimal("2.5"),
                new BigDecimal("0.0016"),
                "SOL",
                true,
                new BigDecimal("150.105"),
                1);
    }

    private static void close(Journal journal) {
        var writer = new Thread(journal::run);
        writer.start();
        journal.close();
    }

    private static String openJournal(Path file) throws IOException {
        try {
            EarningsReader.read(file, LocalDate.EPOCH);
        } catch (IOException unreadable) {
            assertTrue(Spoken.ENGLISH.say(FileErrors.of(unreadable)).contains("journal.db"), unreadable::toString);
        }
        var troubles = new ArrayList<String>();
        var journal = Journal.open(
                file,
                OWNER,
                true,
                restored -> {},
                CLOCK,
                what -> troubles.add(what == null ? "" : Spoken.ENGLISH.say(what)),
                aside -> {});
        journal.record(Entries.opened());
        journal.record(fill(99));
        close(journal);
        var notice = journal.notice().map(Spoken.ENGLISH::say).orElse("");
        assertTrue(notice.isEmpty() || notice.contains("journal.db.damaged-"), notice);
        return String.join(" ", troubles);
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static String reserve(Path file) throws IOException {
        var alarms = new ArrayList<String>();
        var keeper = new IdentityKeeper(
                folderOf(file),
                "SOL_USDC",
                OptionalLong.empty(),
                new SplittableRandom(1),
                what -> alarms.add(Spoken.ENGLISH.say(what)));
        var tag = keeper.first().tag();
        assertTrue(tag >= 1 && tag <= 255);
        assertTrue(alarms.isEmpty() || alarms.get(0).contains(file.toString()), alarms::toString);
        return "";
    }

    private static String lock(Path file) throws IOException {
        DeskLock.take(folderOf(file), "a1b2c3d4", "SOL_USDC", 4712).close();
        return "";
    }

    private static String readPreset(Path file) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var invocation = (ParsedCommand.RunDesk)
                Settings.read(new String[] {"--preset", "mine"}, Map.of(), Spoken.ENGLISH, nowhere, nowhere);
        var presets = new PresetFile(List.of(folderOf(file)), Spoken.ENGLISH);
        presets.note("mine");
        StartParameters.of(invocation.settings(), presets);
        return "";
    }

    private static String loadTheme(Path file) throws BadThemeException {
        var loaded = new Themes(List.of(folderOf(file))).load("mine");
        return loaded.warnings().stream().limit(3).map(Spoken.ENGLISH::say).collect(Collectors.joining(" "));
    }

    private static String readKeys(Path file) {
        var said = new ByteArrayOutputStream();
        var errors = new PrintStream(said, true, StandardCharsets.UTF_8);
        var parsed = Settings.read(
                new String[] {"--exchange", "backpack", "--key-file", file.toString()},
                Map.of(),
                Spoken.ENGLISH,
                errors,
                errors);
        var told = said.toString(StandardCharsets.UTF_8).strip();
        assertTrue(parsed instanceof ParsedCommand.RunDesk || told.contains(file.toString()), told);
        assertFalse(told.contains("AAECAwQF"), told);
        return told;
    }

    private static String play(Path file) throws IOException {
        var market = market(file);
        var gaps = new ArrayList<String>();
        var start = 1_000_000_000L;
        var settings = new ExchangeSettings(
                market, market.startPrice(), new MarketSource.Recording(file), 0, start, Duration.ZERO);
        try (var exchange = new Exchange(settings, new ExchangeListener() {
            @Override
            public void feedGap(Message what) {
                gaps.add(Spoken.ENGLISH.say(what));
            }
        })) {
            exchange.advanceTo(start);
            exchange.advanceTo(start + 60_000_000_000L);
        }
        return gaps.isEmpty() ? "" : gaps.get(0);
    }

    /** As the program tells it, with the name of the file. */
    private static ListedMarket market(Path file) throws IOException {
        try {
            return RecordedMarket.of(file);
        } catch (IOException unreadable) {
            throw new IOException(file + ": " + Spoken.ENGLISH.say(FileErrors.of(unreadable)), unreadable);
        }
    }

    private static void delete(Path place) throws IOException {
        try (var files = Files.list(place)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(place);
    }
}
