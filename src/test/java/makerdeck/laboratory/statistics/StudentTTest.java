package makerdeck.laboratory.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentTTest {

    /** As printed in every table of it. */
    @ParameterizedTest
    @CsvSource({
        "0.975,1,12.7062047362", "0.975,2,4.3026527297", "0.975,3,3.1824463053", "0.975,4,2.7764451052",
        "0.975,5,2.5705818356", "0.975,7,2.3646242516", "0.975,9,2.2621571628", "0.975,13,2.1603686565",
        "0.975,19,2.0930240544", "0.975,29,2.0452296421", "0.975,99,1.9842169516", "0.975,999,1.9623414611",
        "0.95,10,1.8124611228", "0.995,10,3.1692726726", "0.025,10,-2.2281388520"
    })
    void itsQuantilesAreThoseOfTheTables(double probability, int freedom, double expected) {
        assertEquals(expected, StudentT.quantile(probability, freedom), 1e-8);
    }

    /** One degree is Cauchy's, two have a closed form. */
    @ParameterizedTest
    @ValueSource(doubles = {-40, -2.5, -0.3, 0, 0.1, 1, 3, 100})
    void itsDistributionIsTheClosedForm(double t) {
        assertEquals(0.5 + Math.atan(t) / Math.PI, StudentT.distribution(t, 1), 1e-12);
        assertEquals(0.5 + t / (2 * Math.sqrt(2 + t * t)), StudentT.distribution(t, 2), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0.6,1", "0.9,3", "0.9999,6", "0.001,40", "0.5,8", "0.975,5000"})
    void aQuantileIsWhereTheDistributionIs(double probability, int freedom) {
        assertEquals(probability, StudentT.distribution(StudentT.quantile(probability, freedom), freedom), 1e-10);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(1, 3));
        assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(Double.NaN, 3));
        assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(0.9, 0));
    }
}
