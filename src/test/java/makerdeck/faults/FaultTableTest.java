package makerdeck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No fault of the table is without a test. */
class FaultTableTest {

    @Test
    void hasFiftySixRows() {
        assertEquals(56, FaultTable.rows().size());
    }

    @Test
    void everyRowHasATestAndEveryTestARow() {
        var proved = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("makerdeck").stream()
                        .flatMap(tests -> tests.getMethods().stream())
                        .flatMap(FaultTableTest::rows)
                        .collect(Collectors.toUnmodifiableSet());

        assertEquals(Set.of(), without(FaultTable.rows().keySet(), proved));
        assertEquals(Set.of(), without(proved, FaultTable.rows().keySet()));
    }

    private static Stream<String> rows(JavaMethod method) {
        return method.isAnnotatedWith(FaultRow.class)
                ? Arrays.stream(method.getAnnotationOfType(FaultRow.class).value())
                : Stream.empty();
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

        assertEquals("""
                row  fault                                            runs  violations  tests
                1    create lost before the venue                        3           1  losesNothing
                22b  subscription ignored                                1           0  losesNothing
                """, table.text());
    }
}
