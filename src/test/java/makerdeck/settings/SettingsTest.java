package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.domain.Fees;
import makerdeck.message.Message;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final String BYTES_32 = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
    private static final Map<String, String> KEYS = Map.of("BACKPACK_KEY", BYTES_32, "BACKPACK_SECRET", BYTES_32);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private ParsedCommand read(Map<String, String> environment, String... arguments) {
        return Settings.read(
                arguments,
                environment,
                Settings.speech(arguments, environment),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private DeskSettings desk(Map<String, String> environment, String... arguments) {
        return assertInstanceOf(
                        ParsedCommand.RunDesk.class,
                        read(environment, arguments),
                        () -> errors.toString(StandardCharsets.UTF_8))
                .settings();
    }

    private String refused(Map<String, String> environment, String... arguments) {
        assertEquals(new ParsedCommand.Answered(2), read(environment, arguments));
        var lines = errors.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(1, lines.size(), () -> "one line: " + lines);
        return lines.get(0);
    }

    @Test
    void theLanguageIsThatOfTheFlagAlsoForErrorsAboutOtherFlags() {
        assertTrue(refused(Map.of(), "--fps", "99", "--lang", "zh-TW").contains("請見 makerdeck --help"));
        assertEquals(new ParsedCommand.Answered(0), read(Map.of(), "report", "--help", "--lang=zh-tw"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("用法：makerdeck report"), out::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "zh_TW.UTF-8,tmux-256color,'',TRADITIONAL_CHINESE",
        "zh_HK.utf8,xterm,'',TRADITIONAL_CHINESE",
        "zh_TW.Big5,xterm,'',ENGLISH",
        "zh_TW.UTF-8,linux,'',ENGLISH",
        "zh_TW.UTF-8,xterm,--headless,ENGLISH",
        "zh_CN.UTF-8,xterm,'',ENGLISH",
        "C.UTF-8,xterm,'',ENGLISH"
    })
    void withoutTheFlagTheLocaleDecides(String locale, String term, String flag, Language language) {
        var environment = Map.of("LC_ALL", "", "LANG", locale, "TERM", term);

        var arguments = flag.isEmpty() ? new String[0] : new String[] {flag};

        assertEquals(new Speech(language), Settings.speech(arguments, environment));
    }

    @Test
    void aLanguageNobodySpeaksIsAnsweredWithTheNearest() {
        assertEquals(
                "makerdeck: --lang must be en, zh-TW, was zh-CN: did you mean zh-TW? (see makerdeck --help)",
                refused(Map.of(), "--lang", "zh-CN"));
    }

    @Test
    void withoutFlagsTheEmbeddedVenueTradesSolOnTheDemoMarket() {
        var settings = desk(Map.of());

        var venue = settings.simulated();
        assertEquals("SOL_USDC", settings.symbol());
        assertTrue(
                venue != null && venue.market().equals("demo") && venue.seed().isEmpty());
        assertEquals(Map.of(), settings.parameters());
        assertFalse(settings.headless());
        assertFalse(settings.keepsRunning());
    }

    @Test
    void whoWatchesNeedsNoGuardianAndWatchesUntilHeLeaves() {
        var settings = desk(Map.of(), "--watch");

        assertTrue(settings.watch());
        assertFalse(settings.guardians().here());
        assertEquals(Map.of("duration", "0"), settings.parameters());
        assertFalse(desk(Map.of()).watch());
    }

    @ParameterizedTest
    @CsvSource({
        "--spread, \uFF10\uFF0E\uFF13",
        "--spread, \u00A00.3\u3000",
        "--spread, \u200B0.3\uFEFF",
        "\u2011-spread, 0.3",
        "\uFF0D\uFF0Dspread, 0.3",
        "--spread\uFF1D0.3, --watch"
    })
    void flagsAndTheirValuesReadAsTheyLook(String flag, String value) {
        assertEquals("0.3", desk(Map.of(), flag, value).parameters().get("spread"));
    }

    @Test
    void everyKindOfFlagReadsAsItLooks() {
        var settings = desk(
                Map.of(),
                "--market\u00A0",
                "\uFF57ild",
                "--seed",
                "\uFF14",
                "--symbol=SOL\uFF3FUSDC",
                "--funds",
                "SOL\uFF1D20\uFF0CUSDC=7\u200B000");

        var venue = settings.simulated();
        assertTrue(
                venue != null && venue.market().equals("wild") && venue.seed().orElse(0) == 4, settings.toString());
        assertEquals("SOL_USDC", settings.symbol());
        assertEquals(
                Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000")),
                venue == null ? Map.of() : venue.funds());
    }

    @Test
    void theNameOfAFileIsNeverAnother() {
        var folded = refused(Map.of(), "--replay", "/no/\uFF11.jsonl");
        errors.reset();

        assertTrue(folded.contains("/no/\uFF11.jsonl"), folded);
        assertTrue(refused(Map.of(), "--replay\uFF1D/no/\uFF11.jsonl").contains("/no/\uFF11.jsonl"));
    }

    @Test
    void whatMakesAnArgumentOtherThanItLooksIsNamed() {
        assertEquals(
                "makerdeck: argument 2 holds U+202E, which nobody can see and which changes what is read:"
                        + " type it anew (see makerdeck --help)",
                refused(Map.of(), "--spread", "\u202E3.0"));
    }

    @Test
    void aLetterThatOnlyLooksPlainIsNamed() {
        var flag = refused(Map.of(), "--spr\u0435ad", "0.3");
        errors.reset();

        assertTrue(flag.contains("U+0435 in it only looks like a plain letter)': did you mean --spread?"), flag);
        assertTrue(refused(Map.of(), "--fps", "1\u041E").contains("U+041E in it only looks like a plain letter"));
    }

    @Test
    void addressesFromTheEnvironmentReadAsTheyLook() {
        var environment = new HashMap<>(KEYS);
        environment.put("BACKPACK_API_URL", "\u00A0http\uFF1A//127.0.0.1:8080\u200B");
        environment.put("BACKPACK_WS_URL", "ws://127.0.0.1:8080");

        var remote = desk(environment, "--exchange", "backpack").remote();

        assertEquals(URI.create("http://127.0.0.1:8080"), remote == null ? null : remote.rest());
    }

    @Test
    void keysComeFromOnePlaceOnly() {
        assertTrue(refused(KEYS, "--exchange", "backpack", "--key-file", "keys").contains("exclude each other"));
    }

    @Test
    void anAddressHoldsNoPassword() {
        var environment = Map.of(
                "BACKPACK_KEY",
                BYTES_32,
                "BACKPACK_SECRET",
                BYTES_32,
                "BACKPACK_API_URL",
                "https://me:word@example.com");

        var message = refused(environment, "--exchange", "backpack");

        assertTrue(message.contains("BACKPACK_API_URL"), message);
        assertFalse(message.contains("word@"), message);
    }

    @Test
    void aGuardianStandsByUnlessLeftOut() {
        assertTrue(desk(Map.of()).guardians().here());
        assertFalse(desk(Map.of(), "--no-guardian").guardians().here());
    }

    @Test
    void theFlagsOfThePredecessorKeepTheirMeaning() {
        var settings = desk(
                Map.of(),
                "--symbol",
                "ETH_USDC",
                "--spread",
                "0.4",
                "--quantity",
                "0.1",
                "--max-orders",
                "5",
                "--duration",
                "0",
                "--interval",
                "30",
                "--enable-rebalance",
                "--base-asset-target",
                "40",
                "--rebalance-threshold",
                "10");

        assertEquals("ETH_USDC", settings.symbol());
        assertEquals(
                Map.of(
                        "spread",
                        "0.4",
                        "quantity",
                        "0.1",
                        "layers",
                        "5",
                        "duration",
                        "0",
                        "interval",
                        "30",
                        "target",
                        "40",
                        "threshold",
                        "10",
                        "rebalance",
                        "on"),
                settings.parameters());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--enable-rebalance --disable-rebalance | --enable-rebalance and --disable-rebalance exclude each other, both were given; give one",
                "--exchange aster | --exchange aster: perpetuals only, spot market making supports backpack",
                "--exchange Paradex | --exchange paradex: perpetuals only, spot market making supports backpack",
                "--exchange lighter | --exchange lighter: perpetuals only, spot market making supports backpack",
                "--exchange apex | --exchange apex: perpetuals only, spot market making supports backpack",
                "--exchange standx | --exchange standx: perpetuals only, spot market making supports backpack",
                "--exchange bagpack | --exchange must be simulated or backpack, was bagpack: did you mean backpack?",
                "--exchange kraken | --exchange must be simulated or backpack, was kraken",
                "--symbol SOLUSDC | --symbol must look like SOL_USDC, was SOLUSDC",
                "--on-hangup run | --on-hangup must be stop or keep-running, was run",
                "--wait 10s | --wait is for --exchange backpack",
                "--exchange backpack --wait soon | --wait must be a length of time such as 90s, 10m or 2h, was soon",
                "--exchange backpack --wait 0 | --wait must be a length of time",
                "--fps 99 | nearest legal is 30",
                "--replay /no/such/file | --replay must be a readable file",
                "--funds SOL=x | --funds SOL must be a number, was x",
                "--funds SOL=-1 | nearest legal is 0",
                "--funds SOL=1e999999999 | --funds SOL",
                "--fees maker=1e-999999999 | maker",
                "--seed many | --seed must be a whole number, 9223372036854775807 at most, was many",
                "report --days 99999999999 | --days must be a whole number, 2147483647 at most, was 99999999999",
                "--no-such-flag | Unknown option: '--no-such-flag'",
                "venue --port 70000 | nearest legal is 65535",
                "venue --replay-session there --replay here | --replay and --replay-session exclude each other",
                "venue --replay-session there --commands | --commands goes with a simulated venue only",
                "venue --replay-session there --speed fast | --speed",
                "venue --capture there | Unknown option: '--capture'",
                "--watch --start | --watch and --start exclude each other",
                "--key-file keys | --key-file is for --exchange backpack",
                "--exchange backpack --key-file /no/such/keys | must be a file with two lines",
                "--exchange backpack | BACKPACK_KEY must be set"
            })
    void nonsenseIsOneLineAndExitCodeTwo(String line, String expected) {
        var message = refused(Map.of(), line.split(" "));

        assertTrue(message.contains(expected), message);
    }

    @Test
    void backpackItselfIsReachedSecurelyByDefault() {
        var venue = desk(KEYS, "--exchange", "backpack").remote();

        assertEquals(
                new RemoteVenue(
                        "SOL_USDC",
                        URI.create("https://api.backpack.exchange"),
                        URI.create("wss://ws.backpack.exchange"),
                        false,
                        new ApiKeys(
                                BYTES_32,
                                BYTES_32,
                                Message.of("settings.keys.environment", "BACKPACK_KEY", "BACKPACK_SECRET"))),
                venue);
    }

    @Test
    void plainAddressesAreForThisMachineAlone() {
        var local = Map.of(
                "BACKPACK_KEY",
                BYTES_32,
                "BACKPACK_SECRET",
                BYTES_32,
                "BACKPACK_API_URL",
                "http://127.0.0.1:8080",
                "BACKPACK_WS_URL",
                "ws://127.0.0.1:8080");
        var far =
                Map.of("BACKPACK_KEY", BYTES_32, "BACKPACK_SECRET", BYTES_32, "BACKPACK_API_URL", "http://example.com");

        var venue = desk(local, "--exchange", "backpack").remote();

        assertTrue(venue != null && venue.local());
        assertTrue(refused(far, "--exchange", "backpack").contains("BACKPACK_API_URL must start with https://"));
    }

    @Test
    void oneAddressAloneIsRefused() {
        var half = Map.of(
                "BACKPACK_KEY", BYTES_32, "BACKPACK_SECRET", BYTES_32, "BACKPACK_API_URL", "http://127.0.0.1:8080");

        assertTrue(refused(half, "--exchange", "backpack").contains("must name the same venue"));
    }

    @Test
    void aKeyOfTheWrongLengthIsNamedButNotShown() {
        var message =
                refused(Map.of("BACKPACK_KEY", BYTES_32, "BACKPACK_SECRET", "c2VjcmV0"), "--exchange", "backpack");

        assertTrue(message.contains("BACKPACK_SECRET must be base64 of 32 bytes, was 6 bytes"), message);
        assertFalse(message.contains("c2VjcmV0"), message);
    }

    @Test
    void keysPrintAsStars() {
        assertEquals("ApiKeys[***]", ApiKeys.of(KEYS).toString());
    }

    @Test
    void theVenueRunsAlone() {
        var alone = assertInstanceOf(
                ParsedCommand.RunVenue.class, read(Map.of(), "venue", "--port", "8080", "--funds", "SOL=5,USDC=100"));

        assertEquals(8080, alone.port());
        assertFalse(alone.commands());
        assertEquals(
                Map.of("SOL", new BigDecimal("5"), "USDC", new BigDecimal("100")),
                alone.venue().funds());
    }

    @Test
    void aDeskIsCapturedAndAVenueAnswersByIt() {
        var desk = assertInstanceOf(ParsedCommand.RunDesk.class, read(Map.of(), "--capture", "there"));
        var venue = assertInstanceOf(
                ParsedCommand.RunSession.class, read(Map.of(), "venue", "--replay-session", "there", "--speed", "max"));

        assertEquals(Path.of("there"), desk.settings().capture());
        assertEquals(new ParsedCommand.RunSession(Path.of("there"), 0, Double.POSITIVE_INFINITY), venue);
    }

    @Test
    void aMarketIsRecordedWithoutAKey() {
        assertEquals(
                new ParsedCommand.RunRecord(
                        "BTC_USDC",
                        new PublicAddress(
                                URI.create("https://api.backpack.exchange"),
                                URI.create("wss://ws.backpack.exchange"),
                                false),
                        Path.of("/tapes")),
                read(Map.of(), "record", "--symbol", "BTC_USDC", "--out", "/tapes"));
        assertTrue(refused(Map.of(), "record", "--symbol", "BTC").contains("--symbol"));
    }

    @Test
    void aRecordingIsPlayedAsItWasOrFaster() throws IOException {
        var one = Files.createTempFile("one", ".gz");
        var two = Files.createTempFile("two", ".gz");
        var venue = Objects.requireNonNull(
                desk(Map.of(), "--replay", one.toString(), two.toString(), "--speed", "2.5", "--queue", "log")
                        .simulated());
        var fastest =
                desk(Map.of(), "--replay", one.toString(), "--speed", "max").simulated();

        assertEquals(List.of(one, two), venue.replay());
        assertEquals(2.5, venue.speed());
        assertEquals("log", venue.queue());
        assertEquals(Double.POSITIVE_INFINITY, Objects.requireNonNull(fastest).speed());
        for (var odd : List.of("0", "-1", "10000", "1e3", "fast")) {
            assertTrue(refused(Map.of(), "--replay", one.toString(), "--speed=" + odd)
                    .contains(odd));
            errors.reset();
        }
        assertTrue(refused(Map.of(), "--speed", "2").contains("--replay"));
    }

    @Test
    void aPaperDeskNeedsNoKeyAndSaysWhatItPays() {
        var paper = Objects.requireNonNull(
                desk(Map.of(), "--exchange", "backpack", "--paper", "--fees", "maker=5,taker=9.5", "--queue", "log")
                        .simulated());

        assertEquals(
                URI.create("https://api.backpack.exchange"),
                Objects.requireNonNull(paper.real()).rest());
        assertEquals(new Fees(new BigDecimal("5"), new BigDecimal("9.5")), paper.fees());
        for (var odd : List.of("5", "maker=5,taker=x", "maker=5,taker=1001", "maker=5,other=1")) {
            assertTrue(refused(Map.of(), "--fees", odd).contains("--fees"), odd);
            errors.reset();
        }
        assertTrue(refused(Map.of(), "--paper").contains("--exchange=backpack"));
    }

    @Test
    void helpNamesEveryFlagAndSucceeds() {
        assertEquals(new ParsedCommand.Answered(0), read(Map.of(), "--help"));

        var help = out.toString(StandardCharsets.UTF_8);
        for (var flag :
                new String[] {"--exchange", "--spread", "--replay", "--headless", "venue", "tour", "BACKPACK_KEY"}) {
            assertTrue(help.contains(flag), flag);
        }
    }

    @Test
    void helpIsTheSameWhetherOtherCommandsHaveTheirFlagsOrNot() {
        var whole = Settings.commandLine();
        HelpWords.speak(whole, new Speech(Language.ENGLISH));
        read(Map.of(), "--help");

        assertEquals(whole.getUsageMessage(), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anArgumentWithAnAtSignIsNotReadFromAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("arguments"), "--version");

        assertTrue(refused(Map.of(), "@" + file).contains("@" + file));
    }

    @Test
    void reportCountsAllDaysUnlessTold() {
        var first = LocalDate.parse("2000-01-01");
        var last = LocalDate.parse("2199-12-31");
        var all = new ParsedCommand.RunReport(new ReportChoice(null, first, last, false));
        assertEquals(all, read(Map.of(), "report"));
        assertEquals(all, read(Map.of(), "report", "--days", "0"));
        assertEquals(
                new ParsedCommand.RunReport(new ReportChoice(7, first, last, true)),
                read(Map.of(), "report", "--days", "7", "--html"));
        var day = LocalDate.parse("2026-09-01");
        assertEquals(
                new ParsedCommand.RunReport(new ReportChoice(null, day, day, false)),
                read(Map.of(), "report", "--from", "2026-09-01", "--to", "2026-09-01"));
        assertTrue(refused(Map.of(), "report", "--days", "-1").contains("--days must not be negative"));
    }

    @Test
    void daysAreToldInOneWayOnly() {
        assertTrue(
                refused(Map.of(), "report", "--days", "7", "--to", "2026-09-01").contains("one of both"));
    }

    @Test
    void aDayIsADay() {
        assertTrue(refused(Map.of(), "report", "--from", "soon").contains("--from is a day as 2026-01-01"));
    }
}
