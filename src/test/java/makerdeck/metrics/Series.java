package makerdeck.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a monitoring system keeps of many scrapes, each as far from the next as from the one before. */
public final class Series {

    /** Stands for a scrape that brought no such figure. */
    private static final String NOTHING = "_";

    private static final Path RULES = Path.of("src/dist/monitoring/makerdeck.rules.yml");

    /** All that fired at any time. */
    private static final String FIRED = "group by (alertname) (max_over_time(ALERTS{alertstate=\"firing\"}[1d]))";

    private static final Pattern ALERT = Pattern.compile("alertname=\"(\\w+)\"");

    private final Map<String, List<String>> values = new TreeMap<>();
    private final Duration between;
    private int scrapes;

    /** @param between two scrapes, in whole seconds */
    public Series(Duration between) {
        this.between = between;
    }

    /** As Prometheus reads it from a desk. */
    static String text(MetricSnapshots metrics) throws IOException {
        var text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, metrics);
        return text.toString(StandardCharsets.UTF_8);
    }

    public void scrape(MetricSnapshots metrics) throws IOException {
        for (var line : text(metrics).split("\n")) {
            if (!line.startsWith("#") && !line.contains("_bucket{")) {
                int end = line.lastIndexOf(' ');
                put(line.substring(0, end), line.substring(end + 1));
            }
        }
        put("up", "1");
        scrapes++;
        values.values().forEach(row -> fill(row, scrapes));
    }

    private void put(String name, String value) {
        var row = values.computeIfAbsent(name, none -> new ArrayList<>());
        fill(row, scrapes);
        row.add(value);
    }

    private static void fill(List<String> row, int size) {
        while (row.size() < size) {
            row.add(NOTHING);
        }
    }

    /** Which of the rules that are shipped have fired, by promtool. */
    public Set<String> fired(Path folder) throws IOException, InterruptedException {
        var seconds = between.toSeconds();
        var test = Files.writeString(
                folder.resolve("test.yml"),
                String.join(
                        "\n",
                        "rule_files: ['" + RULES.toAbsolutePath() + "']",
                        "evaluation_interval: " + seconds + "s",
                        "tests:",
                        "  - interval: " + seconds + "s",
                        "    input_series:",
                        inputSeries() + "    promql_expr_test:",
                        "      - expr: '" + FIRED + "'",
                        "        eval_time: " + seconds * (scrapes - 1) + "s",
                        ""));
        var verdict = Promtool.run(test, "test", "rules", test.toString());
        // It is asked whether none has fired; where some have it says which.
        if (verdict.code() != 0 && !verdict.said().contains("got:")) {
            throw new AssertionError(verdict.said());
        }
        return verdict.code() == 0
                ? Set.of()
                : ALERT.matcher(verdict.said())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a job called makerdeck. */
    private String inputSeries() {
        var text = new StringBuilder();
        values.forEach((name, row) -> text.append("      - series: '")
                .append(job(name))
                .append("'\n        values: '")
                .append(String.join(" ", row))
                .append("'\n"));
        return text.toString();
    }

    private static String job(String name) {
        int labels = name.indexOf('{');
        return labels < 0
                ? name + "{job=\"makerdeck\"}"
                : name.substring(0, labels) + "{job=\"makerdeck\"," + name.substring(labels + 1);
    }
}
