package org.gatereader.gatectl.repo;

/** A repository, a key or a list does not allow what was asked; the message says it to a person. */
public final class RepositoryException extends Exception {
    private static final long serialVersionUID = 1L;

    RepositoryException(String problem) {
        super(problem);
    }

    /** The message; a thrown one always has one. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
