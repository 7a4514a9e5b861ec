package makerdeck.engine.operator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.command.DeskCommand;
import makerdeck.engine.execution.FillReading;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.RecordControl;
import makerdeck.engine.input.VenueControl;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.Previews;

/**
 * Carries out what the operator asks, and answers each command with exactly one line.
 *
 * <p>Engine thread only.
 */
public final class CommandHandler implements DeskCommand.Listener {

    private final Agreement agreement;
    private final CommandLog log;
    private final ParameterCommands parameters;
    private final PresetCommands presets;
    private final OrderCommands orders;
    private final ShowCommand shows;
    private final CommandPreview preview;
    private final ChangeEffect effect;
    private final FillReading fills;
    private final VenueControl control;
    private final RecordControl recording;

    private Previews previews = Previews.NONE;
    private Instant askedAt = Instant.MIN;
    private String line = "";
    private CommandResult result = CommandResult.done();

    public CommandHandler(
            Agreement agreement,
            CommandLog log,
            ParameterCommands parameters,
            PresetCommands presets,
            OrderCommands orders,
            ShowCommand shows,
            CommandPreview preview,
            ChangeEffect effect,
            FillReading fills,
            VenueControl control,
            RecordControl recording) {
        this.agreement = agreement;
        this.log = log;
        this.parameters = parameters;
        this.presets = presets;
        this.orders = orders;
        this.shows = shows;
        this.preview = preview;
        this.effect = effect;
        this.fills = fills;
        this.control = control;
        this.recording = recording;
    }

    /** What the last previews asked for said. */
    public Previews previews() {
        return previews;
    }

    /** What goes wrong on purpose now, by name, and until when. */
    public Map<String, Instant> faults() {
        return control.faults();
    }

    public void obey(Input.FromOperator input) {
        askedAt = input.at();
        line = input.line();
        result = CommandResult.done();
        log.begin(input);
        try {
            var bare = input.command() instanceof DeskCommand.Judged judged ? judged.command() : input.command();
            if (orders.isClosedTo(bare)) {
                result = CommandResult.refused(QuotePermission.watching());
            } else {
                input.command().deliverTo(this);
            }
        } finally {
            if (!(input.command() instanceof DeskCommand.Preview)) {
                log.tell(input, result);
            }
            log.end();
        }
    }

    @Override
    public void on(DeskCommand.SetParameters command) {
        result = parameters.set(command, askedAt);
    }

    @Override
    public void on(DeskCommand.GetParameter command) {
        result = parameters.get(command.key());
    }

    @Override
    public void on(DeskCommand.LoadPreset command) {
        result = presets.load(command, askedAt);
    }

    @Override
    public void on(DeskCommand.SavePreset command) {
        result = presets.save(command);
    }

    @Override
    public void on(DeskCommand.DiffPreset command) {
        result = presets.diff(command);
    }

    @Override
    public void on(DeskCommand.Undo command) {
        result = parameters.undo(askedAt);
    }

    @Override
    public void on(DeskCommand.UndoList command) {
        result = parameters.undoList();
    }

    @Override
    public void on(DeskCommand.Redo command) {
        result = parameters.redo(askedAt);
    }

    @Override
    public void on(DeskCommand.Pause command) {
        result = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Resume command) {
        result = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Halt command) {
        result = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Cancel command) {
        result = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Rebalance command) {
        result = orders.on(command);
    }

    @Override
    public void on(DeskCommand.LeaveOutRows command) {
        leaveOut(fills.unread().keys());
    }

    private void leaveOut(Set<String> shown) {
        int left = fills.unread().leaveOut(shown);
        int more = fills.unread().count();
        fills.readNow();
        var told =
                left == 0 && more == 0 ? Message.of("engine.rows.none") : Message.count("engine.rows.left-out", left);
        var whole = more == 0 ? told : Message.count("engine.rows.came-since", more, told);
        result = left == 0 ? CommandResult.nothing(whole) : CommandResult.done(whole);
    }

    @Override
    public void on(DeskCommand.Quit command) {
        result = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Why command) {
        result = shows.why(command.topic());
    }

    @Override
    public void on(DeskCommand.Curve command) {
        result = shows.curve();
    }

    @Override
    public void on(DeskCommand.Show command) {
        if (command.subject() == DeskCommand.Show.Subject.FAULTS) {
            on(new DeskCommand.Rehearse(DeskCommand.Rehearse.What.FAULTS, "", null));
        } else {
            result = shows.show(command);
        }
    }

    @Override
    public void on(DeskCommand.Acknowledge command) {
        result = shows.acknowledge();
    }

    @Override
    public void on(DeskCommand.Rehearse command) {
        try {
            result = CommandResult.done(control.act(command));
        } catch (MistakeException impossible) {
            result = CommandResult.refused(impossible.said());
        }
    }

    @Override
    public void on(DeskCommand.RecordMarket command) {
        try {
            result = CommandResult.done(recording.act(command.on()));
        } catch (MistakeException impossible) {
            result = CommandResult.refused(impossible.said());
        }
    }

    @Override
    public void on(DeskCommand.Judged judged) {
        var objection = agreement.objection(judged);
        if (objection.isPresent()) {
            result = CommandResult.refused(objection.get());
        } else if (judged.command() instanceof DeskCommand.LeaveOutRows) {
            leaveOut(agreement.rowsShown(judged.line()));
        } else {
            judged.command().deliverTo(this);
            agreement.carriedOut(judged);
        }
    }

    @Override
    public void on(DeskCommand.Preview command) {
        previews = previews.with(preview(command));
        if (command.number() != DeskCommand.Preview.TYPED) {
            agreement.shown(command.number());
        }
    }

    private Preview preview(DeskCommand.Preview command) {
        try {
            return command.number() == DeskCommand.Preview.TYPED
                    ? new Preview(command.number(), List.of(), line, effect.of(command.commands()))
                    : preview.of(command);
        } catch (MistakeException late) {
            // Legal when it was typed, and no more.
            return new Preview(command.number(), List.of(late.said()), line, late.said(), 0, true);
        }
    }
}
