package no.tolv.engine;

import java.util.Map;

/**
 * Who opens a form, and for which case.
 *
 * @param caseNumber the case, or null for a start form
 * @param unit the case's unit, or null for a start form
 * @param task task id in the engine, or null for a start form
 * @param person staff id, or null for a reporter who is not logged in
 * @param variables the process variables the task can see
 */
public record FormReader(String caseNumber, String unit, String task, String person, Map<String, Object> variables) {}
