package makerdeck.engine;

/** What a command came to. */
record Answer(boolean ok, String text, boolean saysHowLong) {

    static Answer done(String text) {
        return new Answer(true, text, false);
    }

    /** A change whose text says how long it took. */
    static Answer applied(String text) {
        return new Answer(true, text, true);
    }

    static Answer refused(String text) {
        return new Answer(false, text, false);
    }
}
