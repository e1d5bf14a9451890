// Reads frames from standard input and answers each with what zxing-cpp or zbar makes of it:
// the bench's peers that are not Java. Built by the bench where g++ and the libraries are found.
//   in:  int32 width, int32 height, width * height bytes of luma
//   out: int64 nanoseconds of CPU of reading alone, int32 length, UTF-8 text; length 0 for nothing
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#ifdef PEER_ZXING
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
// From 2.2 on the options are called by what they are, and say themselves to look for negatives.
#if __has_include(<ZXing/ReaderOptions.h>)
static const bool looksForNegatives = true;
static ZXing::ReaderOptions everything() {
    ZXing::ReaderOptions options;
    options.setTryInvert(true);
#else
static const bool looksForNegatives = false;
static ZXing::DecodeHints everything() {
    ZXing::DecodeHints options;
#endif
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setTryHarder(true);
    options.setTryRotate(true);
    options.setTryDownscale(true);
    return options;
}

static std::string readOnce(const std::vector<uint8_t>& luma, int width, int height) {
    ZXing::ImageView view(luma.data(), width, height, ZXing::ImageFormat::Lum);
    auto result = ZXing::ReadBarcode(view, everything());
    return result.isValid() ? result.text() : std::string();
}
#else
#include <zbar.h>
static const bool looksForNegatives = false;

static std::string readOnce(const std::vector<uint8_t>& luma, int width, int height) {
    static zbar::ImageScanner scanner;
    static bool isSet = false;
    if (!isSet) {
        scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
        scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
        isSet = true;
    }
    zbar::Image image(width, height, "Y800", luma.data(), luma.size());
    std::string text;
    if (scanner.scan(image) > 0) {
        text = image.symbol_begin()->get_data();
    }
    image.set_data(nullptr, 0);
    return text;
}
#endif

static int64_t cpuNanos() {
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

int main() {
    int32_t size[2];
    while (fread(size, sizeof size, 1, stdin) == 1) {
        std::vector<uint8_t> luma(static_cast<size_t>(size[0]) * size[1]);
        if (fread(luma.data(), luma.size(), 1, stdin) != 1) return 1;
        int64_t begin = cpuNanos();
        std::string text = readOnce(luma, size[0], size[1]);
        if (text.empty() && !looksForNegatives) {
            // A phone in dark mode shows a negative.
            for (auto& grey : luma) grey ^= 0xFF;
            text = readOnce(luma, size[0], size[1]);
        }
        int64_t nanos = cpuNanos() - begin;
        int32_t length = static_cast<int32_t>(text.size());
        fwrite(&nanos, sizeof nanos, 1, stdout);
        fwrite(&length, sizeof length, 1, stdout);
        fwrite(text.data(), 1, text.size(), stdout);
        fflush(stdout);
    }
    return 0;
}
