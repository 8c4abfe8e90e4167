package no.tolv.engine.quarantine;

import no.tolv.engine.Hold;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every node asks before it takes jobs, so that a hold that begins or ends needs no node to be restarted. */
@Component
class HeldJobs extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Hold> holds;

    HeldJobs(ObjectProvider<Hold> holds) {
        this.holds = holds;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        JobExecutor executor = engine.getJobExecutor();
        if (executor != null) {
            AcquireJobsCommandFactory taking = new DefaultAcquireJobsCommandFactory(executor);
            executor.setAcquireJobsCmdFactory(most -> isHeld() ? none(most) : taking.getCommand(most));
        }
    }

    private static Command<AcquiredJobs> none(int most) {
        return context -> new AcquiredJobs(most);
    }

    private boolean isHeld() {
        return holds.stream().anyMatch(Hold::holds);
    }
}
