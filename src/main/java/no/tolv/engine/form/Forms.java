package no.tolv.engine.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import no.tolv.engine.form.contract.FormContract;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The deployed forms of tasks and processes, as contracts; callers have checked that the form may be read. */
@Component
class Forms {

    private static final int MOST = 500;

    /** A form in one deployment, which never changes; a changed one has another deployment. */
    private record Deployed(String deployment, String form) {

        static Deployed of(FormData form) {
            return new Deployed(form.getDeploymentId(), form.getCamundaFormRef().getKey());
        }
    }

    private final Cache<Deployed, FormContract> known =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final CommandExecutor engine;

    Forms(@Lazy CommandExecutor engine) {
        this.engine = engine;
    }

    FormContract ofTask(String task) {
        return read(new GetTaskFormCmd(task), new GetDeployedTaskFormCmd(task));
    }

    FormContract ofStart(String processDefinition) {
        return read(new GetStartFormCmd(processDefinition), new GetDeployedStartFormCmd(processDefinition));
    }

    private FormContract read(Command<? extends FormData> form, Command<InputStream> file) {
        return engine.execute(context -> context.runWithoutAuthorization(c -> {
            FormData data = form.execute(c);
            return isDeployedWithDiagram(data)
                    ? known.get(Deployed.of(data), unknown -> parse(c, file))
                    : parse(c, file);
        }));
    }

    private static boolean isDeployedWithDiagram(FormData form) {
        return form.getCamundaFormRef() != null
                && DefaultFormHandler.FORM_REF_BINDING_DEPLOYMENT.equals(
                        form.getCamundaFormRef().getBinding());
    }

    private static FormContract parse(CommandContext context, Command<InputStream> file) {
        try (InputStream content = file.execute(context)) {
            return FormContract.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (BadUserRequestException noForm) {
            return FormContract.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
