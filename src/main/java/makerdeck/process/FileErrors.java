package makerdeck.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import makerdeck.message.BadFileException;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.message.Said;
import org.tinylog.Logger;

/** What is wrong with a file, for an operator. */
public final class FileErrors {

    private FileErrors() {}

    /** A failure that knows its file: what goes wrong while a file is written does not tell. */
    public static IOException about(Path file, IOException failure) {
        return failure instanceof FileSystemException ? failure : new BadFileException(file, of(failure));
    }

    /** Into the log file: what went wrong, and how it came to that where it is about no file and nobody's slip. */
    public static void log(Message what, Exception why) {
        if (why instanceof IOException || why instanceof MistakeException) {
            Logger.warn("{}", what);
        } else {
            Logger.warn(why, "{}", what);
        }
    }

    /** One line; that of the failure itself where it is not about a file. */
    public static Message of(Exception failure) {
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof IOException cause) {
            return of(cause);
        }
        if (failure instanceof FileSystemException about) {
            return ofFile(about);
        }
        if (failure instanceof Said known) {
            return known.said();
        }
        var message = failure.getMessage();
        return Message.plain(
                message != null && !message.isBlank()
                        ? message
                        : failure.getClass().getSimpleName());
    }

    private static Message ofFile(FileSystemException about) {
        if (about instanceof NoSuchFileException) {
            return Message.of("program.file.missing", about.getFile());
        }
        if (about instanceof AccessDeniedException) {
            return Message.of("program.file.denied", about.getFile());
        }
        if (about instanceof FileAlreadyExistsException) {
            return Message.of("program.file.exists", about.getFile());
        }
        if (about instanceof NotDirectoryException) {
            return Message.of("program.file.no-folder", about.getFile());
        }
        var reason = about instanceof Said known ? known.said() : about.getReason();
        return reason == null
                ? Message.of("program.file.broken", about.getFile())
                : Message.of("program.file.broken-because", about.getFile(), reason);
    }
}
