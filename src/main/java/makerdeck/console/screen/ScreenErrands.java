package makerdeck.console.screen;

import makerdeck.message.Message;

/** What a key on a full screen may have done. UI thread only. */
public interface ScreenErrands {

    /** Opens another screen over this one; one step back leads here again. */
    void open(FullScreen screen);

    /** Puts a command on the command line, and ends the line as well where that costs nothing. */
    void command(String line);

    /** Gives the terminal something for its clipboard. */
    void copy(String text);

    /** Tells the operator why nothing was done. */
    void say(Message what);
}
