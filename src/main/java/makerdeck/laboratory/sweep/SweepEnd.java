package makerdeck.laboratory.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.laboratory.report.HtmlReport;
import makerdeck.laboratory.report.TextReport;
import makerdeck.laboratory.sweep.SweepFolder.Purpose;
import makerdeck.laboratory.sweep.Trial.Figures;
import makerdeck.words.Speech;

/** Joins the cells of a finished sweep. Reads and writes its folder; one thread. */
public final class SweepEnd {

    /** All cells, for programs. */
    public static final String TABLE = "sweep.csv";

    private static final String TEXT = "sweep.txt";
    private static final String PAGE = "sweep.html";

    private final SweepFolder folder;
    private final Ranking ranking;

    private SweepEnd(SweepFolder folder, Ranking ranking) {
        this.folder = folder;
        this.ranking = ranking;
    }

    /** Throws {@link IllegalStateException} when a cell is missing. */
    public static SweepEnd of(SweepFolder folder) throws IOException {
        return new SweepEnd(folder, Ranking.of(folder.readAll()));
    }

    /** The cells that are still to be run on fresh seeds: the winner's and the base. */
    public List<Integer> unjudged() throws IOException {
        var unjudged = new ArrayList<Integer>();
        for (int cell :
                Stream.of(SweepPlan.BASE, ranking.best().cell()).distinct().toList()) {
            if (folder.read(Purpose.JUDGING, cell).isEmpty()) {
                unjudged.add(cell);
            }
        }
        return unjudged;
    }

    /** Writes table, text and page, in the speech's language; tells the text. */
    public String write(Speech speech) throws IOException {
        int winner = ranking.best().cell();
        var judgement = Judgement.of(winner, judged(winner), judged(SweepPlan.BASE));
        var report = SweepReport.of(folder.plan(), ranking, judgement);
        var text = TextReport.of(report, speech);
        folder.write(TABLE, SweepTable.of(folder.plan(), ranking));
        folder.write(TEXT, text);
        folder.write(PAGE, HtmlReport.of(report, speech));
        folder.tidy();
        return text;
    }

    private List<Figures> judged(int cell) throws IOException {
        return folder.read(Purpose.JUDGING, cell)
                .orElseThrow(() -> new IllegalStateException("cell " + cell + " is not judged"));
    }

    /** What a preset of the winner has to hold: what was given for all, and what its cell changes. */
    public Map<String, String> winner() {
        var values = new LinkedHashMap<>(folder.plan().base());
        var cell = ranking.best().cell();
        folder.plan().keys().forEach(key -> values.put(key, folder.plan().value(cell, key)));
        return values;
    }
}
