package makerdeck.journey;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.util.Map;

/** Makes any thread of a running program die of an error, where it stands, by the way debuggers have in. */
final class Assassin {

    private Assassin() {}

    /** For the environment of a program; what it starts inherits it. */
    static Map<String, String> lettingHimIn() {
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0");
    }

    private static VirtualMachine attach(long process) throws IOException {
        var connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(one -> one.name().equals("com.sun.jdi.ProcessAttach"))
                .findFirst()
                .orElseThrow();
        var arguments = connector.defaultArguments();
        arguments.get("pid").setValue(Long.toString(process));
        try {
            return connector.attach(arguments);
        } catch (IllegalConnectorArgumentsException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** The first whose name begins so dies as soon as it does anything. */
    static void kill(long process, String thread) throws IOException {
        var machine = attach(process);
        try {
            var victim = machine.allThreads().stream()
                    .filter(one -> one.name().startsWith(thread))
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
            leave(machine);
        }
    }

    private static void leave(VirtualMachine machine) {
        try {
            machine.dispose();
        } catch (VMDisconnectedException dead) {
            // It was quicker to die of it than we to leave.
            System.out.println("the process has ended already");
        }
    }
}
