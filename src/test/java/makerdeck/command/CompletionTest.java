package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    private final CommandLanguage language = new CommandLanguage(new FixedCompletionContext());

    private static List<String> told(List<Completion> offered) {
        return offered.stream()
                .map(one -> one.value() + ": " + Told.of(one.description()))
                .toList();
    }

    private List<String> values(String line) {
        return language.complete(line, line.length()).stream()
                .map(Completion::value)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "re | resume rebalance redo record",
                "SE | set",
                "set sp | spread spread.mode spread.max",
                "set spread 1 layers 2 sp | spread.mode spread.max",
                "set fee-floor | fee-floor",
                "set spread.mode vol | volatility",
                "get lay | layers layer.growth",
                "pause ; can | cancel",
                "pause;can | cancel",
                "cancel a | all ask A2",
                "load p | preset",
                "load preset h | high-vol",
                "theme d | dark",
                "show h | health",
                "quit - | --keep",
                "help re | resume rebalance redo record resume.auto",
                "get # sp | ''",
                "# | ''",
                "nonsense x | ''",
                "halt n | ''",
                "set layers x sp | ''"
            })
    void offersTheWordsThatBeginAsTyped(String line, String offered) {
        assertEquals(offered, String.join(" ", values(line)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pause | bid ask for",
                "pause bid | for",
                "pause for | 10m 30m",
                "load preset high-vol | for",
                "rebalance | now dry stop on off",
                "set layers | 3 1 50",
                "set band.hard | auto 0.01 100",
                "cancel | all bid ask B1 A2",
                "fps | 1 30",
                "halt | ''"
            })
    void afterABlankEveryWordThatMayFollowIsOffered(String line, String offered) {
        assertEquals(offered, String.join(" ", values(line + " ")));
    }

    @Test
    void valuesComeWithWhereTheyAreFrom() {
        assertEquals(
                List.of(
                        "0.25: now",
                        "0.6: preset high-vol",
                        "0.001: least, of 0.001..20 %",
                        "20: most, of 0.001..20 %"),
                told(language.complete("set spread ", 11)));
    }

    @Test
    void keysComeWithValueAndRange() {
        assertEquals(
                List.of("spread.max: now 4 %   0.001..100 %   " + Told.of(Parameter.SPREAD_MAX.help())),
                told(language.complete("set spread.ma", 13)));
    }

    @Test
    void ordersComeWithPriceAndWhatIsLeftAndDistanceFromTheMid() {
        assertEquals(
                List.of(
                        "all: command.orders.all[2]",
                        "bid: command.orders.bid[1]",
                        "ask: command.orders.ask[1]",
                        "B1: command.order-at[149.77, 2.20, -.14]",
                        "A2: command.order[150.31, 1.00]"),
                language.complete("cancel ", 7).stream()
                        .map(one -> one.value() + ": " + Keys.of(one.description()))
                        .toList());
    }

    @Test
    void aPresetComesWithTheTradeItCauses() {
        var armed = new FixedCompletionContext(Map.of("rebalance", "on"), Map.of());
        armed.base = "22";
        var offered =
                new CommandLanguage(armed).complete("load preset h", 13).get(0).description();

        assertEquals("command.and-trades", offered.key());
        // 22 x 150 are 3300 of 10300, of which a fifth is 2060: 1240 at 150 too much.
        assertEquals(Message.of("command.sells", "8.27"), offered.values().get(0));

        armed.base = "0.033";
        armed.mid = "100000";
        var dear =
                new CommandLanguage(armed).complete("load preset h", 13).get(0).description();
        assertEquals(Message.of("command.sells", "0.0124"), dear.values().get(0));
        assertEquals(
                List.of("spread", "target", "threshold"),
                Keys.within(offered, "strategy.change").stream()
                        .map(change -> change.values().get(0))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"theme ", "zoom ", "layout ", "venue market ", "help ", "cancel ", "show ", "rebalance ", "set "
            })
    void everyChoiceSaysInBothLanguagesWhatItMeans(String line) {
        var offered = language.complete(line, line.length());

        assertFalse(offered.isEmpty());
        for (var one : offered) {
            assertTrue(
                    one.description().key().split("[.]").length > 2
                            || !one.description().values().isEmpty(),
                    one.toString());
            for (var speech : List.of(Spoken.ENGLISH, Spoken.CHINESE)) {
                var said = speech.say(one.description());
                assertFalse(said.isBlank() || said.startsWith("command."), one.value() + ": " + said);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "cancel B1 ! command.listed[B1, command.order-at[149.77, 2.20, -.14]]",
                "theme dark ! command.listed[dark, command.word.theme.dark]",
                "zoom book ! command.listed[book, command.word.pane.book]",
                "venue market wild ! command.listed[wild, command.word.market.wild]",
                "venue fault ws-silence ! command.listed[ws-silence, message.plain[no stream tells anything]]",
                "rebalance dry ! command.listed[dry, command.word.rebalance.dry]",
            })
    void aChosenWordSaysWhatItStandsFor(String line, String hint) {
        assertEquals(hint, Keys.of(language.hint(line)));
    }

    @Test
    void presetsComeWithWhatTheyWouldChange() {
        var offered = language.complete("load preset ", 12).stream()
                .map(one -> one.value() + ": " + Keys.of(one.description()))
                .toList();

        assertEquals(
                "broken: command.preset-wrong[broken, strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[99], 20]]",
                offered.get(0));
        assertEquals(
                "high-vol: message.comma[message.comma[strategy.change[spread, 0.25, strategy.counted[0.6,"
                        + " strategy.unit.percent]], strategy.change[target, 30, strategy.counted[20,"
                        + " strategy.unit.percent]]], strategy.change[threshold, 15, strategy.counted[10,"
                        + " strategy.unit.points]]]",
                offered.get(1));
        assertTrue(offered.get(2).startsWith("lost: command.unknown[preset, lost"));
    }

    @Test
    void onlyWhatIsLeftOfTheCursorCounts() {
        assertEquals(List.of("spread", "spread.mode", "spread.max"), completeAt("set sp 0.3", 6));
        assertEquals(List.of("set", "save", "show"), completeAt("set sp 0.3", 1));
        assertEquals(Verb.all().size(), completeAt("set sp 0.3", -1).size());
        assertEquals(List.of("halt"), completeAt("hal", 99));
    }

    private List<String> completeAt(String line, int cursor) {
        return language.complete(line, cursor).stream().map(Completion::value).toList();
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void everyVerbIsOfferedWithItsHelp(Verb verb) {
        assertTrue(language.complete("", 0).contains(new Completion(verb.word(), verb.help())));
        assertFalse(Told.of(verb.help()).isBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'' ! ''",
                "set ! set KEY VALUE...   parameter: spread, spread.mode",
                "set sp ! parameter: spread, spread.mode",
                "set spread ! set KEY VALUE...   full bid-ask width in % of mid, 0.001..20 %   now 0.25 %",
                "'set spread ' ! set KEY VALUE...   full bid-ask width in % of mid, 0.001..20 %   now 0.25 %",
                "set spread 0.3 ! spread 0.25 -> 0.3 %",
                "set spread +10% ! spread 0.25 -> 0.275 %",
                "set spread 0.25 ! no change",
                "set spread 25 ! spread must be 0.001..20 %, was 25; nearest legal is 20",
                "set spread 0.0 ! full bid-ask width in % of mid, 0.001..20 %   now 0.25 %",
                "set target 10 ! target 30 -> 10 %   target 10 <= threshold 15: a rebalance can never buy",
                "set sprad ! unknown parameter sprad: did you mean spread?",
                "'set sprad ' ! unknown parameter sprad: did you mean spread?",
                "halt ! cancels all own orders and stops",
                "'venue calm ' ! has the simulated venue go wrong",
                "'venue market ' ! venue fault|market|faults|calm [NAME] [LENGTH]   market: calm, wild",
                "pause ! pause [bid|ask] [for LENGTH]   bid, ask or for",
                "re ! a command",
                "xyz ! unknown command xyz",
                "pause; set spread 0.3 ! spread 0.25 -> 0.3 %"
            })
    void theHintSaysWhatIsExpectedOrWhatWouldChange(String line, String hint) {
        assertTrue(Told.hint(language, line).startsWith(hint), () -> Told.hint(language, line));
        assertEquals(hint.isEmpty(), Told.hint(language, line).isEmpty());
    }
}
