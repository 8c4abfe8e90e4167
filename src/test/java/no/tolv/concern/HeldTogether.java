package no.tolv.concern;

import no.tolv.concern.intake.HeldReports;
import no.tolv.engine.Processes;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** What the receiver's form needs to know of reports that are held together. */
@TestConfiguration
@Import({
    OpenHeld.class,
    HeldReports.class,
    OpenForStranger.class,
    Suspicions.class,
    Places.class,
    Processes.class,
    ShippedTables.class
})
class HeldTogether {}
