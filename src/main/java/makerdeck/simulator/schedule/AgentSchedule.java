package makerdeck.simulator.schedule;

/** The agenda of traders who may be sent home: what they still have to do then is not done. */
public final class AgentSchedule {

    private final EventQueue agenda;
    private boolean over;

    public AgentSchedule(EventQueue agenda) {
        this.agenda = agenda;
    }

    public long now() {
        return agenda.now();
    }

    public void after(long nanos, Runnable task) {
        agenda.after(nanos, () -> {
            if (!over) {
                task.run();
            }
        });
    }

    /** Happens even when the shift is over by then. */
    public void certainlyAfter(long nanos, Runnable task) {
        agenda.after(nanos, task);
    }

    public void end() {
        over = true;
    }
}
