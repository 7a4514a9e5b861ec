package makerdeck.command;

import org.jspecify.annotations.Nullable;

/** What concerns only the screen: never reaches the engine. */
public sealed interface ScreenCommand extends Command {

    void deliverTo(Listener listener);

    /** One method per kind, so that a new kind breaks every handler at compile time. */
    interface Listener {
        void on(UseTheme command);

        void on(Help command);

        void on(FramesPerSecond command);

        void on(UseLayout command);

        void on(UseSpan command);

        void on(Zoom command);

        void on(Freeze command);

        void on(Mouse command);

        void on(Tour command);

        void on(Detach command);
    }

    record UseTheme(String name) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** {@code topic} is a verb or a parameter key, or empty for the overview. */
    record Help(String topic) implements ScreenCommand {

        /** Whether it is the screen itself that is to be explained. */
        public boolean isAboutTheScreen() {
            return topic.equals(HelpText.SCREEN);
        }

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

    /** {@code layout} null: the next one. */
    record UseLayout(@Nullable LayoutName layout) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** How much time the market's line shows. */
    record UseSpan(ChartSpan span) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** {@code pane} null: the chosen one if {@code on}, else back to all panes. */
    record Zoom(@Nullable PaneName pane, boolean on) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Stops book, fills and log for a while. */
    record Freeze(boolean on) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Whether the mouse belongs to the screen; else to the terminal's own selection. */
    record Mouse(boolean on) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Leaves this screen; the desk goes on. */
    record Detach() implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Leads through what an operator does first, on the simulated venue; or ends that. */
    record Tour(boolean on) implements ScreenCommand {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }
}
