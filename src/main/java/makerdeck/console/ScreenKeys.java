package makerdeck.console;

import makerdeck.command.ScreenCommand;
import makerdeck.console.keys.Action;
import makerdeck.console.line.CommandLine;
import makerdeck.console.pane.Notice;
import makerdeck.console.tty.KeyRouter;
import makerdeck.console.tty.MouseReport;
import makerdeck.message.Message;

/** What the keys of the screen do; all others go to the command line. Keys thread only. */
final class ScreenKeys implements KeyRouter.Destination {

    private final CommandController controller;
    private final UiQueue queue;
    private final CommandLine line;

    ScreenKeys(CommandController controller, UiQueue queue, CommandLine line) {
        this.controller = controller;
        this.queue = queue;
        this.line = line;
    }

    @Override
    public void screen(Action.Screen action) {
        switch (action) {
            case ACKNOWLEDGE -> controller.acknowledge();
            case HALT -> controller.halt();
            case REPAINT -> queue.repaint();
            case MOUSE -> queue.leave(ScreenState::toggleMouse);
            case LAYOUT -> queue.leave(state -> state.on(new ScreenCommand.UseLayout(null)));
            case PAGE_UP -> queue.leave(state -> state.navigation().page(-1));
            case PAGE_DOWN -> queue.leave(state -> state.navigation().page(1));
        }
    }

    @Override
    public void mouse(MouseReport report) {
        queue.leave(state -> state.mouse(report));
    }

    @Override
    public void line(String keys) {
        line.type(keys);
    }

    @Override
    public void droppedPaste() {
        controller.say(Notice.Kind.WARNING, Message.of("console.say.paste-too-long"));
    }

    @Override
    public void ended() {
        queue.end(Console.Ending.HANGUP);
    }
}
