package makerdeck.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
public sealed interface ParsedCommand {

    /** Run the desk. */
    record RunDesk(DeskSettings settings) implements ParsedCommand {}

    /** Run the embedded venue alone; with {@code commands} it can be told what to do on standard input. */
    record RunVenue(SimulatedVenue venue, int port, boolean commands) implements ParsedCommand {}

    /** Answer as a captured session did, so many times faster, infinite for no pauses. */
    record RunSession(Path session, int port, double speed) implements ParsedCommand {}

    /** Print what was earned; {@code days} back, 0 for all. */
    record RunReport(ReportChoice choice) implements ParsedCommand {}

    /** Print what the journal knows of accounts, for others to read. */
    record RunExport(ExportChoice choice) implements ParsedCommand {}

    /** Record a market as everybody may see it; {@code out} null: into the folder of recordings. */
    record RunRecord(
            String symbol, PublicAddress address, @Nullable Path out) implements ParsedCommand {}

    /** Watch over desks of other machines; {@code key} null behind a socket file. */
    record RunGuardian(GuardianAddress listen, @Nullable Path key) implements ParsedCommand {}

    /** Make what a guardian and its desks share. */
    record MakeGuardianKey(Path file) implements ParsedCommand {}

    /** Run the desk in virtual time beside others. */
    record RunBacktest(BacktestSettings settings) implements ParsedCommand {}

    /** Compare many desks in virtual time. */
    record RunSweep(SweepChoice choice) implements ParsedCommand {}

    /** Send a message to every sink, to see whether it arrives. */
    record RunNotifyTest() implements ParsedCommand {}

    /**
     * Send commands to a running desk.
     *
     * @param desk which one, empty where there is one only
     * @param line of commands; empty: as they are read
     * @param json answers as programs read them
     */
    record RunCtl(String desk, String line, boolean json) implements ParsedCommand {}

    /**
     * Show the screen of a running desk.
     *
     * @param desk which one, empty where there is one only
     * @param watch nothing can be changed there
     */
    record RunAttach(String desk, boolean watch, DeskSettings.Look look) implements ParsedCommand {}

    /** Look at everything a desk depends on. */
    record RunDoctor(DoctorSettings settings) implements ParsedCommand {}

    /** Nothing is left to do: help, version or an error was printed. */
    record Answered(int exitCode) implements ParsedCommand {}
}
