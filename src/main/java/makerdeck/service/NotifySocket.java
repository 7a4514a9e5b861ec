package makerdeck.service;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;

/**
 * The socket of a service manager, as {@code sd_notify} has it: {@code NOTIFY_SOCKET} names it, an abstract one too. Java
 * has no such sockets (datagrams on the machine), so that the manager's own program, {@code systemd-notify}, speaks.
 */
final class NotifySocket {

    static final String VARIABLE = "NOTIFY_SOCKET";

    private static final String PROGRAM = "systemd-notify";
    private static final long LONGEST_SECONDS = 10;

    private final String address;

    private NotifySocket(String address) {
        this.address = address;
    }

    /** Empty where no service manager wants to know anything. */
    static Optional<NotifySocket> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(address -> !address.isEmpty())
                .map(NotifySocket::new);
    }

    /**
     * Says something: {@code READY=1} and the like, all in one message. Blocks for as long as a process takes.
     *
     * @throws IOException when there is no such program, or it does not reach the manager
     */
    void send(List<String> said) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Stream.concat(Stream.of(PROGRAM), said.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(VARIABLE, address);
        var process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new UnavailableException(Message.of("service.notify.silent", LONGEST_SECONDS));
        }
        if (process.exitValue() != 0) {
            throw new UnavailableException(Message.of("service.notify.failed", process.exitValue()));
        }
    }
}
