package no.tolv.engine.variable;

/** Somebody tried to give a process a variable it does not declare: we are wrong, not the user. The value is not told. */
class UndeclaredVariable extends IllegalStateException {

    UndeclaredVariable(String variable, String process) {
        super("Prosessen «" + process + "» har ingen variabel «" + variable + "».");
    }

    UndeclaredVariable(String variable, String process, Class<?> type) {
        super("Variabelen «" + variable + "» i prosessen «" + process + "» skal være " + type.getSimpleName() + ".");
    }
}
