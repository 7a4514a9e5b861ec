package makerdeck.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Slurm of one node, this machine, on loopback: its three daemons with settings of their own in a folder. The test is
 * skipped, saying so, where Debian's slurm-wlm is not installed.
 */
final class SlurmCluster implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<Path> PROGRAMS = Stream.of("sbin/munged", "sbin/slurmctld", "sbin/slurmd", "bin/sbatch")
            .map(Path.of("/usr")::resolve)
            .toList();

    private final Path folder;
    private final Deque<Process> daemons = new ArrayDeque<>();

    /** Starts it, and waits until its node takes jobs. */
    SlurmCluster(Path folder) throws IOException {
        for (var program : PROGRAMS) {
            Assumptions.assumeTrue(
                    Files.isExecutable(program), program + " is not there (Debian: apt install slurm-wlm): no Slurm");
        }
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        for (var part : List.of("state", "spool")) {
            Files.createDirectories(folder.resolve(part));
        }
        var key = new byte[128];
        new SecureRandom().nextBytes(key);
        Files.createFile(
                folder.resolve("munge.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(folder.resolve("munge.key"), key);
        var node = run("hostname", "-s").strip();
        Files.writeString(configuration(), settings(node));
        try {
            daemon(
                    "/usr/sbin/munged",
                    "--foreground",
                    "--force",
                    "--num-threads=1",
                    "--key-file=" + folder.resolve("munge.key"),
                    "--socket=" + socket(),
                    "--pid-file=" + folder.resolve("munged.pid"),
                    "--seed-file=" + folder.resolve("munge.seed"));
            await().atMost(SOON).until(() -> Files.exists(socket()));
            daemon("/usr/sbin/slurmctld", "-D", "-f", configuration().toString());
            daemon("/usr/sbin/slurmd", "-D", "-f", configuration().toString(), "-N", node);
            await().atMost(SOON)
                    .until(() -> run("sinfo", "-h", "-o", "%T").strip().equals("idle"));
        } catch (RuntimeException | IOException failed) {
            var told = new IllegalStateException("Slurm did not start: " + words(), failed);
            close();
            throw told;
        }
    }

    private Path configuration() {
        return folder.resolve("slurm.conf");
    }

    private Path socket() {
        return folder.resolve("munge.socket");
    }

    private String settings(String node) throws IOException {
        var user = System.getProperty("user.name");
        return String.join(
                "\n",
                "ClusterName=test",
                "SlurmctldHost=" + node + "(127.0.0.1)",
                "SlurmctldPort=" + port(),
                "SlurmdPort=" + port(),
                "CommunicationParameters=NoCtldInAddrAny,NoInAddrAny",
                "SlurmUser=" + user,
                "SlurmdUser=" + user,
                "AuthType=auth/munge",
                "AuthInfo=socket=" + socket(),
                "CryptoType=crypto/munge",
                "StateSaveLocation=" + folder.resolve("state"),
                "SlurmdSpoolDir=" + folder.resolve("spool"),
                "SlurmctldPidFile=" + folder.resolve("slurmctld.pid"),
                "SlurmdPidFile=" + folder.resolve("slurmd.pid"),
                "ProctrackType=proctrack/linuxproc",
                "TaskPlugin=task/none",
                "SelectType=select/cons_tres",
                "SelectTypeParameters=CR_CPU",
                "SwitchType=switch/none",
                "MpiDefault=none",
                "JobAcctGatherType=jobacct_gather/none",
                "AccountingStorageType=accounting_storage/none",
                "ReturnToService=2",
                "NodeName=" + node + " NodeAddr=127.0.0.1 CPUs="
                        + Runtime.getRuntime().availableProcessors() + " State=UNKNOWN",
                "PartitionName=all Nodes=ALL Default=YES State=UP MaxTime=INFINITE",
                "");
    }

    private static int port() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void daemon(String... command) throws IOException {
        var name = Path.of(command[0]).getFileName();
        daemons.push(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    /** Runs a command of it to its end and tells what it said. */
    String run(String... command) throws IOException {
        var said = folder.resolve("said-" + System.nanoTime());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("SLURM_CONF", configuration().toString());
        var process = builder.start();
        try {
            if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(List.of(command) + " does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }

    /** Leaves a job and tells its number. */
    String submit(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("sbatch", "--parsable", "--output=" + folder.resolve("job-%a.out")));
        command.addAll(List.of(arguments));
        var number = run(command.toArray(String[]::new)).strip();
        if (!number.matches("\\d+")) {
            throw new IllegalStateException("sbatch said " + number + "; " + words());
        }
        return number;
    }

    /** The tasks of a job that run now: their numbers in the array. */
    List<String> running(String job) throws IOException {
        return run("squeue", "-h", "-j", job, "-t", "RUNNING", "-o", "%K")
                .lines()
                .map(String::strip)
                .toList();
    }

    /** Waits for the end of all tasks of a job. */
    void awaitEnd(String job, Duration longest) {
        await().atMost(longest).until(() -> {
            var left = run("squeue", "-h", "-j", job);
            return left.isBlank() || left.contains("Invalid job id");
        });
    }

    /** What its daemons and jobs have said. */
    String words() throws IOException {
        var words = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder, "*.{log,out}")) {
            for (var file : files) {
                words.append('\n').append(file).append(":\n").append(Files.readString(file));
            }
        }
        return words.toString();
    }

    /** Ends the three, each by its number, the last started first. */
    @Override
    public void close() {
        for (var daemon : daemons) {
            daemon.destroy();
            try {
                daemon.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            daemon.destroyForcibly();
        }
    }
}
