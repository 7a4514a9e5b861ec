package makerdeck.strategy.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {

    private final Parameters defaults = Parameters.defaults();

    @Test
    void startWithTheDefaultsOfTheTable() {
        assertEquals(new BigDecimal("0.2"), defaults.spread());
        assertTrue(defaults.followsVolatility());
        assertEquals(new BigDecimal("4"), defaults.spreadMax());
        assertTrue(defaults.feeFloor());
        assertEquals(3, defaults.layers());
        assertEquals(new BigDecimal("1.5"), defaults.layerGrowth());
        assertEquals(Optional.empty(), defaults.quantity());
        assertEquals(Duration.ofSeconds(60), defaults.interval());
        assertEquals(Duration.ofHours(1), defaults.duration());
        assertFalse(defaults.rebalance());
        assertEquals(new BigDecimal("30"), defaults.target());
        assertEquals(new BigDecimal("15"), defaults.threshold());
        assertEquals(new BigDecimal("0.5"), defaults.skew());
        assertEquals(Optional.empty(), defaults.limit(Parameter.GUARD_TREND));
        assertEquals(Optional.empty(), defaults.limit(Parameter.GUARD_IMBALANCE));
        assertEquals(new BigDecimal("30"), defaults.bandHard());
        assertEquals(new BigDecimal("0.15"), defaults.tolerance());
        assertEquals(BigDecimal.ZERO, defaults.maxLoss());
        assertEquals(BigDecimal.ZERO, defaults.maxOrder());
        assertEquals(BigDecimal.ZERO, defaults.maxPosition());
    }

    @ParameterizedTest
    @CsvSource({
        "spread, 0.5, 0.5",
        "spread, 0.30%, 0.3",
        "spread, 1., 1",
        "spread.mode, FIXED, fixed",
        "fee-floor, Off, off",
        "layers, 50, 50",
        "max-orders, 7, 7",
        "LAYERS, 7.0, 7",
        "quantity, auto, auto",
        "quantity, 000.2500, 0.25",
        "quantity, 0.000000000001, 0.000000000001",
        "quantity, 1000000000000, 1000000000000",
        "interval, 90s, 90",
        "interval, 10m, 600",
        "duration, 0, 0",
        "duration, 2h, 7200",
        "fee.maker, 8bp, 8",
        "fee.maker, 8BPS, 8",
        "threshold, 12.5pp, 12.5",
        "duration, 1d, 86400",
        "rebalance, on, on",
        "band.hard, 12.5, 12.5",
        "max-loss, 20, 20"
    })
    void aLegalValueIsKeptInItsOneSpelling(String key, String typed, String kept) {
        assertEquals(kept, defaults.with(Map.of(key, typed)).text(Parameter.named(key)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spread | 25 | strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[25], 20]",
                "spread | 0 | strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[0], 0.001]",
                "spread | -0.2 | strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[-0.2], 0.001]",
                "spread | NaN | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[NaN]]",
                "spread | Infinity | strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[Infinity], 20]",
                "spread | -inf | strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[-inf], 0.001]",
                "spread | '' | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], strategy.empty]",
                "spread | ' ' | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], strategy.empty]",
                "spread | +0.3 | strategy.refused.signed[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[+0.3]]",
                "spread | 0.3000000000000000001 | strategy.refused.digits[spread, 18, text.typed[0.3000000000000000001], 0.3]",
                "spread | 0.3bp | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[0.3bp]]",
                "spread | 12345678901234567890123 | strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[12345678901234567890123], 20]",
                "spread | 1e-1 | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[1e-1]]",
                "spread | 1e999999999 | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[1e999999999]]",
                "spread | 0,3 | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[0,3]]",
                "spread | . | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[.]]",
                "spread | 5 | strategy.spread-over-max[4, 5]",
                "spread.max | 0.1 | strategy.spread-over-max[0.1, 0.2]",
                "spread.mode | fixd | strategy.refused.word[spread.mode, strategy.or[message.plain[fixed], message.plain[volatility]], text.typed[fixd], strategy.did-you-mean[fixed]]",
                "spread.mode | 7 | strategy.refused.word[spread.mode, strategy.or[message.plain[fixed], message.plain[volatility]], text.typed[7], message.plain[]]",
                "layers | 0 | strategy.refused.range[layers, strategy.counted[1..50, strategy.unit.per_side], text.typed[0], 1]",
                "layers | 51 | strategy.refused.range[layers, strategy.counted[1..50, strategy.unit.per_side], text.typed[51], 50]",
                "layers | 2.5 | strategy.refused.whole[layers, text.typed[2.5], 3]",
                "layers | 5% | strategy.refused.plain[layers, strategy.counted[1..50, strategy.unit.per_side], text.typed[5%]]",
                "layer.growth | 0.9 | strategy.refused.range[layer.growth, message.plain[1..5], text.typed[0.9], 1]",
                "quantity | 0 | strategy.refused.range[quantity, strategy.or-auto[strategy.counted[0.000000000001..1000000000000, strategy.unit.base]], text.typed[0], 0.000000000001]",
                "interval | 0 | strategy.refused.range[interval, strategy.counted[1..86400, strategy.unit.seconds], text.typed[0], 1]",
                "interval | 2d | strategy.refused.range[interval, strategy.counted[1..86400, strategy.unit.seconds], text.typed[2d], 86400]",
                "target | 100.1 | strategy.refused.range[target, strategy.counted[0..100, strategy.unit.percent], text.typed[100.1], 100]",
                "threshold | 0 | strategy.refused.range[threshold, strategy.counted[0.001..100, strategy.unit.points], text.typed[0], 0.001]",
                "skew | auto | strategy.refused.plain[skew, message.plain[0..1], text.typed[auto]]",
                "max-loss | -5 | strategy.refused.range[max-loss, strategy.counted[0..1000000000000, strategy.unit.quote], text.typed[-5], 0]",
                "sprad | 1 | strategy.unknown-parameter[text.typed[sprad], strategy.did-you-mean[spread]]"
            })
    void anIllegalValueNamesKeyRuleValueAndNearestLegal(String key, String typed, String message) {
        var error = assertThrows(MistakeException.class, () -> defaults.with(Map.of(key, typed)));

        assertEquals(message, Keys.of(error));
    }

    @Test
    void aKeyThatIsLikeNoneNamesAllThereAre() {
        var error = assertThrows(MistakeException.class, () -> defaults.with(Map.of("xyzzy", "1")));

        assertEquals(
                "strategy.unknown-parameter[text.typed[xyzzy], strategy.parameters-are["
                        + String.join(", ", Parameter.keys()) + "]]",
                Keys.of(error));
    }

    @Test
    void severalChangesHappenTogetherOrNotAtAll() {
        var next = defaults.with(Map.of("spread", "5", "spread.max", "6"));

        assertEquals("5", next.text(Parameter.SPREAD));
        assertThrows(MistakeException.class, () -> defaults.with(Map.of("layers", "5", "target", "101")));
        assertEquals("3", defaults.text(Parameter.LAYERS));
    }

    @Test
    void aKeyAndItsAliasMayNotBothBeGiven() {
        var error = assertThrows(MistakeException.class, () -> defaults.with(Map.of("layers", "5", "max-orders", "6")));

        assertEquals("strategy.given-twice[layers]", Keys.of(error));
    }

    @ParameterizedTest
    @CsvSource({
        "spread, +10%, 0.22",
        "spread, -5%, 0.19",
        "spread, +0%, 0.2",
        "layers, +10%, 3",
        "layers, +50%, 5",
        "interval, -50%, 30",
        "band.hard, +10%, 33",
        "target, -50%, 15"
    })
    void aSignedPercentageIsRelativeToTheValueNow(String key, String typed, String after) {
        assertEquals(after, defaults.with(Map.of(key, typed)).text(Parameter.named(key)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity | +10% | strategy.refused.relative[quantity, strategy.or-auto[strategy.counted[0.000000000001..1000000000000, strategy.unit.base]], +10%, auto]",
                "rebalance | +10% | strategy.refused.relative[rebalance, strategy.or[message.plain[on], message.plain[off]], +10%, off]",
                "skew | +200% | strategy.refused.range[skew, message.plain[0..1], text.typed[1.5], 1]"
            })
    void aPercentageOfWhatIsNoNumberIsRefused(String key, String typed, String message) {
        var error = assertThrows(MistakeException.class, () -> defaults.with(Map.of(key, typed)));

        assertEquals(message, Keys.of(error));
    }

    @Test
    void theHardBandFollowsTheThresholdUntilItIsSet() {
        assertEquals(
                0,
                new BigDecimal("20")
                        .compareTo(defaults.with(Map.of("threshold", "10")).bandHard()));
        assertEquals(
                new BigDecimal("25"),
                defaults.with(Map.of("threshold", "10", "band.hard", "25")).bandHard());
    }

    @Test
    void changesAreListedInTheOrderOfTheTableWithTheirUnit() {
        var next = defaults.with(Map.of("target", "20", "spread", "0.3", "rebalance", "on", "layers", "3"));

        assertEquals(
                List.of(
                        "strategy.change[spread, 0.2, strategy.counted[0.3, strategy.unit.percent]]",
                        "strategy.change[rebalance, off, message.plain[on]]",
                        "strategy.change[target, 30, strategy.counted[20, strategy.unit.percent]]"),
                defaults.changesTo(next).stream()
                        .map(change -> Keys.of(change.text()))
                        .toList());
        assertEquals(List.of(), next.changesTo(next));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"15 | 15 | strategy.warning.never-buys", "85 | 15 | strategy.warning.never-sells"})
    void aSideThatCanNeverFireIsAWarning(String target, String threshold, String warning) {
        assertEquals(
                List.of(Message.of(warning, target, threshold)),
                defaults.with(Map.of("target", target, "threshold", threshold)).warnings());
    }

    @Test
    void aHardBandInsideTheThresholdIsAWarning() {
        assertEquals(
                List.of(Message.of("strategy.warning.band-first", "14", "15")),
                defaults.with(Map.of("band.hard", "14")).warnings());
        assertEquals(List.of(), defaults.with(Map.of("band.hard", "15")).warnings());
        assertEquals(List.of(), defaults.warnings());
        assertEquals(List.of(), defaults.with(Map.of("target", "15.001")).warnings());
        assertEquals(List.of(), defaults.with(Map.of("target", "84.999")).warnings());
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everySuggestedValueIsLegalOnItsOwn(Parameter parameter) {
        for (var value : parameter.suggestions()) {
            assertEquals(value, defaults.read(parameter, value));
        }
        assertFalse(parameter.suggestions().isEmpty());
        assertEquals("strategy.parameter." + parameter.key(), Keys.of(parameter.help()));
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void aParameterAnswersToItsKeyAliasAndNothingElse(Parameter parameter) {
        assertEquals(parameter, Parameter.named(parameter.key()));
        parameter.alias().ifPresent(alias -> assertEquals(parameter, Parameter.named(alias)));
        assertThrows(MistakeException.class, () -> Parameter.named(parameter.key() + "x"));
    }

    @Test
    void thePredecessorsFlagsAreKept() {
        var flags = List.of(Parameter.values()).stream()
                .flatMap(parameter -> parameter.flag().stream())
                .toList();

        assertEquals(
                List.of(
                        "--spread",
                        "--max-orders",
                        "--quantity",
                        "--interval",
                        "--duration",
                        "--base-asset-target",
                        "--rebalance-threshold"),
                flags);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spread | 0.3 | strategy.counted[0.3, strategy.unit.percent]",
                "layers | 5 | strategy.counted[5, strategy.unit.per_side]",
                "skew | 0.5 | message.plain[0.5]",
                "fee-floor | off | message.plain[off]",
                "threshold | 10 | strategy.counted[10, strategy.unit.points]",
                "band.hard | auto | strategy.shown.meaning[message.plain[auto], strategy.counted[30, strategy.unit.points]]",
                "band.hard | 25 | strategy.counted[25, strategy.unit.points]",
                "quantity | auto | strategy.shown.meaning[message.plain[auto], strategy.shown.share[5]]",
                "quantity | 2.5 | strategy.counted[2.5, strategy.unit.base]",
                "duration | 0 | strategy.counted[0, strategy.shown.until-stopped]",
                "duration | 600 | strategy.counted[600, strategy.unit.seconds]",
                "max-loss | 0 | strategy.counted[0, strategy.shown.no-limit]",
                "max-order | 50 | strategy.counted[50, strategy.unit.quote]",
                "max-position | 0 | strategy.counted[0, strategy.shown.no-limit]"
            })
    void aValueReadsWithItsUnitAndWhatItMeans(String key, String value, String shown) {
        var parameters = Parameters.defaults().with(Map.of(key, value));

        assertEquals(shown, Keys.of(parameters.shown(Parameter.named(key))));
    }

    @Test
    void theAutomaticShareShrinksWithTheLayers() {
        assertEquals(
                Message.of("strategy.shown.meaning", Message.plain("auto"), Message.of("strategy.shown.share", "2.5")),
                Parameters.defaults().with(Map.of("layers", "10")).shown(Parameter.QUANTITY));
    }

    @Test
    void aChangeToAutomaticHasNoUnit() {
        var before = Parameters.defaults().with(Map.of("band.hard", "20"));

        assertEquals(
                List.of("strategy.change[band.hard, 20, message.plain[auto]]"),
                before.changesTo(Parameters.defaults()).stream()
                        .map(change -> Keys.of(change.text()))
                        .toList());
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(Parameter.values()).flatMap(parameter -> Stream.of(
                        "",
                        " ",
                        "NaN",
                        "Infinity",
                        "-Infinity",
                        "-1",
                        "1e5",
                        "0x10",
                        "1,5",
                        "--",
                        "1 2",
                        "99999999999999999999",
                        "perhaps")
                .map(typed -> Arguments.of(parameter, typed)));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsAnsweredWithKeyRuleAndValueAndOnlyANumberWithTheNearest(Parameter parameter, String typed) {
        var error = assertThrows(MistakeException.class, () -> defaults.with(Map.of(parameter.key(), typed)));

        var values = error.said().values();
        var was = typed.isBlank() ? Message.of("strategy.empty") : Message.of("text.typed", typed);
        assertTrue(error.said().key().startsWith("strategy.refused."), Keys.of(error));
        assertEquals(List.of(parameter.key(), parameter.range(), was), values.subList(0, 3));
        boolean names = error.said().key().equals("strategy.refused.range");
        if (names) {
            var nearest = String.valueOf(values.get(3));
            assertEquals(nearest, defaults.read(parameter, nearest));
        } else {
            assertTrue(values.size() == 3 || values.get(3) instanceof Message, Keys.of(error));
        }
    }

    @Test
    void aDigitOfAnotherAlphabetIsNamed() {
        var refused =
                assertThrows(MistakeException.class, () -> Parameters.defaults().with(Map.of("spread", "0.\u0417")));

        assertTrue(
                refused.said().values().contains(Message.of("text.stranger", "0.\u0417", "U+0417")), Keys.of(refused));
    }

    @Test
    void aNumberIsReadOnceAndNotAtEveryAsking() {
        assertSame(defaults.spread(), defaults.spread());
    }

    @Test
    void parametersThatSpellTheSameAreEqual() {
        var same = defaults.with(Map.of("spread", "0.20"));

        assertEquals(defaults, same);
        assertEquals(defaults.hashCode(), same.hashCode());
        assertNotEquals(defaults, defaults.with(Map.of("spread", "0.3")));
    }
}
