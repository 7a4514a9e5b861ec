package makerdeck.strategy;

import static makerdeck.strategy.Sol.AT_TARGET;
import static makerdeck.strategy.Sol.BOOK;
import static makerdeck.strategy.Sol.FEES;
import static makerdeck.strategy.Sol.MARKET;
import static makerdeck.strategy.Sol.balances;
import static makerdeck.strategy.Sol.book;
import static makerdeck.strategy.Sol.decimal;
import static makerdeck.strategy.Sol.parameters;
import static makerdeck.strategy.Sol.situation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import makerdeck.domain.MarketState;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Quoter;
import makerdeck.strategy.quoting.Situation;
import makerdeck.strategy.quoting.SpreadReason;
import makerdeck.strategy.quoting.Touch;
import makerdeck.strategy.quoting.Widening;
import makerdeck.strategy.rebalancing.Rebalancer;
import makerdeck.strategy.signals.Regime;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The strategy's answers to an operator who reads Traditional Chinese. */
class ChineseTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Parameters defaults = Parameters.defaults();

    private static void assertChinese(String text) {
        assertTrue(HAN.matcher(text).find(), text);
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterSaysWhatItMeans(Parameter parameter) {
        assertChinese(Spoken.CHINESE.say(parameter.help()));
    }

    @ParameterizedTest
    @MethodSource("makerdeck.strategy.parameters.ParametersTest#nonsense")
    void nonsenseIsAnsweredWithKeyRuleValueAndTheNearestNumber(Parameter parameter, String typed) {
        var error = assertThrows(MistakeException.class, () -> defaults.with(Map.of(parameter.key(), typed)));

        var message = String.valueOf(Spoken.CHINESE.say(error));
        var was = typed.isBlank() ? "(空白)" : typed;
        assertTrue(message.startsWith(parameter.key() + " 必須是"), message);
        assertTrue(message.contains(Spoken.CHINESE.say(parameter.range())), message);
        assertTrue(message.contains("，輸入的是 " + was), message);
        if (message.contains("最接近的合法值是 ")) {
            var nearest = message.substring(message.lastIndexOf(' ') + 1);
            assertEquals(nearest, defaults.read(parameter, nearest));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "layers | 2.5 | layers 必須是整數，輸入的是 2.5；最接近的合法值是 3",
                "spread | 5 | spread 最多是 spread.max 的 4，輸入的是 5；最接近的合法值是 4，或一併設定 spread.max 5",
                "quantity | +10% | quantity 必須是 0.000000000001..1000000000000 基礎幣或 auto，輸入的是 auto 的 +10%，但 auto 不是數字",
                "sprad | 1 | 不明的參數 sprad：是不是要 spread？"
            })
    void aRefusalIsAWholeChineseSentence(String key, String typed, String message) {
        var error = assertThrows(MistakeException.class, () -> defaults.with(Map.of(key, typed)));

        assertEquals(message, Spoken.CHINESE.say(error));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spread | 0.3 | 0.3 %",
                "layers | 5 | 5 筆/邊",
                "band.hard | auto | auto (= 30 百分點)",
                "quantity | auto | auto (= 每種資產的 5 %)",
                "max-loss | 0 | 0 (不限)"
            })
    void aValueReadsWithItsUnitAndWhatItMeans(String key, String value, String shown) {
        assertEquals(shown, Spoken.CHINESE.say(defaults.with(Map.of(key, value)).shown(Parameter.named(key))));
    }

    @Test
    void whatIsLegalButHardlyMeantIsSaid() {
        assertEquals(
                List.of("target 10 <= threshold 15：再平衡永遠不會買進"),
                defaults.with(Map.of("target", "10")).warnings().stream()
                        .map(warning -> Spoken.CHINESE.say(warning))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(SpreadReason.class)
    void whatDecidedTheWidthIsSaidAndItsWordForProgramsStays(SpreadReason reason) {
        assertChinese(Spoken.CHINESE.say(reason.text()));
        assertTrue(reason.word().matches("[a-z]+"), reason.word());
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void aRegimeIsNamedInBoth(Regime regime) {
        assertChinese(Spoken.CHINESE.say(regime.text()));
        assertTrue(Spoken.CHINESE.say(regime.text()).startsWith(regime.name()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity | 0.009 | quantity 0.009 低於市場最小數量 0.01 SOL",
                "max-order | 0.5 | max-order 0.5 USDC 不到市場最小數量 0.01 SOL",
                "max-position | 300 | 離 max-position 300 USDC 的空間不到 0.01 SOL"
            })
    void aSideThatCannotBeSizedSaysWhy(String key, String value, String reason) {
        assertEquals(
                reason,
                Spoken.CHINESE.say(
                        Quoter.quotes(situation(parameters(key, value))).bids().reason()));
    }

    @Test
    void aSideThatMustBeEmptySaysWhy() {
        var heavy = Quoter.quotes(situation(parameters(), BOOK, List.of(), balances("9", "100")));
        var poor = Quoter.quotes(situation(parameters("band.hard", "100"), BOOK, List.of(), balances("0.009", "0.99")));

        assertEquals("庫存 90.0 % 已到硬限 60 %", Spoken.CHINESE.say(heavy.bids().reason()));
        assertEquals("可用 0.99 USDC，不夠掛 0.01 SOL", Spoken.CHINESE.say(poor.bids().reason()));
        assertChinese(Spoken.CHINESE.say(
                Quoter.quotes(situation(parameters(), book("100.01", "100.01"), List.of(), AT_TARGET))
                        .asks()
                        .reason()));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "CANCEL_ONLY"})
    void aMarketThatTakesNoOrdersIsNamedAsTheVenueNamesIt(MarketState state) {
        var reason = Quoter.quotes(new Situation(
                        Sol.market(state),
                        FEES,
                        parameters(),
                        BOOK,
                        List.of(),
                        AT_TARGET,
                        OptionalDouble.empty(),
                        Widening.NONE))
                .asks()
                .reason();

        assertChinese(Spoken.CHINESE.say(reason));
        assertTrue(Spoken.CHINESE.say(reason).contains(state.name()), Spoken.CHINESE.say(reason));
    }

    @Test
    void aRebalanceIsToldInOneSentence() {
        var touch = new Touch(MARKET.price(decimal("99.99")), MARKET.price(decimal("100.01")));
        var plan = Rebalancer.plan(MARKET, FEES, parameters(), balances("1.4999", "850.01"), touch)
                .orElseThrow();

        assertEquals("買 1.50 SOL @ 100.01，手續費 0.0015 SOL，比例 15.0 -> 30.0 %", Spoken.CHINESE.say(plan.text(MARKET)));
    }
}
