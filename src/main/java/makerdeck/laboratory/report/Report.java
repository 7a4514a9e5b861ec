package makerdeck.laboratory.report;

import java.util.List;
import makerdeck.message.Message;

/**
 * What is to be reported, figures as they are to be read. {@link TextReport} and {@link HtmlReport} say the same of it.
 * Immutable.
 *
 * @param title of all
 * @param facts what it was made of, a line each: version, inputs, seeds
 * @param sections in the order of reading
 */
public record Report(Message title, List<Message> facts, List<ReportSection> sections) {

    public Report {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** @param parts in the order of reading */
    public record ReportSection(Message heading, List<ReportPart> parts) {

        public ReportSection {
            parts = List.copyOf(parts);
        }
    }
}
