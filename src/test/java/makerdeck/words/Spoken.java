package makerdeck.words;

/** The languages for tests that read what is said. */
public final class Spoken {

    public static final Speech ENGLISH = new Speech(Language.ENGLISH);
    public static final Speech CHINESE = new Speech(Language.TRADITIONAL_CHINESE);

    private Spoken() {}
}
