package makerdeck.laboratory.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.laboratory.statistics.Seeds;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.text.Lines;
import makerdeck.text.Pair;

/** A plan as a text of pairs, that people and other programs can read: the numbered list of cells is in it. */
final class PlanFile {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final String VERSION = "version";
    private static final String INPUTS = "inputs";
    private static final String SEEDS = "seeds";
    private static final String FRESH = "fresh";
    private static final String RUN = "run.";
    private static final String BASE = "base.";
    private static final String CELL = "cell.";

    private PlanFile() {}

    static String text(SweepPlan plan) {
        return pair(INPUTS, plan.inputs()) + body(plan);
    }

    /** Of which the hash is made. */
    static String body(SweepPlan plan) {
        var text = new StringBuilder(pair(VERSION, plan.version()));
        plan.run().forEach((key, value) -> text.append(pair(RUN + key, value)));
        plan.base().forEach((key, value) -> text.append(pair(BASE + key, value)));
        text.append(pair(SEEDS, plan.seeds().text()))
                .append(pair(FRESH, plan.fresh().text()));
        for (int cell = 0; cell < plan.cells().size(); cell++) {
            text.append(pair(CELL + cell, SweepPlan.spelled(plan.cells().get(cell))));
        }
        return text.toString();
    }

    private static String pair(String key, String value) {
        var escaped = new StringBuilder();
        for (char sign : value.toCharArray()) {
            if (sign < ' ' || sign > '~' || sign == '\\') {
                escaped.append(String.format("\\u%04x", (int) sign));
            } else {
                escaped.append(sign);
            }
        }
        return (key + " = " + escaped).strip() + "\n";
    }

    /** {@link MistakeException} naming the file when it is no plan, or was changed by hand. */
    static SweepPlan read(Path file) throws IOException {
        var run = new LinkedHashMap<String, String>();
        var base = new LinkedHashMap<String, String>();
        var others = new LinkedHashMap<String, String>();
        var cells = new ArrayList<Map<String, String>>();
        for (var pair : Pair.of(file, Lines.of(file, LARGEST))) {
            if (pair.key().startsWith(RUN)) {
                run.put(pair.key().substring(RUN.length()), pair.wording());
            } else if (pair.key().startsWith(BASE)) {
                base.put(pair.key().substring(BASE.length()), pair.value());
            } else if (pair.key().equals(CELL + cells.size())) {
                cells.add(cell(pair.value()));
            } else {
                others.put(pair.key(), pair.value());
            }
        }
        if (!others.keySet().equals(Set.of(VERSION, INPUTS, SEEDS, FRESH))
                || cells.isEmpty()
                || !cells.get(SweepPlan.BASE).isEmpty()) {
            throw new MistakeException(Message.of("laboratory.sweep.no-plan", file));
        }
        var plan = new SweepPlan(
                others.getOrDefault(VERSION, ""),
                run,
                base,
                Seeds.of(others.getOrDefault(SEEDS, "")),
                Seeds.of(others.getOrDefault(FRESH, "")),
                List.copyOf(cells));
        if (!plan.inputs().equals(others.get(INPUTS))) {
            throw new MistakeException(Message.of("laboratory.sweep.changed", file));
        }
        return plan;
    }

    private static Map<String, String> cell(String spelled) {
        var cell = new LinkedHashMap<String, String>();
        for (var pair : spelled.split(" ")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                cell.put(pair.substring(0, sign), pair.substring(sign + 1));
            }
        }
        return cell;
    }
}
