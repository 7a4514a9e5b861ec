package makerdeck.engine;

/** What a command came to. */
record Answer(boolean ok, String text) {

    static Answer done(String text) {
        return new Answer(true, text);
    }

    static Answer refused(String text) {
        return new Answer(false, text);
    }
}
