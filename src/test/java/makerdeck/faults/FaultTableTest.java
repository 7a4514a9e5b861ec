package makerdeck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No fault of the table is without a test. */
class FaultTableTest {

    /** The whole table is printed too: where which row is proved, end to end or not. */
    @Test
    void everyRowHasATestAndEveryTestARow() {
        var proofs = new TreeMap<String, Set<String>>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("makerdeck").stream()
                        .flatMap(tests -> tests.getMethods().stream())
                        .filter(test -> test.isAnnotatedWith(FaultRow.class))
                        .forEach(test -> rows(test).forEach(row -> proofs.computeIfAbsent(row, none -> new TreeSet<>())
                                .add(test.getOwner().getSimpleName() + "." + test.getName())));

        FaultTable.rows()
                .forEach((row, fault) ->
                        System.out.printf("%-4s %-46s %s%n", row, fault, proofs.getOrDefault(row, Set.of())));

        assertEquals(Set.of(), without(FaultTable.rows().keySet(), proofs.keySet()));
        assertEquals(Set.of(), without(proofs.keySet(), FaultTable.rows().keySet()));
    }

    private static List<String> rows(JavaMethod test) {
        return List.of(test.getAnnotationOfType(FaultRow.class).value());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(row -> !some.contains(row)).collect(Collectors.toUnmodifiableSet());
    }

    @Test
    void printsWhatCameOfEveryRow() {
        var table = new FaultReport();
        table.ran(List.of("1", "22b"), "losesNothing", true);
        table.ran(List.of("1"), "losesNothing", true);
        table.ran(List.of("1"), "losesNothing", false);

        var rows = FaultTable.rows();
        assertEquals(
                String.join(
                        "\n",
                        "%-4s %-46s %6s %11s  %s".formatted("row", "fault", "runs", "violations", "tests"),
                        "%-4s %-46s %6d %11d  losesNothing".formatted("1", rows.get("1"), 3, 1),
                        "%-4s %-46s %6d %11d  losesNothing".formatted("22b", rows.get("22b"), 1, 0),
                        ""),
                table.text());
    }
}
