package makerdeck.journal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Named figures as text, one {@code name=value} a line. */
final class LedgerSums {

    private LedgerSums() {}

    static String text(Map<String, BigDecimal> sums) {
        return new TreeMap<>(sums)
                .entrySet().stream()
                        .map(sum -> sum.getKey() + "=" + sum.getValue().toPlainString())
                        .collect(Collectors.joining("\n"));
    }

    /** Throws {@link SQLException} for a line that is none, a value that is no number, and a name that comes twice. */
    static Map<String, BigDecimal> parse(String text) throws SQLException {
        var sums = new HashMap<String, BigDecimal>();
        for (var line : text.split("\n", -1)) {
            var split = line.indexOf('=');
            if (split < 1) {
                throw Cells.damage("sums");
            }
            if (sums.put(line.substring(0, split), Cells.decimal("sums", line.substring(split + 1))) != null) {
                throw Cells.damage("sums");
            }
        }
        return sums;
    }
}
