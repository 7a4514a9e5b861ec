package makerdeck.engine.operator;

import java.time.Instant;
import makerdeck.command.DeskCommand;
import makerdeck.engine.execution.FillReading;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.VenueControl;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.snapshot.Preview;
import makerdeck.words.Words;

/**
 * Carries out what the operator asks, and answers each command with exactly one line.
 *
 * <p>Engine thread only.
 */
public final class CommandHandler implements DeskCommand.Listener {

    private final CommandLog log;
    private final ParameterCommands parameters;
    private final PresetCommands presets;
    private final OrderCommands orders;
    private final ShowCommand shows;
    private final CommandPreview previewer;
    private final FillReading fills;
    private final VenueControl rehearsal;

    private Preview preview = Preview.NONE;
    private Instant askedAt = Instant.MIN;
    private CommandResult answer = CommandResult.done("");

    public CommandHandler(
            CommandLog log,
            ParameterCommands parameters,
            PresetCommands presets,
            OrderCommands orders,
            ShowCommand shows,
            CommandPreview previewer,
            FillReading fills,
            VenueControl rehearsal) {
        this.log = log;
        this.parameters = parameters;
        this.presets = presets;
        this.orders = orders;
        this.shows = shows;
        this.previewer = previewer;
        this.fills = fills;
        this.rehearsal = rehearsal;
    }

    /** What the last preview asked for said. */
    public Preview preview() {
        return preview;
    }

    public void obey(Input.FromOperator input) {
        askedAt = input.at();
        answer = CommandResult.done("");
        try {
            if (orders.isClosedTo(input.command())) {
                answer = CommandResult.refused(QuotePermission.watching());
            } else {
                input.command().deliverTo(this);
            }
        } finally {
            if (!(input.command() instanceof DeskCommand.Preview)) {
                log.tell(input, answer);
            }
        }
    }

    @Override
    public void on(DeskCommand.SetParameters command) {
        answer = parameters.set(command, askedAt);
    }

    @Override
    public void on(DeskCommand.GetParameter command) {
        answer = parameters.get(command.key());
    }

    @Override
    public void on(DeskCommand.LoadPreset command) {
        answer = presets.load(command, askedAt);
    }

    @Override
    public void on(DeskCommand.SavePreset command) {
        answer = presets.save(command);
    }

    @Override
    public void on(DeskCommand.DiffPreset command) {
        answer = presets.diff(command);
    }

    @Override
    public void on(DeskCommand.Undo command) {
        answer = parameters.undo(askedAt);
    }

    @Override
    public void on(DeskCommand.UndoList command) {
        answer = parameters.undoList();
    }

    @Override
    public void on(DeskCommand.Redo command) {
        answer = parameters.redo(askedAt);
    }

    @Override
    public void on(DeskCommand.Pause command) {
        answer = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Resume command) {
        answer = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Halt command) {
        answer = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Cancel command) {
        answer = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Rebalance command) {
        answer = orders.on(command);
    }

    @Override
    public void on(DeskCommand.LeaveOutRows command) {
        var rows = fills.unread().leaveOutAll();
        fills.readNow();
        answer = rows.isEmpty()
                ? CommandResult.refused(Words.say("engine.rows.none"))
                : CommandResult.done(Words.count("engine.rows.left-out", rows.size()));
    }

    @Override
    public void on(DeskCommand.Quit command) {
        answer = orders.on(command);
    }

    @Override
    public void on(DeskCommand.Show command) {
        answer = shows.show(command.subject());
    }

    @Override
    public void on(DeskCommand.Acknowledge command) {
        answer = shows.acknowledge();
    }

    @Override
    public void on(DeskCommand.Rehearse command) {
        try {
            answer = CommandResult.done(rehearsal.act(command));
        } catch (IllegalArgumentException impossible) {
            answer = CommandResult.refused(String.valueOf(impossible.getMessage()));
        }
    }

    @Override
    public void on(DeskCommand.Preview command) {
        preview = new Preview(command.number(), previewer.rows(command.commands()));
    }
}
