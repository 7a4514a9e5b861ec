package makerdeck.laboratory.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makerdeck.laboratory.statistics.Seeds;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;

/**
 * Everything a sweep depends on. Two that are equal give the same table. Immutable.
 *
 * @param version of the program
 * @param run what every run has in common, as flags have it: market, hours, latency
 * @param base parameters that differ from the defaults, in the order given
 * @param seeds on which all cells are compared; of recorded files their numbers
 * @param fresh seeds or files on which the winner is judged, none of them among {@code seeds}
 * @param cells by number, what each changes of the base; 0 changes nothing
 */
public record SweepPlan(
        String version,
        Map<String, String> run,
        Map<String, String> base,
        Seeds seeds,
        Seeds fresh,
        List<Map<String, String>> cells) {

    /** In {@link #run}, before its number from 1 on: a recorded file. */
    public static final String FILE = "file.";

    /** The base itself. */
    public static final int BASE = 0;

    public SweepPlan {
        run = ordered(run);
        base = ordered(base);
        cells = cells.stream().map(SweepPlan::ordered).toList();
        if (cells.isEmpty() || !cells.get(BASE).isEmpty()) {
            throw new IllegalArgumentException("cell 0 is the base: " + cells);
        }
    }

    /**
     * {@link MistakeException} when a seed is both, or a combination is not legal.
     *
     * @param tried what is tried, the base not among it
     */
    public static SweepPlan of(
            String version,
            Map<String, String> run,
            Map<String, String> base,
            Seeds seeds,
            Seeds fresh,
            List<Map<String, String>> tried) {
        var shared = seeds.shared(fresh);
        if (!shared.isEmpty()) {
            throw new MistakeException(Message.of(
                    "laboratory.sweep.seen", shared.get(0), seeds.following().text()));
        }
        var cells = new ArrayList<Map<String, String>>();
        cells.add(Map.of());
        cells.addAll(tried);
        var plan = new SweepPlan(version, run, base, seeds, fresh, cells);
        for (int cell = 0; cell < cells.size(); cell++) {
            plan.requireLegal(cell);
        }
        return plan;
    }

    private void requireLegal(int cell) {
        try {
            parameters(cell);
        } catch (MistakeException illegal) {
            throw new MistakeException(
                    Message.of("laboratory.sweep.illegal", cell, spelled(cells.get(cell)), illegal.said()), illegal);
        }
    }

    private static Map<String, String> ordered(Map<String, String> pairs) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }

    /** Of the desk in a cell. */
    public Parameters parameters(int cell) {
        return Parameters.defaults().with(base).with(cells.get(cell));
    }

    /** Of one parameter in a cell, changed there or not. */
    String value(int cell, String key) {
        return cells.get(cell)
                .getOrDefault(key, base.getOrDefault(key, Parameter.named(key).initial()));
    }

    /** Whether its markets are recorded files. */
    boolean isRecorded() {
        return run.containsKey(FILE + 1);
    }

    /** How many were tried, the base not among them. */
    public int tried() {
        return cells.size() - 1;
    }

    /** The keys that cells change, in the order of the grid. */
    public List<String> keys() {
        return cells.stream().flatMap(cell -> cell.keySet().stream()).distinct().toList();
    }

    /** {@code spread=0.1 skew=0}; empty for nothing. */
    public static String spelled(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(" "));
    }

    /** SHA-256 of all of it, in hexadecimal digits. */
    public String inputs() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(PlanFile.body(this).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
