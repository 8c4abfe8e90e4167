package no.tolv.engine.job;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.List;
import no.tolv.engine.AsSystem;
import no.tolv.engine.job.FailedJobs.FailedJob;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where whoever runs Tolv, and reads no case, sees what has stopped and lets it try again. The engine's own page for it
 * opens only to who may read the case.
 */
@RestController
class FailedJobsEndpoint {

    private final FailedJobs failed;
    private final ProcessEngine engine;

    FailedJobsEndpoint(FailedJobs failed, ProcessEngine engine) {
        this.failed = failed;
        this.engine = engine;
    }

    @GetMapping(path = "/api/failed-jobs", produces = APPLICATION_JSON_VALUE)
    List<FailedJob> all() {
        return failed.all();
    }

    /** One more try, at once. */
    @PostMapping("/api/failed-jobs/{job}/retry")
    ResponseEntity<Void> retry(@PathVariable String job) {
        failed.of(job)
                .orElseThrow(() -> new ResponseStatusException(NOT_FOUND, "Ingen jobb med denne id-en har stanset."));
        AsSystem.run(engine.getIdentityService(), () -> {
            engine.getManagementService().setJobRetries(job, 1);
            return job;
        });
        return ResponseEntity.accepted().build();
    }
}
