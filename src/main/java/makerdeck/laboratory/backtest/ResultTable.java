package makerdeck.laboratory.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Rows under named columns: plain numbers, nothing where nothing is known, no word that needs quotes. */
public final class ResultTable {

    private static final int MONEY_DECIMALS = 8;
    private static final int DECIMALS = 4;

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();

    ResultTable(String... columns) {
        this.columns = List.of(columns);
    }

    ResultTable add(String word) {
        if (word.indexOf(',') >= 0 || word.indexOf('"') >= 0 || word.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a cell must need no quotes, was " + word);
        }
        row.add(word);
        return this;
    }

    ResultTable add(long number) {
        return add(Long.toString(number));
    }

    /** Money and sizes, to the eighth decimal. */
    ResultTable add(@Nullable BigDecimal amount) {
        if (amount == null) {
            return add("");
        }
        var rounded = amount.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN);
        return add(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }

    /** A statistic, with four decimals; nothing for what is no number. */
    ResultTable add(@Nullable Double figure) {
        return add(
                figure == null || !Double.isFinite(figure)
                        ? ""
                        : BigDecimal.valueOf(figure)
                                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                                .toPlainString());
    }

    ResultTable add(OptionalDouble figure) {
        return add((Double) figure.orElse(Double.NaN));
    }

    void end() {
        if (row.size() != columns.size()) {
            throw new IllegalStateException("a row must have " + columns.size() + " cells, has " + row.size());
        }
        rows.add(row);
        row = new ArrayList<>();
    }

    /** Comma-separated values under {@code heading}, a line that begins with {@code #}. */
    public String csv(String heading) {
        var text = new StringBuilder("# ").append(heading).append('\n').append(String.join(",", columns));
        rows.forEach(each -> text.append('\n').append(String.join(",", each)));
        return text.append('\n').toString();
    }

    /** Each row by the names of the columns, in their order. */
    public List<Map<String, String>> rows() {
        return rows.stream().map(this::named).toList();
    }

    private Map<String, String> named(List<String> cells) {
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            named.put(columns.get(i), cells.get(i));
        }
        return named;
    }
}
