package makerdeck.console;

/** What a screen is to the desk it shows. */
public enum ScreenRole {
    /** It ends with the desk, and the desk with it. */
    OWN,
    /** One of any number on other terminals: it may be left, and the desk goes on. */
    ATTACHED,
    /** As an attached one, and nothing can be changed there. */
    WATCHING
}
