/** The jobs a node has taken on: how they come free when it is gone, and what happens to those that never end or fail. */
package no.tolv.engine.job;
