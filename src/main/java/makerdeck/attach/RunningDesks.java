package makerdeck.attach;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/** The desks of this user that run now, by their socket files. */
final class RunningDesks {

    private final Path folder;

    RunningDesks(Path folder) {
        this.folder = folder;
    }

    /**
     * Calls the one that is meant.
     *
     * @param wanted the name of a desk, or as much of it as tells it from the others; empty: the only one there is
     * @throws MistakeException with the choices, where it is none or could be several
     */
    SocketChannel call(String wanted) throws IOException {
        var living = living();
        if (living.isEmpty()) {
            throw new MistakeException(Message.of("attach.desk.none", folder));
        }
        var exact = living.stream()
                .filter(file -> DeskSocket.name(file).equalsIgnoreCase(wanted))
                .toList();
        var meant = exact.isEmpty()
                ? living.stream().filter(file -> contains(file, wanted)).toList()
                : exact;
        if (meant.isEmpty()) {
            throw new MistakeException(Message.of("attach.desk.unknown", wanted, names(living)));
        }
        if (meant.size() > 1) {
            throw new MistakeException(Message.of("attach.desk.several", names(meant)));
        }
        return SocketChannel.open(UnixDomainSocketAddress.of(meant.get(0)));
    }

    private static boolean contains(Path file, String wanted) {
        return DeskSocket.name(file).toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static String names(List<Path> files) {
        return files.stream().map(DeskSocket::name).collect(Collectors.joining(", "));
    }

    private List<Path> living() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(DeskSocket.ENDING))
                    .filter(DeskSocket::isAlive)
                    .sorted()
                    .toList();
        }
    }
}
