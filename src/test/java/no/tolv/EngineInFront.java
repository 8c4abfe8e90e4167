package no.tolv;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Lets the engine's REST API find the engine of the application under test: it asks a static register, where the engine
 * of whichever application was started last stands, and applications are kept for the tests that share them.
 */
class EngineInFront extends AbstractTestExecutionListener {

    private static final int AFTER_INJECTION = 3000;

    @Override
    public int getOrder() {
        return AFTER_INJECTION;
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(ProcessEngine.class)
                .ifUnique(ProcessEngines::registerProcessEngine);
    }
}
