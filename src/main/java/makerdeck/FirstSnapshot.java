package makerdeck;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.domain.Book;
import makerdeck.message.Message;
import makerdeck.snapshot.CurveRow;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.ParameterRow;
import makerdeck.snapshot.ParameterSource;
import makerdeck.snapshot.Previews;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.Totals;
import makerdeck.snapshot.UndoState;
import makerdeck.snapshot.Why;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.words.Speech;

/** What is shown before the engine lives: nothing but what was asked for. */
final class FirstSnapshot {

    private FirstSnapshot() {}

    static DeskSnapshot of(DeskPlan plan, Speech speech, Instant now) {
        var rows = Stream.of(Parameter.values())
                .map(parameter -> new ParameterRow(
                        parameter.key(),
                        plan.parameters().parameters().text(parameter),
                        plan.parameters().parameters().unit(parameter).orElse(null),
                        plan.parameters().sources().getOrDefault(parameter, ParameterSource.DEFAULT),
                        now,
                        parameter.isLimit(),
                        Parameters.defaults().text(parameter)))
                .toList();
        return new DeskSnapshot(
                0,
                now,
                plan.mode(),
                plan.venueName(),
                plan.symbol(),
                DeskState.STARTING,
                Message.plain(speech.say("program.desk.opening")),
                now,
                null,
                plan.parameters().parameters().duration(),
                null,
                Book.EMPTY,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Totals.NONE,
                null,
                null,
                QuotingRow.starting(Message.of("snapshot.starting")),
                Why.NONE,
                CurveRow.NONE,
                null,
                List.of(),
                List.of(),
                rows,
                "",
                UndoState.NONE,
                HealthRow.UNKNOWN,
                Map.of(),
                Previews.NONE,
                DeskSnapshot.Counts.NONE);
    }
}
