package org.gatereader.qr;

import com.google.zxing.LuminanceSource;
import org.jspecify.annotations.Nullable;

/** ZXing's view of a {@link Luma}, as it is or as its negative; keeps the padding of rows out. */
final class LumaSource extends LuminanceSource {
    private final Luma luma;
    private final Polarity polarity;

    LumaSource(Luma luma, Polarity polarity) {
        super(luma.width(), luma.height());
        this.luma = luma;
        this.polarity = polarity;
    }

    @Override
    public byte[] getRow(int y, byte @Nullable [] row) {
        var into = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        copyRow(y, into, 0);
        return into;
    }

    @Override
    public byte[] getMatrix() {
        var matrix = new byte[getWidth() * getHeight()];
        for (int y = 0; y < getHeight(); y++) {
            copyRow(y, matrix, y * getWidth());
        }
        return matrix;
    }

    private void copyRow(int y, byte[] into, int offset) {
        System.arraycopy(luma.pixels(), y * luma.stride(), into, offset, getWidth());
        if (polarity == Polarity.LIGHT_ON_DARK) {
            for (int i = offset; i < offset + getWidth(); i++) {
                into[i] ^= (byte) 0xFF;
            }
        }
    }
}
