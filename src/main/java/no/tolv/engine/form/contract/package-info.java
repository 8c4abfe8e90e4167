/** What a form asks, and which answers it accepts. */
package no.tolv.engine.form.contract;
