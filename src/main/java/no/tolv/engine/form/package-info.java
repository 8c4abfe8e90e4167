/** From opening a form to the engine's next step: what is read, checked, recorded and set going. */
package no.tolv.engine.form;
