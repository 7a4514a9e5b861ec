package makerdeck.console.line;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.InfoCmp;

/** What the line reader takes for a terminal: keys come from a queue, and what it prints goes nowhere. Any thread. */
final class LineTerminal extends LineDisciplineTerminal {

    private static final String TYPE = "xterm-256color";

    private volatile int columns = 80;
    private volatile int rows = 4;

    LineTerminal() throws IOException {
        super("line", TYPE, OutputStream.nullOutputStream(), StandardCharsets.UTF_8, SignalHandler.SIG_IGN);
        var plain = getAttributes();
        plain.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        plain.setLocalFlag(Attributes.LocalFlag.ECHO, false);
        plain.setLocalFlag(Attributes.LocalFlag.ICANON, false);
        plain.setInputFlag(Attributes.InputFlag.ICRNL, false);
        // No key may end the command line.
        plain.setControlChar(Attributes.ControlChar.VEOF, 0);
        setAttributes(plain);
    }

    /** The description that comes with JLine: no process is started, and every host gives the same. */
    @Override
    protected void parseInfoCmp() {
        InfoCmp.parseInfoCmp(InfoCmp.getDefaultInfoCmp(TYPE), bools, ints, strings);
    }

    @Override
    public Size getSize() {
        return new Size(columns, rows);
    }

    @Override
    public void setSize(Size size) {
        columns = size.getColumns();
        rows = size.getRows();
    }
}
