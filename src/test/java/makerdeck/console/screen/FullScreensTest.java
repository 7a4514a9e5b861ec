package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.command.CommandLanguage;
import makerdeck.command.ScreenName;
import makerdeck.console.FixedContext;
import makerdeck.console.SampleDesk;
import makerdeck.console.keys.Action.Full;
import makerdeck.domain.ClientId;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.OrderStep;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

/** Each full screen, whole: what it says, and what may be done on it. */
class FullScreensTest {

    private final ScreenStage stage = new ScreenStage();
    private final ScreenCatalogue catalogue =
            new ScreenCatalogue(new CommandLanguage(new FixedContext()), ResultsSource.NONE);

    private void show(ScreenName name) {
        stage.screens.show(catalogue.open(name).orElseThrow());
        stage.cells();
    }

    @Test
    void orders() throws IOException {
        stage.desk.orders.add(foreign());
        stage.desk.orders.set(1, pending(stage.desk.orders.get(1)));
        show(ScreenName.ORDERS);

        Goldens.check("orders", stage);
    }

    @Test
    void anOrderIsCancelledByACommandThatTheOperatorSends() {
        show(ScreenName.ORDERS);
        stage.press(Full.DOWN, Full.ACT);

        assertEquals(List.of("command cancel A1"), stage.errands);
        assertTrue(stage.row(23).startsWith(" x cancel A1 "), stage.row(23));
    }

    @Test
    void aForeignOrderIsShownAndNotCancelled() {
        stage.desk.orders.add(foreign());
        show(ScreenName.ORDERS);
        stage.press(Full.BOTTOM, Full.ACT, Full.COPY);

        assertEquals(
                List.of("say this order is not of this desk: cancel it where it was placed", "copy 4711"),
                stage.errands);
        assertTrue(stage.row(1).contains("3 asks, 3 bids, 1 foreign"), stage.row(1));
    }

    @Test
    void withoutOrdersTheReasonStandsInTheirPlace() {
        stage.desk.orders.clear();
        show(ScreenName.ORDERS);
        assertEquals(" no order rests and none is on its way", stage.row(3));

        stage.desk.quoting = QuotingRow.starting(Message.plain("paused by you"));
        assertEquals(" no quotes: paused by you", stage.row(3));
    }

    @Test
    void anOrderIsOpenedAsAllThatHappenedToIt() throws IOException {
        stage.desk.orders.set(0, withSteps(stage.desk.orders.get(0)));
        stage.desk.log.clear();
        show(ScreenName.ORDERS);
        stage.press(Full.OPEN);

        Goldens.check("order", stage);
    }

    @Test
    void anOrderThatIsGoneKeepsItsPageAndSaysHowItEnded() {
        var order = withSteps(stage.desk.orders.get(0));
        stage.desk.orders.set(0, order);
        show(ScreenName.ORDERS);
        stage.press(Full.OPEN);

        stage.desk.orders.remove(0);
        stage.now = SampleDesk.NOON.plusSeconds(3600);
        assertTrue(stage.picture().contains("no longer among the orders"), stage::picture);
        assertFalse(stage.picture().contains(" age "), "what is gone grows no older: " + stage.picture());
        assertFalse(stage.picture().contains(" left "), "nothing of it is left: " + stage.picture());

        stage.desk.log.add(new DeskEvent(
                200,
                SampleDesk.NOON,
                Severity.INFO,
                Message.plain("B1 cancelled"),
                new DeskNews.OrderMoved(
                        new ClientId((int) order.clientId()),
                        order.orderId(),
                        order.side(),
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        OrderStage.CANCELLED)));
        var page = stage.picture();
        assertTrue(page.contains(" 12:00:00      cancelled\n") && page.contains("partly filled, 0.50 of 2.50"), page);
    }

    @Test
    void faults() throws IOException {
        stage.desk.faults = Map.of("ws-silence", SampleDesk.NOON.plusSeconds(30));
        show(ScreenName.FAULTS);

        Goldens.check("faults", stage);
    }

    @Test
    void aFaultIsBegunAndEndedByCommandsThatTheOperatorSends() {
        show(ScreenName.FAULTS);
        stage.press(Full.ACT, Full.EDIT);
        stage.desk.faults = Map.of("ws-silence", SampleDesk.NOON.plusSeconds(30));
        assertTrue(stage.chosen().matches("\\*ws-silence +on +12:00:30 +no stream tells anything"), stage::chosen);
        stage.press(Full.ACT);

        assertEquals(
                List.of("command venue fault ws-silence", "command venue fault ws-silence ", "command venue calm"),
                stage.errands);
    }

    @Test
    void aRealVenueHasNoFaultsToOffer() {
        stage.screens.show(new TableScreen<>(new FaultsTable(new CommandLanguage(new FixedContext() {
            @Override
            public Map<String, Message> venueFaults() {
                return Map.of();
            }
        }))));

        assertEquals(" nothing goes wrong on purpose on demo: only the embedded venue can be told to", stage.row(3));
    }

    @Test
    void theKeysOfTheOpenScreenAreTheFirstThatHelpTells() {
        show(ScreenName.ORDERS);
        stage.screens.add(KeysPage.of(stage.screens.top(), new CommandLanguage(new FixedContext()), stage.speech));

        var page = stage.picture();
        assertTrue(page.contains(" on this screen\n x             cancel B1\n"), page);
        assertTrue(page.contains(" Down j        " + stage.speech.say("console.key.down") + "\n"), page);
        assertTrue(page.contains(" " + stage.speech.say("console.keys.everywhere") + "\n Enter         run\n"), page);

        stage.press(Full.PAGE_DOWN);
        page = stage.picture();
        assertTrue(page.contains(" " + stage.speech.say("console.keys.chosen") + "\n Enter         zoom\n"), page);
        assertTrue(page.contains(" Left          shorter (Market)\n"), page);

        stage.press(Full.PAGE_DOWN);
        assertTrue(stage.picture().contains("takes the quotes of both sides"), stage::picture);
    }

    @Test
    void everyPartOfTheScreenIsExplainedBelowItsPicture() throws IOException {
        stage.screens.show(new ScreenGuide());
        assertTrue(
                stage.row(1).startsWith("- Help screen: Row 1 ") && stage.row(2).startsWith(" SIM  SOL_USDC"),
                stage.row(2));

        stage.press(Full.RIGHT);
        Goldens.check("guide-book", stage);
        stage.speech = Spoken.ENGLISH;
        stage.size(80, 24);

        stage.press(Full.LEFT, Full.LEFT);
        assertTrue(stage.row(1).contains("The command line"), stage.row(1));
    }

    @Test
    void theStripThatLeadsANewcomerStandsOverThePanes() throws IOException {
        stage.strip = Message.of("console.tour.strip", 1, 5, Message.of("console.tour.change"));

        Goldens.check("tour", stage);
    }

    @Test
    void fills() throws IOException {
        show(ScreenName.FILLS);

        Goldens.check("fills", stage);
    }

    @Test
    void aFillIsOpenedAndItsMarkoutComesIntoItsPage() {
        show(ScreenName.FILLS);
        stage.press(Full.BOTTOM, Full.OPEN);
        assertTrue(stage.row(1).startsWith("- Fill 80 -"), stage.row(1));
        assertFalse(stage.picture().contains("after 5s"), stage::picture);

        stage.desk.fills.set(2, SampleDesk.fill(Side.BID, "B2", 14805, 120, "0.0010", "SOL", 80, "31.1", "-0.03"));
        assertTrue(stage.picture().contains(" after 5s      -.03%\n"), stage::picture);

        assertTrue(stage.screens.back());
        assertTrue(stage.chosen().contains("148.05"), stage::chosen);
    }

    @Test
    void withoutFillsItSaysSo() {
        stage.desk.fills.clear();
        show(ScreenName.FILLS);

        assertEquals(" nothing was filled yet", stage.row(3));
    }

    @Test
    void parameters() throws IOException {
        show(ScreenName.PARAMETERS);

        Goldens.check("parameters", stage);
    }

    @Test
    void aParameterIsSetByACommandThatTheOperatorEnds() {
        show(ScreenName.PARAMETERS);
        stage.press(Full.EDIT, Full.ACT, Full.COPY);

        assertEquals(List.of("command set spread ", "command set spread 0.2", "copy spread 0.3"), stage.errands);
    }

    @Test
    void aParameterAtItsDefaultHasNothingToGoBackTo() {
        show(ScreenName.PARAMETERS);
        stage.press(Full.DOWN, Full.ACT);

        assertEquals(List.of("say spread.mode is at its default"), stage.errands);
    }

    @Test
    void aParameterIsOpenedAsItsPageOfHelp() {
        show(ScreenName.PARAMETERS);
        stage.press(Full.OPEN);

        assertTrue(stage.row(1).startsWith("- Help spread -"), stage.row(1));
    }

    @Test
    void presets() throws IOException {
        stage.desk.preset = "high-vol";
        show(ScreenName.PRESETS);

        Goldens.check("presets", stage);
    }

    @Test
    void aPresetIsLoadedByACommandOfWhichTheDeskShowsThePreview() {
        show(ScreenName.PRESETS);
        stage.press(Full.ACT, Full.EDIT);

        assertEquals(List.of("command load preset high-vol", "command load preset high-vol for "), stage.errands);
    }

    @Test
    void aPresetIsOpenedAsAllThatItWouldChange() {
        show(ScreenName.PRESETS);
        stage.press(Full.OPEN);

        assertEquals("""
                - Preset high-vol ------------------------------------------------- Esc closes -
                 would change
                   target 30 -> 20 %
                   threshold 15 -> 10 points

                 what loads it
                   load preset high-vol
                """, String.join("\n", stage.picture().lines().toList().subList(1, 8)) + "\n");
    }

    @Test
    void whatCannotBeLoadedSaysWhyAndIsNotOffered() {
        show(ScreenName.PRESETS);
        stage.press(Full.BOTTOM, Full.ACT);

        assertEquals(1, stage.errands.size());
        assertTrue(
                stage.errands.get(0).startsWith("say ") && stage.errands.get(0).contains("fast-one"),
                stage.errands::toString);
    }

    @Test
    void aFolderOfPresetsThatCannotBeReadIsSaidAndTheScreenStays() {
        stage.screens.show(new TableScreen<>(new PresetsTable(new CommandLanguage(new FixedContext() {
            @Override
            public List<String> presetNames() {
                throw new UncheckedIOException("folder-unreadable", new IOException());
            }
        }))));

        assertTrue(stage.chosen().contains("folder-unreadable"), stage::picture);
        stage.press(Full.ACT, Full.OPEN);
        assertTrue(stage.errands.get(0).startsWith("say "), stage.errands::toString);
    }

    @Test
    void alerts() throws IOException {
        alarm();
        show(ScreenName.ALERTS);

        Goldens.check("alerts", stage);
    }

    @Test
    void anAlertIsOpenedWholeAndAcknowledgedLikeEveryOther() {
        alarm();
        show(ScreenName.ALERTS);
        stage.press(Full.OPEN);
        var page = stage.picture();
        assertTrue(page.contains("the journal cannot be written, only cancels are sent: the disk is full"), page);

        stage.screens.back();
        stage.press(Full.ACT);
        assertEquals(List.of("command ack"), stage.errands);
    }

    @Test
    void whatIsOfAnotherDaySaysOfWhich() {
        alarm();
        stage.now = SampleDesk.NOON.plus(Duration.ofDays(1));
        stage.desk.at = stage.now;
        stage.desk.bookAt = stage.now;
        for (var screen : List.of(ScreenName.ALERTS, ScreenName.FILLS)) {
            show(screen);
            assertTrue(stage.chosen().contains("03-02 11:5"), stage::chosen);
        }
        assertTrue(stage.row(1).startsWith("!CRITICAL 03-02 11:58:30 "), stage.row(1));
    }

    @Test
    void theCursorGoesPastAlertsThatSayTheSame() {
        var same = Message.plain("a fill of an order that this run does not know waits");
        for (int order = 0; order < 3; order++) {
            stage.desk.alerts.add(new Alert(SampleDesk.NOON.minusSeconds(order), Severity.WARN, same, 1));
        }
        stage.desk.alerts.add(new Alert(SampleDesk.NOON, Severity.INFO, Message.plain("last"), 1));
        show(ScreenName.ALERTS);
        stage.press(Full.DOWN, Full.DOWN, Full.DOWN);

        assertTrue(stage.chosen().contains(" last"), stage::chosen);
    }

    @Test
    void anOpenedAlertCountsOnWithTheAlert() {
        alarm();
        show(ScreenName.ALERTS);
        stage.press(Full.BOTTOM, Full.OPEN);
        assertTrue(stage.picture().contains("times         3\n"), stage::picture);

        stage.desk.alerts.set(
                0, new Alert(SampleDesk.NOON.plusSeconds(9), Severity.WARN, Message.plain("A2 was refused"), 4));
        assertTrue(stage.picture().contains("times         4\n"), stage::picture);
        stage.desk.alerts.clear();
        assertTrue(stage.picture().contains("times         3\n"), "what is acknowledged stays as it was opened");
    }

    @Test
    void theSameAlertAgainIsTheSameRow() {
        alarm();
        show(ScreenName.ALERTS);
        stage.press(Full.BOTTOM);
        var before = stage.chosen();

        stage.desk.alerts.set(
                0, new Alert(SampleDesk.NOON.plusSeconds(9), Severity.WARN, Message.plain("A2 was refused"), 4));

        assertTrue(before.contains("A2 was refused") && before.contains("x3"), before);
        assertTrue(stage.chosen().contains("A2 was refused") && stage.chosen().contains("x4"), stage::chosen);
    }

    @Test
    void withoutAlertsItSaysSo() {
        show(ScreenName.ALERTS);

        assertEquals(" no alert: everything that was told has been acknowledged", stage.row(3));
    }

    private void alarm() {
        stage.desk.alerts = new ArrayList<>(List.of(
                new Alert(SampleDesk.NOON.minusSeconds(8), Severity.WARN, Message.plain("A2 was refused"), 3),
                new Alert(
                        SampleDesk.NOON.minusSeconds(90),
                        Severity.CRITICAL,
                        Message.plain("the journal cannot be written, only cancels are sent: the disk is full"),
                        1)));
    }

    private static OrderRow withSteps(OrderRow o) {
        var half = new Quantity(50);
        return new OrderRow(
                o.tag(),
                o.clientId(),
                o.orderId(),
                o.side(),
                o.price(),
                o.quantity(),
                new Quantity(200),
                "PENDING_CANCEL",
                o.since(),
                null,
                List.of(
                        new OrderStep(SampleDesk.NOON.minusSeconds(40), OrderStage.SENT, Quantity.ZERO, null),
                        new OrderStep(SampleDesk.NOON.minusSeconds(39), OrderStage.OPEN, Quantity.ZERO, null),
                        new OrderStep(SampleDesk.NOON.minusSeconds(20), OrderStage.OPEN, half, null),
                        new OrderStep(
                                SampleDesk.NOON.minusSeconds(3),
                                OrderStage.PENDING_CANCEL,
                                half,
                                Message.plain("the price moved"))));
    }

    private static OrderRow foreign() {
        return new OrderRow(
                "X",
                0,
                "4711",
                Side.ASK,
                new Price(15500),
                new Quantity(100_000),
                new Quantity(99_000),
                "OPEN",
                SampleDesk.NOON.minusSeconds(90_000),
                null);
    }

    private static OrderRow pending(OrderRow o) {
        return new OrderRow(
                o.tag(),
                o.clientId(),
                o.orderId(),
                o.side(),
                o.price(),
                o.quantity(),
                new Quantity(111),
                "PENDING_CANCEL",
                o.since(),
                o.queueAhead());
    }
}
