package makerdeck.laboratory.report;

import java.util.ArrayList;
import java.util.List;
import makerdeck.laboratory.report.Report.ReportSection;
import makerdeck.laboratory.report.ReportPart.Plot;
import makerdeck.laboratory.report.ReportPart.PlotLine;
import makerdeck.laboratory.report.ReportPart.Table;
import makerdeck.message.Message;
import makerdeck.text.Columns;
import makerdeck.words.Speech;

/** A report as lines of text: tables in columns as a terminal counts them, plots in braille. One thread. */
public final class TextReport {

    private static final int PLOT_COLUMNS = 60;
    private static final int PLOT_ROWS = 10;
    private static final String GAP = "  ";

    private final Speech speech;
    private final StringBuilder text = new StringBuilder();

    private TextReport(Speech speech) {
        this.speech = speech;
    }

    /** All of it, ending in a line feed. */
    public static String of(Report report, Speech speech) {
        var made = new TextReport(speech);
        made.underlined(speech.say(report.title()), '=');
        report.facts().forEach(fact -> made.line(speech.say(fact)));
        report.sections().forEach(made::section);
        return made.text.toString();
    }

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }

    private void underlined(String words, char with) {
        line(words);
        line(String.valueOf(with).repeat(Columns.of(words)));
    }

    private void section(ReportSection section) {
        line("");
        underlined(speech.say(section.heading()), '-');
        for (var part : section.parts()) {
            if (part instanceof ReportPart.Prose prose) {
                line(speech.say(prose.text()));
            } else if (part instanceof Table table) {
                table(table);
            } else if (part instanceof Plot plot) {
                plot(plot);
            }
        }
    }

    private void table(Table table) {
        var rows = new ArrayList<List<String>>();
        rows.add(said(table.heads()));
        table.rows().forEach(row -> rows.add(said(row)));
        var widths = new int[table.heads().size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
            }
        }
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < widths.length; i++) {
                var space = " ".repeat(widths[i] - Columns.of(row.get(i)));
                cells.add(i == 0 ? row.get(i) + space : space + row.get(i));
            }
            line(String.join(GAP, cells));
        }
    }

    private List<String> said(List<Message> cells) {
        return cells.stream().map(speech::say).toList();
    }

    /** Each line by itself over the same axes: dots have no colours. */
    private void plot(Plot plot) {
        line(speech.say(plot.caption()));
        var scales = PlotScales.of(plot);
        if (scales.isEmpty()) {
            line(speech.say("laboratory.report.no-points"));
            return;
        }
        line(speech.say("laboratory.report.axes", plot.up(), plot.across()));
        for (var each : plot.lines()) {
            if (plot.lines().size() > 1) {
                line(speech.say(each.name()));
            }
            plot(each, scales);
        }
    }

    private void plot(PlotLine line, PlotScales scales) {
        var picture = new BraillePlot(PLOT_COLUMNS, PLOT_ROWS, scales.horizontal(), scales.vertical());
        picture.draw(line);
        var labels = new String[PLOT_ROWS];
        int width = 0;
        for (var tick : scales.vertical().ticks()) {
            var label = scales.vertical().label(tick);
            labels[picture.row(tick.doubleValue())] = label;
            width = Math.max(width, label.length());
        }
        var rows = picture.rows();
        for (int i = 0; i < PLOT_ROWS; i++) {
            var label = labels[i] == null ? "" : labels[i];
            line(" ".repeat(width - label.length()) + label + (label.isEmpty() ? " |" : " +") + rows.get(i));
        }
        line(" ".repeat(width + 2) + across(picture, scales.horizontal()));
    }

    /** The labels under the plot, each under its place, the last one ending there. */
    private static String across(BraillePlot picture, PlotScale scale) {
        var under = new StringBuilder();
        for (var tick : scale.ticks()) {
            var label = scale.label(tick);
            int at = Math.min(picture.column(tick.doubleValue()), PLOT_COLUMNS - label.length());
            if (at >= under.length()) {
                under.append(" ".repeat(at - under.length())).append(label).append(' ');
            }
        }
        return under.toString();
    }
}
