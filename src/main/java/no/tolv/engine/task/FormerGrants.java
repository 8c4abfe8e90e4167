package no.tolv.engine.task;

import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.TENANT;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The grants an older Tolv made for each task, person, group and unit. They open nothing any longer; only a task that somebody
 * had given back could have none but them, and its holders become its candidates.
 */
@Component
public class FormerGrants {

    private final TaskService tasks;
    private final JdbcClient jdbc;

    public FormerGrants(TaskService tasks, JdbcClient jdbc) {
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    private record Holder(String task, String person) {}

    /** To be called in a transaction; doing it again changes nothing. */
    public void remove() {
        jdbc.sql("""
                        select T.ID_ as task, A.USER_ID_ as person from ACT_RU_AUTHORIZATION A
                        join ACT_RU_TASK T on T.ID_ = A.RESOURCE_ID_
                        where A.RESOURCE_TYPE_ = ? and A.USER_ID_ is not null and T.ASSIGNEE_ is null
                        and not exists (select 1 from ACT_RU_IDENTITYLINK I where I.TASK_ID_ = T.ID_)""")
                .param(TASK.resourceType())
                .query(Holder.class)
                .list()
                .forEach(holder -> tasks.addCandidateUser(holder.task(), holder.person()));
        jdbc.sql("delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ in (:resources)")
                .param(
                        "resources",
                        Stream.of(TASK, USER, GROUP, TENANT)
                                .map(Resources::resourceType)
                                .toList())
                .update();
    }
}
