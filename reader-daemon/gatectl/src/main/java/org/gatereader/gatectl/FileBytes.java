package org.gatereader.gatectl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files whole and never more than was said, whatever their size claims to be. */
final class FileBytes {
    private FileBytes() {}

    /** What went wrong with a file, in one line; the system's own words differ too much. */
    static String problem(IOException failure) {
        String file =
                failure instanceof FileSystemException it && it.getFile() != null
                        ? it.getFile() + ": "
                        : "";
        return switch (failure) {
            case NoSuchFileException _ -> file + "no such file";
            case FileAlreadyExistsException _ -> file + "is there already";
            case AccessDeniedException _ -> file + "this user may not";
            default -> file + "can not be read or written";
        };
    }

    /**
     * The file's content.
     *
     * @throws UnreadableException says why not, without the file's name
     */
    static byte[] read(Path file, int bytesMax) throws UnreadableException {
        if (Files.isDirectory(file)) {
            throw new UnreadableException("expected a file, got a directory");
        }
        // Not by its size: a pipe has none.
        try (InputStream input = Files.newInputStream(file)) {
            byte[] content = input.readNBytes(bytesMax + 1);
            if (content.length > bytesMax) {
                throw new UnreadableException("expected at most " + bytesMax + " bytes, got more");
            }
            return content;
        } catch (NoSuchFileException _) {
            throw new UnreadableException("no such file");
        } catch (AccessDeniedException _) {
            throw new UnreadableException("may not be read by this user");
        } catch (IOException _) {
            throw new UnreadableException("can not be read");
        }
    }
}
