package makerdeck.faults;

import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Writes down what came of each test of a fault; the report prints itself when all tests are over. */
final class FaultWatch implements TestWatcher {

    @Override
    public void testSuccessful(ExtensionContext context) {
        ran(context, true);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        ran(context, false);
    }

    private static void ran(ExtensionContext context, boolean held) {
        var method = context.getRequiredTestMethod();
        var report = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(FaultWatch.class))
                .getOrComputeIfAbsent(FaultReport.class, key -> new FaultReport(), FaultReport.class);
        report.ran(List.of(method.getAnnotation(FaultRow.class).value()), method.getName(), held);
    }
}
