package makerdeck.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothSidesAtOnceAreToldWhatEachIsTold(long seed) {
        var gates = gates(new SplittableRandom(seed));

        var both = Gate.firstOfEach(gates, NOON);

        for (var side : Side.values()) {
            assertEquals(Gate.first(gates, side, NOON), both.side(side));
        }
    }

    private static List<Gate> gates(SplittableRandom random) {
        var gates = new ArrayList<Gate>();
        for (int number = 0; number < random.nextInt(6); number++) {
            var name = "gate" + number;
            if (random.nextBoolean()) {
                var answer = answer(random, name);
                gates.add(Gate.ofDesk(name, now -> answer));
            } else {
                var bids = answer(random, name + " bids");
                var asks = answer(random, name + " asks");
                gates.add(new Gate(name, (side, now) -> side == Side.BID ? bids : asks));
            }
        }
        return gates;
    }

    private static Optional<Message> answer(SplittableRandom random, String says) {
        return random.nextInt(4) == 0 ? Optional.of(Message.plain(says)) : Optional.empty();
    }
}
