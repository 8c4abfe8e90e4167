/** Whom the engine knows, how they log in and what they may open. */
package no.tolv.engine.account;
