package makerdeck.console;

import makerdeck.console.keys.Action;
import makerdeck.console.line.CommandLine;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.Notice;
import makerdeck.message.Message;

/** What the command line has to say goes to the operator's desk or to the screen. Line thread only. */
final class CommandLineListener implements CommandLine.Listener {

    private final CommandController controller;
    private final UiQueue queue;

    CommandLineListener(CommandController controller, UiQueue queue) {
        this.controller = controller;
        this.queue = queue;
    }

    @Override
    public void changed(LineView view) {
        queue.typed(view);
        controller.typed(view.text());
    }

    @Override
    public void completed(String line, boolean pasted) {
        controller.completed(line, pasted);
    }

    @Override
    public void odd(Message what) {
        controller.say(Notice.Kind.WARNING, what);
    }

    @Override
    public void failed(String line, RuntimeException why) {
        controller.say(Notice.Kind.MISTAKE, Message.of("console.say.failed", line, why));
    }

    @Override
    public void escaped() {
        if (!controller.dropQuestion()) {
            queue.leave(ScreenState::back);
        }
    }

    @Override
    public void idle(Action.Idle action) {
        queue.leave(state -> {
            switch (action) {
                case NEXT_PANE -> state.navigation().nextPane(1);
                case PREVIOUS_PANE -> state.navigation().nextPane(-1);
                case TOP -> state.navigation().top();
                case FOLLOW -> state.navigation().follow();
                case LEFTWARDS -> state.navigation().sideways(-1);
                case RIGHTWARDS -> state.navigation().sideways(1);
                case HELP -> state.keys();
            }
        });
    }

    /** A word that answers a question goes to the line, whatever is on the screen. */
    @Override
    public boolean isScreenOpen() {
        return queue.isScreenOpen() && !controller.isAsking();
    }

    @Override
    public void full(Action.Full action) {
        queue.leave(state -> state.navigation().press(action));
    }

    @Override
    public void abandonedNothing() {
        controller.dropQuestion();
        controller.sayHowToLeave();
    }
}
