package makerdeck.journal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * Arithmetic for SQL on decimals that are exact text; SQLite by itself would make binary fractions of them. What is
 * NULL, or no decimal, makes the result NULL, and does not count in a sum.
 */
final class ExactNumbers {

    private ExactNumbers() {}

    /** From now on {@code exact_add(a, b)}, {@code exact_times(a, b)} and {@code exact_sum(x)} are known. */
    static void register(Connection connection) throws SQLException {
        Function.create(connection, "exact_add", new Operation(BigDecimal::add));
        Function.create(connection, "exact_times", new Operation(BigDecimal::multiply));
        Function.create(connection, "exact_sum", new Sum());
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null || !Cells.isDecimal(text) ? null : new BigDecimal(text);
    }

    /** Of two numbers. */
    private interface Binary {
        BigDecimal of(BigDecimal one, BigDecimal other);
    }

    private static final class Operation extends Function {

        private final Binary operation;

        private Operation(Binary operation) {
            this.operation = operation;
        }

        @Override
        protected void xFunc() throws SQLException {
            var one = decimal(value_text(0));
            var other = decimal(value_text(1));
            if (one == null || other == null) {
                result();
            } else {
                result(operation.of(one, other).toPlainString());
            }
        }
    }

    /** SQLite has each group summed by a copy. */
    private static final class Sum extends Function.Aggregate {

        private BigDecimal sum = BigDecimal.ZERO;

        @Override
        protected void xStep() throws SQLException {
            var value = decimal(value_text(0));
            sum = value == null ? sum : sum.add(value);
        }

        @Override
        protected void xFinal() throws SQLException {
            result(sum.toPlainString());
        }
    }
}
