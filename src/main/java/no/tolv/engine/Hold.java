package no.tolv.engine;

/** Something may keep everything that happens by itself from happening: mail from leaving, timers from firing. */
public interface Hold {

    /** Whether it does now; asked often, and cheap. */
    boolean holds();
}
