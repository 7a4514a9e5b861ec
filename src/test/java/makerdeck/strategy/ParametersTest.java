package makerdeck.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void startWithTheDefaultsOfTheTable() {
        var parameters = Parameters.defaults();

        assertEquals(new BigDecimal("0.2"), parameters.spread());
        assertEquals(3, parameters.layers());
        assertEquals(new BigDecimal("30"), parameters.bandHard());
    }

    @Test
    void anIllegalValueNamesKeyRuleValueAndNearestLegal() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> Parameters.defaults().with(Map.of("spread", "25")));

        assertEquals("spread must be 0.001..20 %, was 25; nearest legal is 20", error.getMessage());
    }
}
