package makerdeck.accounting;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** Rows as lines: comma-separated (RFC 4180, lines end in LF), or a JSON object each whose values are texts. */
final class Sheet {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");

    private final Writer out;
    private final boolean json;
    private final List<String> columns;
    private long rows;

    Sheet(Writer out, boolean json, List<String> columns) throws IOException {
        this.out = out;
        this.json = json;
        this.columns = columns;
        if (!json) {
            comma(columns.toArray(new String[0]));
        }
    }

    void add(String... cells) throws IOException {
        rows++;
        if (!json) {
            comma(cells);
            return;
        }
        var line = new StringBuilder("{");
        for (int i = 0; i < cells.length; i++) {
            line.append(i == 0 ? "" : ",")
                    .append(quoted(columns.get(i)))
                    .append(':')
                    .append(quoted(cells[i]));
        }
        out.write(line.append("}\n").toString());
    }

    long rows() {
        return rows;
    }

    private void comma(String... cells) throws IOException {
        var line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(i == 0 ? "" : ",")
                    .append(
                            NEEDS_QUOTES.matcher(cells[i]).find()
                                    ? "\"" + cells[i].replace("\"", "\"\"") + "\""
                                    : cells[i]);
        }
        out.write(line.append('\n').toString());
    }

    /** Cells have no control characters: what others made is plain text. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
