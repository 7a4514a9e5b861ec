package makerdeck.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.message.Message;

/** All checks, in the order in which one needs the other. One thread; blocks for some seconds. */
final class Examination {

    private final Patient patient;

    Examination(Patient patient) {
        this.patient = patient;
    }

    List<Finding> run() throws InterruptedException {
        var venue = new VenueChecks(patient).run();
        var findings = new ArrayList<>(venue);
        if (VenueChecks.isReached(venue)) {
            var account = new AccountChecks(patient);
            if (patient.hasKey()) {
                findings.addAll(account.run());
            } else {
                findings.add(Finding.warn("key", Message.of("doctor.key.none"), Message.of("doctor.key.none.todo")));
            }
            var market = new MarketChecks(patient);
            findings.addAll(market.run());
            if (patient.hasKey() && market.market() != null) {
                findings.add(market.funds(Map.copyOf(account.available())));
            }
            findings.addAll(new StreamChecks(patient).run());
            findings.add(market.budget());
            if (patient.settings().order()) {
                findings.addAll(new OrderTrial(patient, market).run());
            }
        }
        findings.addAll(new MachineChecks(patient.machine()).run());
        return findings;
    }
}
