package makerdeck.laboratory.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import makerdeck.laboratory.report.Report.ReportSection;
import makerdeck.laboratory.report.ReportPart.Plot;
import makerdeck.laboratory.report.ReportPart.Table;
import makerdeck.words.Speech;

/**
 * A report as one page that needs nothing else: its style is in it, its plots are drawn, and its own policy forbids the
 * browser to load anything. Light or dark as the reader's system is; on a narrow screen each row is a card. One thread.
 */
public final class HtmlReport {

    private static final String STYLE = "/makerdeck/laboratory/report.css";
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
    /** More columns than a phone shows beside each other. */
    private static final int MANY = 4;

    private final Speech speech;
    private final Markup page = new Markup();

    private HtmlReport(Speech speech) {
        this.speech = speech;
    }

    /** The whole file. */
    public static String of(Report report, Speech speech) {
        var made = new HtmlReport(speech);
        made.write(report);
        return "<!DOCTYPE html>\n" + made.page;
    }

    private void write(Report report) {
        var title = speech.say(report.title());
        page.open("html", "lang", speech.language().tag()).open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        // Else a browser asks the place it comes from for one.
        page.empty("link", "rel", "icon", "href", "data:,");
        page.leaf("title", title);
        page.open("style").raw(style()).close();
        page.close().open("body").open("main");
        page.leaf("h1", title);
        page.open("ul", "class", "facts");
        report.facts().forEach(fact -> page.leaf("li", speech.say(fact)));
        page.close();
        report.sections().forEach(this::section);
        page.close().close().close();
    }

    private void section(ReportSection section) {
        page.open("section").leaf("h2", speech.say(section.heading()));
        boolean inPlots = false;
        for (var part : section.parts()) {
            if (inPlots != part instanceof Plot) {
                inPlots = !inPlots;
                if (inPlots) {
                    page.open("div", "class", "plots");
                } else {
                    page.close();
                }
            }
            part(part);
        }
        if (inPlots) {
            page.close();
        }
        page.close();
    }

    private void part(ReportPart part) {
        if (part instanceof ReportPart.Prose prose) {
            page.leaf("p", speech.say(prose.text()));
        } else if (part instanceof Table table) {
            table(table);
        } else if (part instanceof Plot plot) {
            plot(plot);
        }
    }

    private void table(Table table) {
        var heads = table.heads().stream().map(speech::say).toList();
        page.open("table", "class", heads.size() > MANY ? "wide" : "narrow");
        page.open("thead").open("tr");
        heads.forEach(head -> page.leaf("th", head, "scope", "col"));
        page.close().close().open("tbody");
        for (var row : table.rows()) {
            page.open("tr");
            page.leaf("th", speech.say(row.get(0)), "scope", "row");
            for (int i = 1; i < row.size(); i++) {
                page.leaf("td", speech.say(row.get(i)), "data-head", heads.get(i));
            }
            page.close();
        }
        page.close().close();
    }

    private void plot(Plot plot) {
        page.open("figure").leaf("figcaption", speech.say(plot.caption()));
        var scales = PlotScales.of(plot);
        if (scales.isEmpty()) {
            page.leaf("p", speech.say("laboratory.report.no-points"));
        } else {
            new PlotSvg(page, speech, plot, scales).draw();
        }
        page.close();
    }

    private static String style() {
        try (var style = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (style == null) {
                throw new IllegalStateException(STYLE + " is not in the program");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
