package makerdeck.command;

/**
 * A place for one word of a command.
 *
 * @param name what the word is; no two slots of a verb share one
 */
record Slot(String name, Presence presence, WordSet words) {

    /** When the word has to be there. */
    enum Presence {
        ALWAYS,
        OPTIONAL,
        /** Exactly when the optional slot before it is filled. */
        WITH_PREVIOUS
    }

    static Slot one(String name, WordSet words) {
        return new Slot(name, Presence.ALWAYS, words);
    }

    static Slot maybe(String name, WordSet words) {
        return new Slot(name, Presence.OPTIONAL, words);
    }

    static Slot then(String name, WordSet words) {
        return new Slot(name, Presence.WITH_PREVIOUS, words);
    }
}
