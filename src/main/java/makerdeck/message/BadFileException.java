package makerdeck.message;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file whose content cannot be what it is meant to be. No bug of the program. */
public final class BadFileException extends FileSystemException implements Said {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    /** @param said what is wrong with it, without its name */
    public BadFileException(Path file, Message said) {
        super(file.toString(), null, said.toString());
        this.said = said;
    }

    /** What is wrong with the file, without its name. */
    @Override
    public Message said() {
        return said;
    }
}
