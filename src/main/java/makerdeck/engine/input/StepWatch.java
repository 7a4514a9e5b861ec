package makerdeck.engine.input;

/** Told when the engine begins with an input and when it is done. Engine thread; must not block. */
public interface StepWatch {

    /** Nobody wants to know. */
    StepWatch NONE = new StepWatch() {
        @Override
        public void begin() {}

        @Override
        public void end(Input input, boolean sent) {}
    };

    void begin();

    /** @param sent whether orders were handed to the venue meanwhile */
    void end(Input input, boolean sent);
}
