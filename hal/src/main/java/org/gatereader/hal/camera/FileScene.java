package org.gatereader.hal.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gatereader.hal.DeviceException;
import org.jspecify.annotations.Nullable;

/** One image file that never changes, or those of a folder by name, round and round. */
public final class FileScene implements Scene {
    private static final int FILES_MAX = 10_000;

    private final Path path;
    private final long eachNanos;
    private List<Path> files = List.of();
    private @Nullable Long begunAtNanos;
    private int shownIndex;
    private @Nullable Picture shown;

    /**
     * @param path a PNG or JPEG file, or a folder: of that, images are shown, other files passed
     *     over, sub-folders not entered
     * @param each how long each image of a folder stands before the camera, more than 0
     */
    public FileScene(Path path, Duration each) {
        if (!each.isPositive()) {
            throw new IllegalArgumentException("scene: expected a duration above 0, got " + each);
        }
        this.path = path;
        this.eachNanos = each.toNanos();
    }

    @Override
    public void begin() throws DeviceException {
        files = Files.isDirectory(path) ? imagesOf(path) : List.of(path);
        // A file that can not be read is told now, and not at the first frame.
        shown = PictureFile.read(files.getFirst());
        shownIndex = 0;
        begunAtNanos = null;
    }

    @Override
    public Picture at(long nanos) throws DeviceException {
        if (begunAtNanos == null) {
            begunAtNanos = nanos;
        }
        // By the clock and not by the frame: a slow reader misses images, as with a real camera.
        int index = (int) ((nanos - begunAtNanos) / eachNanos % files.size());
        Picture picture = shown;
        if (picture == null || index != shownIndex) {
            picture = PictureFile.read(files.get(index));
            shown = picture;
            shownIndex = index;
        }
        return picture;
    }

    private static List<Path> imagesOf(Path folder) throws DeviceException {
        List<Path> images;
        try (Stream<Path> entries = Files.list(folder)) {
            images = entries.filter(FileScene::isImage).limit(FILES_MAX).sorted().toList();
        } catch (IOException e) {
            throw new DeviceException("camera", folder + " can not be listed");
        }
        if (images.isEmpty()) {
            throw new DeviceException("camera", folder + " holds no .png, .jpg or .jpeg file");
        }
        return images;
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }
}
