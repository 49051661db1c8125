package org.isnad.kernel.idempotency;

/**
 * One request and its key, as digests only: neither who sent it nor what it said can be read from what is kept.
 *
 * @param id
 *            SHA-256 of sender and key, hexadecimal: the same for a repetition
 * @param request
 *            SHA-256 of the operation and everything that was sent to it, hexadecimal: another under the same key is a mistake
 */
public record RequestKey(String id, String request) {}
