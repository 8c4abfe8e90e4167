package no.tolv.engine.form;

import no.tolv.casefile.Duty;
import no.tolv.engine.NotFromOutside;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Reads which form a process starts with, after checking that the caller may start it. */
class ReadStartForm implements Command<StartForm> {

    private final String definition;

    ReadStartForm(String definition) {
        this.definition = definition;
    }

    @Override
    public StartForm execute(CommandContext context) {
        ProcessDefinitionEntity process = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definition);
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkCreateProcessInstance(process);
        }
        return context.runWithoutAuthorization(c -> read(c, process));
    }

    private StartForm read(CommandContext context, ProcessDefinitionEntity process) {
        CamundaFormRef form = new GetStartFormCmd(definition).execute(context).getCamundaFormRef();
        if (form == null) {
            throw NotFromOutside.start();
        }
        String element = process.getInitial().getId();
        return new StartForm(
                definition,
                process.getKey(),
                process.getKey() + ":" + process.getVersion(),
                form.getKey(),
                element,
                name(process),
                Marks.duty(context, definition, element).orElse(Duty.FOLLOW));
    }

    private static String name(ProcessDefinitionEntity process) {
        Object name = process.getInitial().getProperty("name");
        return name == null ? process.getName() : name.toString();
    }
}
