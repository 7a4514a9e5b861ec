package makerdeck.journey;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Makes any thread of a running program die of an error, where it stands, by the way debuggers have in. */
final class Assassin {

    private final int port;

    Assassin() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    /** For the environment of the program. */
    String lettingHimIn() {
        return "JAVA_TOOL_OPTIONS=-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:"
                + port;
    }

    private VirtualMachine attach() throws IOException {
        var connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(one -> one.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        var arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        try {
            return connector.attach(arguments);
        } catch (IllegalConnectorArgumentsException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** It dies as soon as it does anything. */
    void kill(String thread) throws IOException {
        var machine = attach();
        try {
            var victim = machine.allThreads().stream()
                    .filter(one -> one.name().equals(thread))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no thread " + thread + " in " + machine.allThreads()));
            // The JVM keeps some ready for the day it has no memory left.
            var error = machine.classesByName("java.lang.OutOfMemoryError")
                    .get(0)
                    .instances(1)
                    .get(0);
            victim.stop(error);
        } catch (InvalidTypeException refused) {
            throw new IllegalStateException("the thread " + thread + " cannot be killed", refused);
        } finally {
            machine.dispose();
        }
    }
}
