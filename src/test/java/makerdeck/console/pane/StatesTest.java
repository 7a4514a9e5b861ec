package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import makerdeck.command.Completion;
import makerdeck.command.PaneName;
import makerdeck.console.SampleDesk;
import makerdeck.console.keys.Action;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.console.line.Span;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.screen.TextScreen;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Earnings;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.Inventory;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes on the screen when the desk changes. */
class StatesTest {

    private final Screens screens = new Screens();

    @Test
    void aStartingDeskShowsAScreenBeforeAnythingIsKnown() {
        screens.desk.state = DeskState.STARTING;
        screens.desk.reason = "connecting to demo";
        screens.desk.market = null;
        screens.desk.book = Book.EMPTY;
        screens.desk.bookAt = null;
        screens.desk.orders = new ArrayList<>();
        screens.desk.fills = new ArrayList<>();
        screens.desk.inventory = null;
        screens.desk.quoting = QuotingRow.starting(Message.plain(Spoken.ENGLISH.say("snapshot.starting")));
        screens.desk.health = HealthRow.UNKNOWN;
        screens.desk.log = new ArrayList<>();

        assertEquals("""
                 SIM  SOL_USDC  STARTING  connecting to demo  eq 1,000.0  md - eng <1s  41m left
                - Book ------------------------- NONE -|- Orders ---------------------- 0 open -
                                                       | no quotes: starting
                """, firstRows(3));
        assertTrue(screens.paint(80, 24).contains(Spoken.ENGLISH.say("console.book.waiting")));
        assertTrue(screens.paint(80, 24).contains(Spoken.ENGLISH.say("console.balances.waiting")));
    }

    @ParameterizedTest
    @CsvSource({"900, <1s", "1500, 2s LAG", "3200, 4s STALE", "11000, 15s DOWN"})
    void theAgeOfTheBookIsCountedByTheScreen(int millis, String age) {
        screens.now = SampleDesk.NOON.minusMillis(90).plusMillis(millis);
        screens.desk.at = screens.now;

        var rows = screens.paint(80, 24).lines().toList();

        assertTrue(rows.get(0).contains("md " + age), rows.get(0));
        assertTrue(rows.get(1).contains("- " + age + " -|"), rows.get(1));
    }

    @Test
    void aWarningThatKeepsComingIsOneRowWithItsNumber() {
        screens.desk.log = new ArrayList<>();
        for (int i = 60; i > 0; i -= 3) {
            unread(i, "26043" + i);
            unread(i, "balances");
        }

        var log = screens.rows(140, 40).stream()
                .filter(row -> row.contains("WARN"))
                .toList();

        assertEquals(2, log.size(), log::toString);
        assertTrue(log.get(0).startsWith(" 11:59:57 WARN "), log::toString);
        assertTrue(log.stream().allMatch(row -> row.stripTrailing().endsWith(" x20")), log::toString);
    }

    private void unread(int secondsAgo, String what) {
        screens.desk.log.add(new DeskEvent(
                100 - secondsAgo,
                SampleDesk.NOON.minusSeconds(secondsAgo),
                Severity.WARN,
                Message.of("engine.could-not-read", what, "no answer in time"),
                new DeskNews.Alerted("0123456789ab", Message.plain("said"))));
    }

    @Test
    void equityAndTodaysProfitComeFirstWithWhereItCameFromAsWidthAllows() {
        screens.desk.earnings = SampleDesk.earnings("9986.23", "4.1", "-31.2", "1.78", "-16.8");

        assertEquals(
                " SIM  SOL_USDC  QUOTING   eq 9,986.2  pnl today -28.88  md <1s eng <1s  41m left",
                screens.rows(82, 24).get(0).stripTrailing());
        assertEquals(
                " SIM  SOL_USDC  QUOTING   eq 9,986.2  pnl today -28.88 (mm +4.10 inv -31.20 fee -1.78)"
                        + "  vs hold -12.08  md <1s eng <1s  41m left  12:00 UTC  rtt 2ms  up 3d04h",
                screens.rows(160, 50).get(0).stripTrailing());
        assertTrue(
                screens.rows(60, 20).get(0).contains("  eq 9,986.2  md <1s"),
                screens.rows(60, 20).get(0));
    }

    @Test
    void aDayOfWhichNobodyKnowsHowItBeganTellsTheProfitOfTheSession() {
        screens.desk.earnings = null;

        assertTrue(
                screens.rows(80, 24).get(0).contains("eq 1,000.0  pnl +12.34"),
                screens.rows(80, 24).get(0));
    }

    @Test
    void theClockSaysHowFarItIsFromUtc() {
        screens.zone = ZoneId.of("Asia/Taipei");

        assertTrue(
                screens.rows(200, 50).get(0).contains("20:00 +08"),
                screens.rows(200, 50).get(0));
    }

    @Test
    void aClosedMarketStreamIsDownAndNoYoungAgeContradictsIt() {
        screens.desk.health = HealthRow.UNKNOWN;

        var rows = screens.paint(80, 24).lines().toList();
        assertTrue(rows.get(0).contains("md DOWN eng <1s"), rows.get(0));
        assertTrue(rows.get(1).contains("- DOWN -|"), rows.get(1));
        assertTrue(screens.paint(40, 12).contains("md -!! eng <1s"));
    }

    @Test
    void anEngineThatStoppedIsAsVisibleAsASocketThatDropped() {
        screens.desk.at = SampleDesk.NOON.minusMillis(2100);

        var screen = screens.paint(80, 24);
        assertTrue(screen.contains("eng 3s LATE"), screen);
        assertTrue(screen.contains("!CRITICAL 11:59:57 the engine has said nothing for 2 s"), screen);
    }

    @ParameterizedTest
    @ValueSource(ints = {36, 40, 50, 60, 70, 80, 100})
    void ageStaysHoweverLongTheReason(int columns) {
        screens.desk.mode = Mode.LIVE;
        screens.desk.state = DeskState.HALTED;
        screens.desk.reason = "session loss limit of 25.00 USDC reached at 13:59:58";

        var status = screens.paint(columns, 24).lines().findFirst().orElseThrow();

        assertTrue(status.contains("LIVE") && status.contains("SOL_USDC") && status.contains("HALTED"), status);
        assertTrue(columns < 50 || status.contains("md <1s eng <1s"), status);
    }

    @Test
    void inTheTightestRowTheStateGivesWayBeforeTheAges() {
        screens.desk.mode = Mode.REPLAY;
        screens.desk.state = DeskState.REBALANCING;
        screens.desk.reason = "selling 3.2 SOL";
        screens.now = SampleDesk.NOON.plusSeconds(5);

        var status = screens.paint(40, 12).lines().findFirst().orElseThrow();

        assertEquals(" REPLAY SOL~ REBALANCI~ md 6s!! eng 6s!!", status);
        assertEquals(40, status.length());
    }

    @Test
    void theGravestAlertHasARowOfItsOwnUntilAcknowledged() {
        screens.desk.alerts = new ArrayList<>(List.of(
                new Alert(SampleDesk.NOON, Severity.CRITICAL, Message.plain("private stream lost"), 1),
                new Alert(SampleDesk.NOON, Severity.WARN, Message.plain("ask 2 rejected: post-only would cross"), 3)));

        assertEquals(
                "!CRITICAL 12:00:00 private stream lost        +1 more  [Enter shows it, F4 ack]",
                screens.paint(80, 24).lines().skip(1).findFirst().orElseThrow());

        screens.desk.alerts.remove(0);

        assertEquals(
                "!WARN 12:00:00 ask 2 rejected: post-only would cross x3                [F4 ack]",
                screens.paint(80, 24).lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void enterIsPromisedToTheAlertOnlyWhileItEndsOrOpensNothingElse() {
        screens.desk.alerts = new ArrayList<>(
                List.of(new Alert(SampleDesk.NOON, Severity.CRITICAL, Message.plain("private stream lost"), 1)));
        assertTrue(alertRow().contains("[Enter "), alertRow());

        screens.question = new Question(1, "quit", "", SampleDesk.NOON.plusSeconds(60));
        assertFalse(alertRow().contains("Enter"), alertRow());

        screens.question = null;
        screens.page = TextScreen.fixed("any page", List.of("text"));
        assertFalse(alertRow().contains("Enter"), alertRow());
    }

    private String alertRow() {
        return screens.paint(80, 24).lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void theTimeLeftRunsFromTheFirstQuote() {
        assertTrue(screens.paint(120, 40).contains("  41m left"));

        screens.desk.endsAt = null;
        assertTrue(screens.paint(120, 40).contains("  " + Spoken.ENGLISH.say("console.status.left-later", "1h00m")));

        screens.desk.duration = Duration.ZERO;
        assertFalse(screens.paint(120, 40)
                .contains(Spoken.ENGLISH.say("console.status.left-later", "").strip()));
    }

    @Test
    void anEmptySideSaysWhy() {
        screens.desk.orders.removeIf(order -> order.tag().startsWith("A"));
        screens.desk.quoting = new QuotingRow(
                null,
                "",
                null,
                null,
                null,
                null,
                "",
                "",
                null,
                Message.plain("ratio 61.2 % is above the hard limit"),
                null);

        var screen = screens.paint(80, 24);

        assertTrue(screen.contains("no asks: ratio 61.2 % is above the hard"), screen);
        assertTrue(screen.contains(Spoken.ENGLISH.say("console.balances.warming-up")), screen);
    }

    @Test
    void anOrderThatIsNotSimplyOpenSaysSo() {
        var first = screens.desk.orders.get(1);
        screens.desk.orders.set(
                1,
                new OrderRow(
                        first.tag(),
                        1,
                        null,
                        first.side(),
                        first.price(),
                        first.quantity(),
                        first.remaining(),
                        "PENDING_CANCEL",
                        first.since(),
                        null));

        assertTrue(screens.paint(120, 40).contains("A1   148.46    2.50   +.11%   3s  pending cancel"));
    }

    @ParameterizedTest
    @CsvSource({"0, ' q 0.0'", "4, ' q <0.1'", "10, ' q 0.1'", "18, ' q 0.2'", "1230, ' q 12.3'", "123456, ' q 1.2k'"})
    void theQueueIsNeverHalfANumber(long steps, String text) {
        screens.desk.orders.set(1, SampleDesk.order("A1", Side.ASK, 14846, 250, 3, steps));

        var row = screens.paint(80, 24)
                .lines()
                .filter(each -> each.contains("| A1") || each.contains("A1   148.46"))
                .findFirst()
                .orElseThrow();

        assertTrue(row.endsWith(text), row);
    }

    @Test
    void theRateOfFillsIsThatOfTheTimeTheDeskRunsHoweverManyEarlierRunsHad() {
        screens.desk.fills = new ArrayList<>(screens.desk.fills.subList(1, 2));

        assertEquals(37, screens.desk.totals.fills());
        assertTrue(screens.paint(120, 40).contains("fills/h 1 "), screens.paint(120, 40));
    }

    @Test
    void outOfTheBandIsWrittenOut() {
        screens.desk.inventory = SampleDesk.inventory("47.3");

        var screen = screens.paint(80, 24);

        assertTrue(screen.contains("OUT OF BAND +17.3pp"), screen);
        assertTrue(screen.contains("0%|....(===T====)o...|............100%"), screen);
    }

    private static SideChain.Step step(String cause, String percent, @Nullable String factor, int seconds) {
        return new SideChain.Step(
                cause,
                new BigDecimal(percent),
                factor == null ? null : new BigDecimal(factor),
                seconds == 0 ? null : SampleDesk.NOON.plusSeconds(seconds));
    }

    private void chains(SideChain bids, SideChain asks) {
        screens.desk.quoting = new QuotingRow(
                bids.percent().add(asks.percent()),
                "spread",
                null,
                bids,
                asks,
                new BigDecimal("3.4"),
                "MID",
                "",
                null,
                null,
                null);
    }

    @Test
    void theSideThatIsWidenedSaysFromWhatByWhatAndForHowLong() {
        var usual = new SideChain(List.of(step("spread", "0.1", null, 0)));
        var jump = new SideChain(List.of(step("spread", "0.1", null, 0), step("jump", "0.2", "2", 3)));
        var run = new SideChain(List.of(
                step("spread", "0.05", null, 0),
                step("fees", "0.09", "1.8", 0),
                step("fills", "0.135", "1.5", 41),
                step("skew", "0.12", "0.889", 0)));

        chains(usual, usual);
        assertTrue(screens.paint(80, 24).contains(" bid, ask .10%: base "), screens.paint(80, 24));
        chains(jump, jump);
        assertTrue(screens.paint(120, 40).contains(" bid, ask .20%: base .10 x2 jump 3s"), screens.paint(120, 40));
        chains(usual, run);
        assertTrue(
                screens.paint(200, 50).contains(" bid .10% ask .12%: fees .09 x1.5 run of fills 41s skew"),
                screens.paint(200, 50));
        assertTrue(screens.paint(80, 24).contains(" -.10% +.12%: x1.5 run of fills 41s"), screens.paint(80, 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebalance in 23s: sell 9.20", "rebalance waits: paused by you", "rebalance off"})
    void outOfTheBandTheBalancesSayWhatComesOfIt(String outlook) {
        screens.desk.inventory = SampleDesk.inventory("47.3");
        screens.desk.quoting = new QuotingRow(
                new BigDecimal("0.2"),
                "spread",
                null,
                null,
                null,
                new BigDecimal("3.4"),
                "MID",
                "",
                null,
                null,
                Message.plain(outlook));

        assertTrue(screens.paint(80, 24).contains("| " + outlook), screens.paint(80, 24));
    }

    @Test
    void theBalancesShowBitcoinWithDigitsThatTell() {
        var known = SampleDesk.inventory("31.2");
        screens.desk.market = SampleDesk.SOL_IN_BITCOIN;
        screens.desk.inventory = new Inventory(
                new Balances(lent("2.1020", "0"), lent("0.00341", "0.0012")),
                known.ratio(),
                known.target(),
                known.low(),
                known.high(),
                known.hardLow(),
                known.hardHigh(),
                new BigDecimal("0.00741"),
                known.at());

        var screen = screens.paint(120, 40);

        assertTrue(screen.contains("(0.00400)") && screen.contains("BTC 0.00341"), screen);
        assertTrue(screen.contains("0.00120"), screen);
    }

    @Test
    void theBalancesShowWhatIsLent() {
        var known = SampleDesk.inventory("31.2");
        screens.desk.inventory = new Inventory(
                new Balances(lent("2.1020", "2"), lent("688.21", "600.5")),
                known.ratio(),
                known.target(),
                known.low(),
                known.high(),
                known.hardLow(),
                known.hardHigh(),
                known.total(),
                known.at());

        for (var width : List.of(80, 100, 120, 160)) {
            var screen = screens.paint(width, 40);
            assertTrue(
                    screen.contains("lent 2.0000 SOL, 600.50 USDC") || screen.contains("lent 2.00 + 600.50"), screen);
        }
    }

    private static Balance lent(String total, String lent) {
        var out = new BigDecimal(lent);
        return new Balance(new BigDecimal(total).subtract(out), BigDecimal.ZERO, out);
    }

    @Test
    void completionsLieOverTheLogAndNeverOverTheBook() {
        var items = IntStream.range(0, 12)
                .mapToObj(i -> new Completion("key" + i, Message.plain("now " + i)))
                .toList();
        screens.line = new LineView(
                List.of(List.of(new Span(Role.INPUT, "set key3"))),
                0,
                8,
                "set key3",
                "a hint",
                false,
                new Menu(items, 3));

        var rows = screens.paint(80, 24).lines().toList();

        assertEquals("   key0   now 0", rows.get(14));
        assertEquals(" > key3   now 3", rows.get(17));
        assertTrue(rows.get(21).startsWith("   key7   now 7") && rows.get(21).endsWith("8 of 12"), rows.get(21));
        assertEquals("SIM> set key3", rows.get(22));
        assertEquals(" a hint", rows.get(23));
        assertEquals(13, screens.cursor.getColumn());
        assertEquals(22, screens.cursor.getRow());
    }

    /** After days down there is no valuation of yesterday to count from. */
    @Test
    void aProfitThatBeganBeforeTodayIsNotCalledTodays() {
        var today = Objects.requireNonNull(
                SampleDesk.earnings("9986.23", "4.1", "-31.2", "1.78", "-16.8").today());
        var earlier = new Earnings.Period(Instant.parse("2026-02-26T18:04:00Z"), today.parts(), today.holding());
        screens.desk.earnings = new Earnings(new BigDecimal("9986.23"), earlier, null);

        assertEquals(
                " SIM  SOL_USDC  QUOTING   eq 9,986.2  pnl since 02-26 -28.88",
                screens.rows(88, 24).get(0).substring(0, 60));
    }

    @Test
    void aPageOfHelpCoversThePanesButNeverTheStatus() {
        screens.desk.log.clear();
        screens.page = TextScreen.fixed(
                "Help set",
                List.of(
                        "set KEY VALUE...   changes parameters, all or none; +10% is relative to the value as it is now"));

        assertEquals("""
                 SIM  SOL_USDC  QUOTING   eq 1,000.0  pnl today -28.88  md <1s eng <1s  41m left
                - Help set -------------------------------------------------------- Esc closes -
                 set KEY VALUE...   changes parameters, all or none; +10% is relative to the
                                    value as it is now

                """, firstRows(5));
    }

    @Test
    void aLongPageScrollsToItsEndAndNoFurther() {
        var lines = IntStream.range(1, 41).mapToObj(i -> "line " + i).toList();
        screens.desk.log.clear();
        screens.page = TextScreen.fixed("Help", lines);
        screens.paint(80, 24);
        screens.press(Action.Full.BOTTOM);

        var rows = screens.paint(80, 24).lines().toList();

        assertTrue(rows.get(1).contains("21..40 of 40"), rows.get(1));
        assertEquals(" line 40", rows.get(21));
    }

    @Test
    void logLinesMayHoldAnyCharacterAndStayInTheirColumns() {
        screens.desk.log.add(SampleDesk.event(
                1,
                DeskEvent.Kind.INFO,
                Severity.WARN,
                "\u4ea4\u6613\u6240 says \033[2J\u0007\u200b\uD800 ok \u6bd4\u7279\u5e63"));

        var row = screens.paint(80, 24).lines().skip(19).findFirst().orElseThrow();

        assertEquals(" 11:59:59 WARN \u4ea4\u6613\u6240 says ?[2J??? ok \u6bd4\u7279\u5e63", row);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 60, 80, 120, 200})
    void wideCharactersNeverBreakTheWall(int columns) {
        screens.desk.reason = "\u4f60\u6309\u4e86\u66ab\u505c".repeat(9);
        screens.desk.preset = "\u9ad8\u6ce2\u52d5".repeat(9);
        screens.desk.log.add(SampleDesk.event(
                1, DeskEvent.Kind.INFO, Severity.WARN, "\u4ea4\u6613\u6240\u62d2\u7d55\u4e86\u8a02\u55ae".repeat(30)));

        assertTrue(screens.paint(columns, 40).lines().allMatch(row -> Widths.of(row) <= columns));
    }

    @Test
    void theConsolesOwnNoticesStandInTheLogInTheirOrder() {
        screens.notices = List.of(
                new Notice(SampleDesk.NOON.minusSeconds(10), Notice.Kind.MISTAKE, "set sprad 1: did you mean spread?"));

        var rows = screens.paint(80, 24).lines().skip(19).limit(2).toList();

        assertEquals(" 11:59:56 cmd  set spread 0.25 -> 0.30 %  applied 3ms, 4 orders move", rows.get(0));
        assertEquals(" 11:59:50 err  set sprad 1: did you mean spread?", rows.get(1));
    }

    @Test
    void aScrolledLogStandsStillAndCountsWhatIsNew() {
        screens.focus = new PaneFocus(
                null, false, Map.of(PaneName.LOG, new Scroll(SampleDesk.NOON.minusSeconds(5), 1)), PaneName.LOG, "");
        screens.desk.log.add(SampleDesk.event(1, DeskEvent.Kind.INFO, Severity.INFO, "another"));
        for (int i = 0; i < 20; i++) {
            screens.desk.log.add(0, SampleDesk.event(200 + i, DeskEvent.Kind.INFO, Severity.INFO, "old " + i));
        }

        var log = screens.paint(80, 24).lines().skip(18).limit(2).toList();

        assertTrue(log.get(0).endsWith("PAUSED, 2 new, End follows -"), log.get(0));
        assertEquals(" 11:58:30 info depth stream resynced, gap 0", log.get(1));
    }

    @Test
    void whatACommandChangedIsToldOnce() {
        screens.desk.log = new ArrayList<>(List.of(
                SampleDesk.event(9, DeskEvent.Kind.PARAMETER, Severity.INFO, "target 20 -> 30 % (preset ended)"),
                SampleDesk.event(4, DeskEvent.Kind.PARAMETER, Severity.INFO, "spread 0.2 -> 0.3 % (command)"),
                SampleDesk.event(4, DeskEvent.Kind.COMMAND, Severity.INFO, "set spread 0.3: spread 0.2 -> 0.3 %"),
                SampleDesk.event(3, DeskEvent.Kind.ORDER, Severity.INFO, "B1 bid 2.50 @ 148.17 OPEN")));

        var log = screens.paint(80, 24).lines().skip(19).limit(3).toList();

        assertTrue(log.get(0).contains("set spread 0.3: spread 0.2 -> 0.3 %"), log.get(0));
        assertTrue(log.get(1).contains("target 20 -> 30 % (preset ended)"), log.get(1));
        assertEquals("", log.get(2));
    }

    @Test
    void aLongLineTakesMoreRowsButNeverMoreThanAQuarter() {
        var rows = IntStream.range(0, 9)
                .mapToObj(i -> List.of(new Span(Role.INPUT, "row" + i)))
                .toList();
        screens.line = new LineView(rows, 8, 4, "row", "", false, Menu.CLOSED);

        var painted = screens.paint(80, 24).lines().toList();

        assertEquals("     row3", painted.get(17));
        assertEquals("     row8", painted.get(22));
        assertEquals(22, screens.cursor.getRow());
    }

    @Test
    void unicodeGlyphsTakeTheSamePlaceAsAscii() {
        var ascii = screens.paint(160, 50).lines().map(String::length).toList();
        screens.glyphs = Glyphs.UNICODE;
        var unicode = screens.paint(160, 50).lines().toList();

        assertEquals(ascii.size(), unicode.size());
        assertTrue(unicode.stream().allMatch(row -> Widths.of(row) == row.length() && row.length() <= 160));
        assertFalse(unicode.get(1).contains("-"));
    }

    @Test
    void priceAndMoneyOfAnotherScaleStillFit() {
        screens.desk.inventory = new Inventory(
                new Balances(
                        new Balance(new BigDecimal("123456.789"), BigDecimal.ZERO, BigDecimal.ZERO),
                        new Balance(new BigDecimal("98765432.1"), BigDecimal.ZERO, BigDecimal.ZERO)),
                new BigDecimal("0"),
                new BigDecimal("100"),
                new BigDecimal("-5"),
                new BigDecimal("105"),
                new BigDecimal("-30"),
                new BigDecimal("130"),
                new BigDecimal("198765432.1"),
                SampleDesk.NOON);

        assertTrue(screens.paint(80, 24).contains("0%o"));
    }

    private String firstRows(int count) {
        return String.join("\n", screens.paint(80, 24).lines().limit(count).toList()) + "\n";
    }

    @Test
    void beforeThereIsAnAccountNoProfitIsTold() {
        screens.desk.earnings = null;
        assertTrue(screens.paint(120, 40).contains("  pnl "), screens.paint(120, 40));

        screens.desk.inventory = null;

        assertFalse(screens.paint(120, 40).contains("  pnl "), screens.paint(120, 40));
    }
}
