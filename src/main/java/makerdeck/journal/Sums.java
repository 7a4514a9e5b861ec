package makerdeck.journal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Named figures as text, one {@code name=value} a line. */
final class Sums {

    private Sums() {}

    static String text(Map<String, BigDecimal> sums) {
        return new TreeMap<>(sums)
                .entrySet().stream()
                        .map(sum -> sum.getKey() + "=" + sum.getValue().toPlainString())
                        .collect(Collectors.joining("\n"));
    }

    static Map<String, BigDecimal> parse(String text) {
        var sums = new HashMap<String, BigDecimal>();
        text.lines().forEach(line -> {
            var split = line.indexOf('=');
            sums.put(line.substring(0, split), new BigDecimal(line.substring(split + 1)));
        });
        return sums;
    }
}
