package makerdeck.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import makerdeck.message.MistakeException;
import makerdeck.message.Said;
import makerdeck.words.Words;
import org.tinylog.Logger;

/** What is wrong with a file, in an operator's words. */
public final class FileErrors {

    private FileErrors() {}

    /** A failure that knows its file: what goes wrong while a file is written does not tell. */
    public static IOException about(Path file, IOException failure) {
        return failure instanceof FileSystemException
                ? failure
                : new FileSystemException(file.toString(), null, words(failure));
    }

    /** Into the log file: what went wrong, and how it came to that where it is about no file and nobody's slip. */
    public static void log(String what, Exception why) {
        if (why instanceof IOException || why instanceof MistakeException) {
            Logger.warn("{}", what);
        } else {
            Logger.warn(why, what);
        }
    }

    /** One line; that of the failure itself where it is not about a file. */
    public static String words(Exception failure) {
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof IOException cause) {
            return words(cause);
        }
        if (failure instanceof FileSystemException about) {
            return words(about);
        }
        if (failure instanceof Said) {
            return Words.say(failure);
        }
        var message = failure.getMessage();
        return message != null && !message.isBlank()
                ? message
                : failure.getClass().getSimpleName();
    }

    private static String words(FileSystemException about) {
        if (about instanceof NoSuchFileException) {
            return Words.say("program.file.missing", about.getFile());
        }
        if (about instanceof AccessDeniedException) {
            return Words.say("program.file.denied", about.getFile());
        }
        if (about instanceof FileAlreadyExistsException) {
            return Words.say("program.file.exists", about.getFile());
        }
        if (about instanceof NotDirectoryException) {
            return Words.say("program.file.no-folder", about.getFile());
        }
        var reason = about instanceof Said ? Words.say(about) : about.getReason();
        return reason == null
                ? Words.say("program.file.broken", about.getFile())
                : Words.say("program.file.broken-because", about.getFile(), reason);
    }
}
