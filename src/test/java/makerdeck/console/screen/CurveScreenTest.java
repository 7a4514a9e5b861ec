package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import makerdeck.console.keys.Action.Full;
import makerdeck.snapshot.CurveRow;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurveScreenTest {

    private final ScreenStage stage = new ScreenStage();

    @BeforeEach
    void open() {
        stage.screens.show(new CurveScreen());
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static CurveRow.Figure figure(double value, double error) {
        return new CurveRow.Figure(decimal(value), decimal(value - error), decimal(value + error));
    }

    /** 1,064 takers an hour times e^(-0.64 bp), whose edge is 0.8 of the distance. */
    private static CurveRow known() {
        var points = new ArrayList<CurveRow.Point>();
        Stream.concat(IntStream.rangeClosed(1, 20).boxed(), Stream.of(25, 30, 40, 50, 75, 100))
                .forEach(distance -> {
                    double fills = 1064 * Math.exp(-0.64 * distance);
                    points.add(new CurveRow.Point(
                            decimal(distance),
                            decimal(fills * 3),
                            new CurveRow.Figure(decimal(fills), decimal(fills * 0.8), decimal(fills * 1.2 + 1)),
                            decimal(fills * 400),
                            distance < 13 ? figure(0.8 * distance, 0.05 * distance * distance) : null,
                            distance == 10 ? 7 : distance == 15 ? 1 : 0,
                            distance == 10
                                    ? figure(8.8, 2.1)
                                    : distance == 15 ? new CurveRow.Figure(decimal(-3), null, null) : null));
                });
        return new CurveRow(
                Duration.ofMinutes(192),
                Duration.ofMinutes(15),
                new BigDecimal("8"),
                points,
                new CurveRow.Fit(figure(1064, 180), figure(0.64, 0.03), decimal(5)),
                new CurveRow.BreakEven(decimal(10), decimal(7.5), null));
    }

    @Test
    void isPlotAndTableAtEverySize() throws IOException {
        stage.desk.curve = known();

        Goldens.check("curve", stage);
    }

    @Test
    void whileTooLittleIsKnownItSaysSo() {
        stage.desk.curve =
                new CurveRow(Duration.ofMinutes(7), Duration.ofMinutes(15), new BigDecimal("8"), List.of(), null, null);

        assertEquals(" " + Spoken.ENGLISH.say("engine.expected.young", "7m", "15m"), stage.row(2));
        assertEquals("", stage.row(3));
    }

    @Test
    void everyDistanceCanBeReachedOnASmallScreen() {
        stage.desk.curve = known();
        stage.size(80, 14);
        assertTrue(stage.cells().stream().noneMatch(row -> row.startsWith(" 100 ")));

        stage.press(Full.BOTTOM);
        assertTrue(stage.cells().stream().anyMatch(row -> row.startsWith(" 100 ")));
        stage.press(Full.TOP);
        assertTrue(stage.cells().stream().anyMatch(row -> row.startsWith("   1 ")));
    }
}
