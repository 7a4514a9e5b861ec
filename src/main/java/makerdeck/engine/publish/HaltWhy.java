package makerdeck.engine.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.engine.log.Texts;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Why.Kind;
import makerdeck.snapshot.Why.Row;

/** Why the desk is halted, and how to go on. Engine thread only. */
public final class HaltWhy {

    private final StateRow state;

    public HaltWhy(StateRow state) {
        this.state = state;
    }

    List<Row> rows(Instant now, GateReport.At asked) {
        if (state.state() == DeskState.HALTED) {
            return asked.desk();
        }
        var rows = new ArrayList<Row>();
        rows.add(new Row(Kind.HEAD, Message.of("engine.why.not-halted", Texts.state(state.state()))));
        return rows;
    }
}
