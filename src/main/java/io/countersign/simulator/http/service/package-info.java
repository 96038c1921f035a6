/** The simulated services: Well-Architected, Organizations and STS, each with its protocol. */
@NullMarked
package io.countersign.simulator.http.service;

import org.jspecify.annotations.NullMarked;
