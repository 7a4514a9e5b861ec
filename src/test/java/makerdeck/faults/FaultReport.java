package makerdeck.faults;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What came of the tests of each row; printed when they are over. Any thread. */
final class FaultReport implements AutoCloseable {

    /** How often the tests of a row ran and failed. */
    private record Sum(int runs, int violations, Set<String> tests) {

        Sum plus(Sum other) {
            var all = new TreeSet<>(tests);
            all.addAll(other.tests);
            return new Sum(runs + other.runs, violations + other.violations, all);
        }
    }

    private final Map<String, Sum> sums = new ConcurrentHashMap<>();

    void ran(List<String> rows, String test, boolean held) {
        rows.forEach(row -> sums.merge(row, new Sum(1, held ? 0 : 1, Set.of(test)), Sum::plus));
    }

    @Override
    public void close() {
        System.out.print(text());
    }

    /** Rows that ran, in the table's order. */
    String text() {
        var text = new StringBuilder(line("row", "fault", "runs", "violations", "tests"));
        FaultTable.rows().forEach((row, fault) -> {
            var sum = sums.get(row);
            if (sum != null) {
                text.append(line(
                        row,
                        fault,
                        String.valueOf(sum.runs),
                        String.valueOf(sum.violations),
                        String.join(", ", sum.tests)));
            }
        });
        return text.toString();
    }

    private static String line(String row, String fault, String runs, String violations, String tests) {
        return String.format(Locale.ROOT, "%-4s %-46s %6s %11s  %s%n", row, fault, runs, violations, tests);
    }
}
