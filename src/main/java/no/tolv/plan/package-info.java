/** Measures, who carries them out, when they are evaluated. */
package no.tolv.plan;
