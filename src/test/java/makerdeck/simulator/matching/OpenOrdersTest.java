package makerdeck.simulator.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import makerdeck.domain.Side;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a sorted map. */
class OpenOrdersTest {

    private static final ExchangeAccount ACCOUNT = new ExchangeAccount(
            new AccountId(0), new Units(Fixture.SOL.rules()), Map.of(), ExchangeSettings.STANDARD_FEES);

    private final OpenOrders orders = new OpenOrders();
    private final TreeMap<Long, AccountOrder> plain = new TreeMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static AccountOrder order(long id) {
        return new AccountOrder(
                id, ACCOUNT, OrderRequest.limit(Side.BID, BigDecimal.ONE, BigDecimal.ONE), new OrderTerms(1, 1, 1), 0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsWhatAMapHolds(long seed) {
        var random = new SplittableRandom(seed);
        long id = 0;
        int wanted = random.nextInt(1, 200);
        for (int step = 0; step < 3_000; step++) {
            if (random.nextInt(2 * wanted) >= plain.size()) {
                id += 1 + random.nextInt(3);
                var order = order(id);
                orders.add(order);
                plain.put(id, order);
            } else {
                long gone = random.nextInt(3) == 0 ? id : random.nextLong(id + 2);
                orders.remove(gone);
                plain.remove(gone);
            }
            long asked = random.nextLong(id + 2);
            assertSame(plain.get(asked), orders.find(asked));
            assertEquals(plain.size(), orders.size());
            if (step % 50 == 0) {
                assertEquals(List.copyOf(plain.values()), orders.all());
            }
        }
    }
}
