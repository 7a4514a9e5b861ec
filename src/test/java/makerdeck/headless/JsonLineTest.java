package makerdeck.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import makerdeck.console.SampleDesk;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Earnings;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.ProfitParts;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.snapshot.SessionFigures;
import makerdeck.snapshot.Severity;
import makerdeck.snapshot.Totals;
import makerdeck.words.Spoken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    private static final JsonLine JSON = new JsonLine(Spoken.ENGLISH);
    private static final Instant NOON = SampleDesk.NOON;

    private static final Pattern NAME = Pattern.compile("\"([A-Za-z]+)\":");

    private final SampleDesk desk = new SampleDesk();

    private static String line(DeskNews news) {
        return JSON.of(new DeskEvent(1, NOON, Severity.WARN, Message.plain("something \"odd\""), news));
    }

    private static String object(String fields) {
        return "{\"ts\":\"2026-03-02T12:00:00Z\"," + fields.replace('\'', '"') + "}";
    }

    @Test
    void anEventIsItsTimeItsKindAndItsFieldsInTheirOrder() {
        assertEquals(
                object("'event':'state','state':'PAUSED','reason':'you said \\\"no\\\"\\nagain'"),
                line(new DeskNews.StateChanged(DeskState.PAUSED, Message.plain("you said \"no\"\nagain"))));
    }

    @Test
    void anOrderIsToldWithTheDecimalsOfTheMarketAndAnEmptyIdUntilItHasOne() {
        var price = new BigDecimal("148.10");
        var quantity = new BigDecimal("1E+2");

        assertEquals(
                object("'event':'order','clientId':'117440512','orderId':'','side':'bid','price':'148.10',"
                        + "'quantity':'100','state':'SENT'"),
                line(new DeskNews.OrderMoved(
                        new ClientId(117440512), null, Side.BID, price, quantity, OrderStage.SENT)));
        assertEquals(
                object("'event':'order','clientId':'117440512','orderId':'77','side':'ask','price':'148.10',"
                        + "'quantity':'100','state':'PENDING_CANCEL'"),
                line(new DeskNews.OrderMoved(
                        new ClientId(117440512), "77", Side.ASK, price, quantity, OrderStage.PENDING_CANCEL)));
    }

    @Test
    void decimalsAreStringsAndTruthsAreNot() {
        assertEquals(
                object("'event':'fill','tradeId':'7','orderId':'77','side':'ask','price':'148.10','quantity':'0.005',"
                        + "'fee':'0.12012000','feeAsset':'USDC','maker':true"),
                line(new DeskNews.FillBooked(fill(), Objects.requireNonNull(desk.market))));
    }

    @Test
    void aParameterIsToldWithWhatItWasAndWhoChangedIt() {
        assertEquals(
                object("'event':'parameter','key':'spread','old':'0.2','new':'0.3','source':'command'"),
                line(new DeskNews.ParameterChanged("spread", "0.2", "0.3", "command")));
    }

    @Test
    void anAnswerOfTheDeskSaysHowLongItTookInWholeMilliseconds() {
        assertEquals(
                object("'event':'command','line':'ack','result':'1 alert','ok':true,'ms':'3'"),
                line(new DeskNews.CommandAnswered(
                        "ack", Message.plain("1 alert"), true, Duration.ofNanos(3_999_999), false)));
    }

    @Test
    void whatTheDeskOnlyMentionsIsAnAlertToo() {
        var alert = object("'event':'alert','level':'warn','text':'something \\\"odd\\\"'");

        assertEquals(alert, line(new DeskNews.Noted()));
        assertEquals(
                object("'event':'alert','level':'info','text':'resynced'"),
                JSON.of(new DeskEvent(1, NOON, Severity.INFO, Message.plain("resynced"), new DeskNews.Noted())));
    }

    @Test
    void anAlertHasTheIdOfItsCauseAndItsEndNamesIt() {
        var said = "'event':'alert','level':'warn','text':'something \\\"odd\\\"'";

        assertEquals(
                object(said + ",'id':'0123456789ab'"),
                line(new DeskNews.Alerted("0123456789ab", Message.plain("said"))));
        assertEquals(
                object(said + ",'recovered':'0123456789ab ba9876543210'"),
                line(new DeskNews.Recovered(List.of("0123456789ab", "ba9876543210"))));
    }

    private static Fill fill() {
        return new Fill(
                7,
                "77",
                null,
                Side.ASK,
                new BigDecimal("148.1"),
                new BigDecimal("0.005"),
                new BigDecimal("0.12012000"),
                "USDC",
                true,
                NOON);
    }

    private static SessionFigures figures(@Nullable BigDecimal allowedAsks) {
        BigDecimal[] n = IntStream.range(0, 30).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
        return new SessionFigures(
                new Totals(3, 2, 1, n[1], n[2], n[3], n[4], n[5], n[6], Map.of("BNB", new BigDecimal("0.0020"))),
                new ProfitParts(n[7], n[8], n[9], n[10], n[11], n[12], n[13]),
                n[24],
                new SessionFigures.Held(n[14], n[15], new BigDecimal("0.1234567890125001")),
                new SessionFigures.Traded(n[17], n[18], n[19]),
                new SessionFigures.Quoted(n[20], new BigDecimal("99.950"), n[22], allowedAsks),
                Message.plain("maker 8.00 bp"));
    }

    private static final String REPORT = "'fills':'3','buys':'2','sells':'1','volumeBase':'1','volumeQuote':'2',"
            + "'fees':'3','pnl':'4','pnlIsWithout':'0.002 BNB','spreadCaptured':'7','inventoryResult':'8',"
            + "'quotingFees':'9','feesConverted':'10','rebalanceResult':'11','feeRates':'maker 8.00 bp',"
            + "'interest':'12','transfers':'13','realised':'5','unrealised':'14','realisedFifo':'15',"
            + "'unrealisedFifo':'0.123456789013','volumeMaker':'17','volumeTaker':'18','wearPercent':'19',"
            + "'rebalanceCost':'6','againstHolding':'24','uptimeBids':'20','uptimeAsks':'99.950','uptimeAllowedBids':'22'";

    @Test
    void aReportHasEveryFigureAndLeavesOutTheShareOfASideThatWasNeverAllowed() {
        assertEquals(
                object("'event':'report'," + REPORT),
                line(new DeskNews.SessionReported(List.of(Message.plain("lines are for people")), figures(null))));
        assertEquals(
                object("'event':'report'," + REPORT + ",'uptimeAllowedAsks':'23'"),
                line(new DeskNews.SessionReported(List.of(), figures(BigDecimal.valueOf(23)))));
    }

    @Test
    void theFiguresOfAReportAreTheSameForAFile() {
        var said = new StringJoiner(",");
        JSON.figures(figures(null)).forEach((name, value) -> said.add("'" + name + "':'" + value + "'"));

        assertEquals(REPORT, said.toString());
    }

    @Test
    void theStatusSaysHowThingsStand() {
        desk.record(new HealthRow.Recording("SOL_USDC.gz", 12, 3, Message.plain("x")));
        desk.capture(new HealthRow.Recording("/there/SOL_USDC-session.gz", 7, 1, null));
        desk.quoting = new QuotingRow(
                new BigDecimal("0.20"),
                "volatility",
                null,
                new SideChain(List.of(
                        new SideChain.Step("spread", new BigDecimal("0.100000"), null, null),
                        new SideChain.Step(
                                "jump", new BigDecimal("0.2"), new BigDecimal("2.0000"), NOON.plusMillis(3200)),
                        new SideChain.Step("tick", new BigDecimal("0.2034"), null, null))),
                null,
                new BigDecimal("3.4"),
                "MID",
                "mid-vol",
                null,
                Message.of("strategy.side.market.closed"),
                null);

        assertEquals(
                "{\"ts\":\"2026-03-02T12:00:00Z\",\"event\":\"status\",\"state\":\"QUOTING\",\"reason\":\"\",\"code\":null,\"mid\":\"148.30\","
                        + "\"spread\":\"0.20\",\"spreadReason\":\"volatility\",\"spreadGuards\":\"\",\"bidChain\":\"spread:0.1 jump:0.2:2:3200 tick:0.2034\",\"askChain\":null,\"bidReason\":\"\",\"bidCode\":null,\"askReason\":\"market is CLOSED\",\"askCode\":\"market-closed\",\"rebalance\":\"\","
                        + "\"feeMakerBp\":\"0\",\"feeMakerSource\":\"fills\",\"feeTakerBp\":\"10.00\",\"feeTakerSource\":\"account\","
                        + "\"ratio\":\"31.2\",\"lentBase\":\"0\",\"lentQuote\":\"0\",\"pnl\":\"12.344\",\"pnlIsWithout\":\"\","
                        + "\"equity\":null,"
                        + nothing("today")
                        + nothing("session")
                        + "\"openOrders\":\"6\",\"dataAgeMs\":\"60\",\"rttMs\":\"2\","
                        + "\"guardian\":\"on\",\"guardiansElsewhere\":null,"
                        + "\"recordingFile\":\"SOL_USDC.gz\",\"recordingLines\":\"12\",\"recordingLost\":\"3\","
                        + "\"recordingTrouble\":\"x\",\"captureFile\":\"/there/SOL_USDC-session.gz\","
                        + "\"captureLines\":\"7\",\"captureLost\":\"1\",\"captureTrouble\":null}",
                JSON.status(desk.snapshot(), NOON));
    }

    private static String nothing(String what) {
        var fields = List.of(
                "Since",
                "Pnl",
                "SpreadCaptured",
                "InventoryResult",
                "QuotingFees",
                "FeesConverted",
                "RebalanceResult",
                "Interest",
                "Transfers",
                "AgainstHolding");
        return fields.stream().map(name -> "\"" + what + name + "\":null,").collect(Collectors.joining());
    }

    @Test
    void theStatusSaysWhatTheDayHasEarnedFromWhatAndAgainstHolding() {
        BigDecimal[] n = IntStream.range(0, 10).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
        var parts = new ProfitParts(n[9], n[8].negate(), n[2], n[1], n[3], n[4], n[5]);
        var today = new Earnings.Period(Instant.parse("2026-03-02T00:00:00Z"), parts, n[6].negate());
        desk.earnings = new Earnings(new BigDecimal("9986.20"), today, null);

        assertTrue(JSON.status(desk.snapshot(), NOON)
                .contains("\"equity\":\"9986.20\",\"todaySince\":\"2026-03-02T00:00:00Z\",\"todayPnl\":\"5\","
                        + "\"todaySpreadCaptured\":\"9\",\"todayInventoryResult\":\"-8\",\"todayQuotingFees\":\"2\","
                        + "\"todayFeesConverted\":\"1\",\"todayRebalanceResult\":\"3\",\"todayInterest\":\"4\","
                        + "\"todayTransfers\":\"5\",\"todayAgainstHolding\":\"11\","
                        + nothing("session")));
    }

    @Test
    void figuresAreBoundedAndAProfitSaysWhatItIsWithout() {
        desk.totals = new Totals(
                1,
                1,
                0,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal("0.123456789012345678901234"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Map.of("BNB", new BigDecimal("0.0020")));

        var line = JSON.status(desk.snapshot(), NOON);

        assertTrue(line.contains("\"pnl\":\"0.123456789012\",\"pnlIsWithout\":\"0.002 BNB\""), line);
    }

    @Test
    void whatIsNotKnownIsNullAndNotLeftOut() {
        desk.quoting = QuotingRow.starting(Message.of("engine.no-quotes.starting"));
        desk.book = Book.EMPTY;
        desk.inventory = null;
        desk.fees = null;
        desk.health = HealthRow.UNKNOWN;

        assertEquals(
                "{\"ts\":\"2026-03-02T12:00:00Z\",\"event\":\"status\",\"state\":\"QUOTING\",\"reason\":\"\",\"code\":null,\"mid\":null,"
                        + "\"spread\":null,\"spreadReason\":\"\",\"spreadGuards\":\"\",\"bidChain\":null,\"askChain\":null,\"bidReason\":\"starting\",\"bidCode\":\"starting\",\"askReason\":\"starting\",\"askCode\":\"starting\",\"rebalance\":\"\","
                        + "\"feeMakerBp\":null,\"feeMakerSource\":null,\"feeTakerBp\":null,\"feeTakerSource\":null,"
                        + "\"ratio\":null,\"lentBase\":null,\"lentQuote\":null,\"pnl\":\"12.344\",\"pnlIsWithout\":\"\","
                        + "\"equity\":null,"
                        + nothing("today")
                        + nothing("session")
                        + "\"openOrders\":\"6\",\"dataAgeMs\":null,\"rttMs\":null,"
                        + "\"guardian\":\"off\",\"guardiansElsewhere\":null,"
                        + "\"recordingFile\":null,\"recordingLines\":null,\"recordingLost\":null,\"recordingTrouble\":null,"
                        + "\"captureFile\":null,\"captureLines\":null,\"captureLost\":null,\"captureTrouble\":null}",
                JSON.status(desk.snapshot(), NOON));
    }

    @Test
    void anAnswerRepeatsTheLineItIsTo() {
        assertEquals(
                "{\"ts\":\"2026-03-02T12:00:00Z\",\"event\":\"command\",\"line\":\"sprad 3\",\"result\":\"no\",\"ok\":false}",
                JsonLine.answer(NOON, "sprad 3", false, "no"));
    }

    @Test
    void everyFieldIsNamedInTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var from = readme.indexOf("`--headless`, or no terminal");
        var told = readme.substring(from, readme.indexOf("\n\n", from)).split("[^A-Za-z]+");
        var written = Stream.of(
                        line(new DeskNews.StateChanged(DeskState.PAUSED, null)),
                        line(new DeskNews.OrderMoved(
                                new ClientId(1), "77", Side.BID, BigDecimal.ONE, BigDecimal.ONE, OrderStage.SENT)),
                        line(new DeskNews.FillBooked(fill(), Objects.requireNonNull(desk.market))),
                        line(new DeskNews.ParameterChanged("spread", "0.2", "0.3", "command")),
                        line(new DeskNews.CommandAnswered("ack", null, true, Duration.ZERO, false)),
                        line(new DeskNews.Alerted("0123456789ab", Message.plain("said"))),
                        line(new DeskNews.Recovered(List.of("0123456789ab"))),
                        line(new DeskNews.SessionReported(List.of(), figures(BigDecimal.ONE))),
                        JSON.status(desk.snapshot(), NOON),
                        JsonLine.answer(NOON, "sprad 3", false, "no"),
                        JSON.question(NOON, "resume", List.of(Message.plain("row"))),
                        JsonLine.dropped(NOON, 3))
                .flatMap(line -> NAME.matcher(line).results().map(name -> name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(written.size() > 70, written.toString());
        List.of(told).forEach(written::remove);
        assertEquals(Set.of(), written);
    }
}
