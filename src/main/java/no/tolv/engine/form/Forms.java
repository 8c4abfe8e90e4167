package no.tolv.engine.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import no.tolv.engine.form.contract.FormContract;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The deployed forms of tasks and processes, as contracts; callers have checked that the form may be read. */
@Component
class Forms {

    private final CommandExecutor engine;

    Forms(@Lazy CommandExecutor engine) {
        this.engine = engine;
    }

    FormContract ofTask(String task) {
        return read(new GetDeployedTaskFormCmd(task));
    }

    FormContract ofStart(String processDefinition) {
        return read(new GetDeployedStartFormCmd(processDefinition));
    }

    private FormContract read(Command<InputStream> form) {
        try (InputStream content = engine.execute(context -> context.runWithoutAuthorization(form))) {
            return FormContract.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (BadUserRequestException noForm) {
            return FormContract.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
