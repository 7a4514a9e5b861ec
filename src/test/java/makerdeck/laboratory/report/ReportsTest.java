package makerdeck.laboratory.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import makerdeck.laboratory.report.ReportPart.PlotLine;
import makerdeck.laboratory.report.ReportPart.PlotPoint;
import makerdeck.laboratory.report.ReportPart.Shape;
import makerdeck.laboratory.report.ReportPart.Table;
import makerdeck.laboratory.statistics.Estimate;
import makerdeck.message.Message;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class ReportsTest {

    static final Pattern FIGURE = Pattern.compile("[-+\u00b1]?[0-9][0-9a-f.]*");

    static TreeSet<String> figures(String text) {
        return FIGURE.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a reader sees of a page. */
    private static String seen(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    @Test
    void everyFigureOfTheTextIsOnThePage() {
        var text = TextReport.of(SampleReport.report(), Spoken.ENGLISH);
        var missing = figures(text);
        missing.removeAll(figures(seen(HtmlReport.of(SampleReport.report(), Spoken.ENGLISH))));

        assertTrue(figures(text).size() > 100, text);
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void thePageNamesNoOtherPlaceAndForbidsToLoadAny() {
        var page = HtmlReport.of(SampleReport.report(), Spoken.CHINESE);

        assertFalse(Pattern.compile("https?:|//|url\\(|@import|<script|src=")
                .matcher(page.replace("'none'", ""))
                .find());
        assertTrue(page.contains("default-src 'none'"));
        assertTrue(page.contains("<html lang=\"zh-TW\">"));
        assertTrue(page.contains("prefers-color-scheme: dark"));
    }

    /** A strict reader would find an element left open or an attribute not closed. */
    @Test
    void thePageIsWellFormedAndTextStaysText() throws Exception {
        var page = HtmlReport.of(SampleReport.report(), Spoken.ENGLISH);
        var xml = page.replace("<!DOCTYPE html>", "").replaceAll("<((?:meta|link)[^>]*)>", "<$1/>");

        var read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));

        assertEquals(
                "Backtest <normal> & \"wild\"",
                read.getElementsByTagName("h1").item(0).getTextContent());
        assertEquals(2, read.getElementsByTagName("svg").getLength());
        assertEquals(3, read.getElementsByTagName("figure").getLength());
    }

    @Test
    void aLineThatRisesDoesSoInBraille() {
        var scale = PlotScale.of(DoubleStream.of(0, 4));
        var plot = new BraillePlot(4, 2, scale, scale);
        plot.draw(new PlotLine(Message.plain("a"), Shape.LINE, List.of(PlotPoint.of(0, 0), PlotPoint.of(4, 4))));

        assertEquals(List.of("  \u2860\u280a", "\u2860\u280a"), plot.rows());
    }

    @Test
    void anIntervalIsABarAndABand() {
        var across = PlotScale.of(DoubleStream.of(0, 1));
        var up = PlotScale.of(DoubleStream.of(0, 8));
        var bar = new BraillePlot(1, 2, across, up);
        bar.draw(new PlotLine(Message.plain("a"), Shape.DOTS, List.of(new PlotPoint(0, 0, 4, 8))));

        assertEquals(List.of("\u2847", "\u2847"), bar.rows());

        var band = new BraillePlot(1, 2, across, up);
        band.draw(new PlotLine(
                Message.plain("a"), Shape.LINE, List.of(new PlotPoint(0, 0, 4, 8), new PlotPoint(1, 0, 4, 8))));
        var dots = band.rows().stream()
                .flatMapToInt(String::chars)
                .map(sign -> Integer.bitCount(sign - 0x2800))
                .sum();

        assertEquals(4, dots, "both ends of the mean, one of each edge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 10|0 5 10",
                "0.1 0.4|0.1 0.2 0.3 0.4",
                "-3.2 7.1|-5 0 5 10",
                "9990 10020|9990 10000 10010 10020",
                "5 5|4.5 5.0 5.5",
                "0 0|-1.0 -0.5 0.0 0.5 1.0",
                "0.00012 0.00019|0.00012 0.00014 0.00016 0.00018 0.00020"
            })
    void ticksAreRoundNumbersAroundAllValues(String values, String labels) {
        var scale = PlotScale.of(List.of(values.split(" ")).stream().mapToDouble(Double::parseDouble));

        assertEquals(labels, scale.ticks().stream().map(scale::label).collect(Collectors.joining(" ")));
    }

    @Test
    void everySpanHasAFewTicks() {
        for (double span = 1e-9; span < 1e12; span *= 1.7) {
            var scale = PlotScale.of(DoubleStream.of(-span / 3, span));
            double size = span;

            assertTrue(scale.ticks().size() >= 3 && scale.ticks().size() <= 7, () -> size + ": " + scale);
            assertTrue(scale.low() <= -span / 3 && scale.high() >= span, () -> size + ": " + scale);
        }
    }

    @Test
    void nothingToDrawIsSaid() {
        var text = TextReport.of(SampleReport.report(), Spoken.ENGLISH);

        assertTrue(text.contains("Nothing\n" + Spoken.ENGLISH.say("laboratory.report.no-points")), text);
    }

    @Test
    void columnsStandUnderTheirHeadsInChineseToo() {
        var report = new Report(
                Message.plain("t"),
                List.of(),
                List.of(new Report.ReportSection(
                        Message.plain("s"),
                        List.of(new Table(
                                List.of(Message.plain("\u683c"), Message.plain("\u6210\u4ea4/h")),
                                List.of(List.of(Message.plain("12345"), Message.plain("7"))))))));

        assertTrue(TextReport.of(report, Spoken.CHINESE).endsWith("\u683c     \u6210\u4ea4/h\n12345       7\n"));
    }

    @Test
    void numbersAreSpelledShortAndHonest() {
        assertEquals("+0.36 \u00b10.52", Spoken.english(Numbers.estimate(new Estimate(14, 0.3601, 0.9, 0.5196), 2)));
        assertEquals("0.00 \u00b10.10", Spoken.english(Numbers.estimate(new Estimate(14, -0.001, 0.9, 0.1), 2)));
        assertEquals("-1.5", Spoken.english(Numbers.estimate(Estimate.of(-1.5), 1)));
        assertEquals("-", Spoken.english(Numbers.estimate(Estimate.of(), 1)));
        assertEquals("-", Spoken.english(Numbers.of(Double.NaN, 1)));
        assertEquals("12.3", Spoken.english(Numbers.of(12.25001, 1)));
    }

    @Test
    void whatHasNoPlaceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PlotPoint.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Table(List.of(Message.plain("a")), List.of(List.of())));
    }

    @Test
    void manyPointsStayWithinTheirPlot() {
        var line = new PlotLine(
                Message.plain("a"),
                Shape.LINE,
                IntStream.range(0, 5000)
                        .mapToObj(i -> PlotPoint.of(i, Math.sin(i) * i))
                        .toList());
        var scale = PlotScale.of(line.points().stream().mapToDouble(PlotPoint::x));
        var plot = new BraillePlot(
                60, 10, scale, PlotScale.of(line.points().stream().mapToDouble(PlotPoint::y)));
        plot.draw(line);

        assertEquals(10, plot.rows().size());
        assertTrue(plot.rows().stream().allMatch(row -> row.length() <= 60));
    }
}
