/** What we answer when something cannot be done: a Norwegian sentence, and nothing about what one may not know. */
package no.tolv.access.answer;
