package makerdeck.simulator;

/** The agenda of traders who may be sent home: what they still have to do then is not done. */
final class Shift {

    private final Agenda agenda;
    private boolean over;

    Shift(Agenda agenda) {
        this.agenda = agenda;
    }

    long now() {
        return agenda.now();
    }

    void after(long nanos, Runnable task) {
        agenda.after(nanos, () -> {
            if (!over) {
                task.run();
            }
        });
    }

    /** Happens even when the shift is over by then. */
    void certainlyAfter(long nanos, Runnable task) {
        agenda.after(nanos, task);
    }

    void end() {
        over = true;
    }
}
