package makerdeck.command;

/** What concerns only the screen: never reaches the engine. */
public sealed interface ScreenCommand extends Command {

    void deliverTo(Listener listener);

    /** One method per kind, so that a new kind breaks every handler at compile time. */
    interface Listener {
        void on(UseTheme command);

        void on(Help command);

        void on(FramesPerSecond command);
    }

    record UseTheme(String name) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** {@code topic} is a verb or a parameter key, or empty for the overview. */
    record Help(String topic) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    record FramesPerSecond(int frames) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }
}
