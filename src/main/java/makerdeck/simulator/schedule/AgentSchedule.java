package makerdeck.simulator.schedule;

/** The schedule of traders who may be sent home: what they still have to do then is not done. */
public final class AgentSchedule {

    private final EventQueue queue;
    private boolean over;

    public AgentSchedule(EventQueue queue) {
        this.queue = queue;
    }

    public long now() {
        return queue.now();
    }

    public void after(long nanos, Runnable task) {
        queue.after(nanos, () -> {
            if (!over) {
                task.run();
            }
        });
    }

    /** Happens even when the shift is over by then. */
    public void certainlyAfter(long nanos, Runnable task) {
        queue.after(nanos, task);
    }

    public void end() {
        over = true;
    }
}
