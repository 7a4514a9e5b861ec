package makerdeck.laboratory.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.laboratory.sweep.Trial.Figures;

/**
 * What came of a cell as a file: comma separated, a row a seed, remarks with version and hash of the inputs. The last
 * line says that it is whole.
 */
final class CellFile {

    private static final String COLUMNS = "seed,alpha,edge,fills,drawdown,halted";
    private static final String END = "# end";

    private CellFile() {}

    static String text(String head, List<Long> seeds, List<Figures> figures) {
        var text = new StringBuilder(head).append(COLUMNS).append('\n');
        for (int i = 0; i < seeds.size(); i++) {
            var each = figures.get(i);
            text.append(seeds.get(i))
                    .append(',')
                    .append(each.alpha())
                    .append(',')
                    .append(spelled(each.edge()));
            text.append(',')
                    .append(each.fills())
                    .append(',')
                    .append(each.drawdown())
                    .append(',')
                    .append(each.halted())
                    .append('\n');
        }
        return text.append(END).append('\n').toString();
    }

    /** @param inputs hash of the plan, which is dear to work out */
    static String head(SweepPlan plan, String inputs, int cell) {
        return "# makerdeck=" + plan.version() + " inputs=" + inputs + "\n# "
                + (SweepPlan.spelled(plan.cells().get(cell)) + " cell=" + cell).strip() + "\n";
    }

    private static String spelled(double edge) {
        return Double.isNaN(edge) ? "" : Double.toString(edge);
    }

    /** By seed; empty when the file is not whole, or of other inputs. */
    static Optional<List<Figures>> read(String text, String itsHead, List<Long> seeds) {
        var head = itsHead + COLUMNS + "\n";
        if (!text.startsWith(head) || !text.endsWith("\n" + END + "\n")) {
            return Optional.empty();
        }
        var rows =
                text.substring(head.length(), text.length() - END.length() - 1).split("\n", -1);
        if (rows.length != seeds.size() + 1) {
            return Optional.empty();
        }
        var figures = new ArrayList<Figures>();
        for (int i = 0; i < seeds.size(); i++) {
            var row = row(rows[i].split(",", -1), seeds.get(i));
            if (row.isEmpty()) {
                return Optional.empty();
            }
            figures.add(row.get());
        }
        return Optional.of(figures);
    }

    private static Optional<Figures> row(String[] cells, long seed) {
        try {
            return cells.length == 6
                            && cells[0].equals(Long.toString(seed))
                            && (cells[5].equals("true") || cells[5].equals("false"))
                    ? Optional.of(new Figures(
                            Double.parseDouble(cells[1]),
                            cells[2].isEmpty() ? Double.NaN : Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            Boolean.parseBoolean(cells[5])))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }
}
