package makerdeck.engine.operator;

import java.util.List;
import makerdeck.domain.Side;
import makerdeck.engine.log.Texts;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** The sides that a command is about. */
final class Sides {

    private Sides() {}

    /** Null is both. */
    static List<Side> of(@Nullable Side side) {
        return side == null ? List.of(Side.values()) : List.of(side);
    }

    static Message words(List<Side> sides) {
        return sides.size() == 1 ? Texts.quotes(sides.get(0)) : Message.of("engine.quotes.both");
    }
}
